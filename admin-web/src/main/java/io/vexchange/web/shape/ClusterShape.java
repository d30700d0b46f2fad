package io.vexchange.web.shape;

import java.util.List;

/** The members and their log. */
public record ClusterShape(
        @Doc(nullable = true, example = "5b0c3d1e-0000-0000-0000-000000000000")
        String logId,

        @Doc(example = "1") int behaviourVersion,
        @Doc(example = "0") int leaderId,
        List<MemberShape> members,
        @Doc(example = "88123456") long logPosition,
        @Doc(example = "88123456") long commitPosition,
        @Doc(example = "88150") long eventSequence,
        @Doc(nullable = true, example = "88149") Long projectedSequence,
        @Doc(nullable = true, example = "12") Long projectorLagMillis,
        @Doc(example = "1") long outboxEvents,
        @Doc(example = "1000000") long outboxLimit,
        @Doc(nullable = true) SnapshotShape lastSnapshot,
        @Doc(example = "88123456") long logBytes,
        @Doc(value = "fsync or os", example = "fsync") String durability) {}
