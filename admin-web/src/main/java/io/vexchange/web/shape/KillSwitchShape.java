package io.vexchange.web.shape;

/** A kill switch. */
public record KillSwitchShape(
        @Doc(example = "7") String id,

        @Doc(value = "SESSION ACCOUNT FIRM INSTRUMENT MARKET", example = "ACCOUNT")
        String scope,

        @Doc(value = "null for the market", nullable = true, example = "ALPHA-A")
        String target,

        @Doc(value = "ENGAGED or RELEASED", example = "ENGAGED")
        String state,

        @Doc(example = "3") int canceledOrders,
        @Doc(nullable = true, example = "loss limit") String reason,
        @Doc(nullable = true, example = "admin") String engagedBy,

        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:30:00.123456Z")
        String engagedAt,

        @Doc(nullable = true) String releasedBy,
        @Doc(format = "date-time", nullable = true) String releasedAt,
        @Doc(nullable = true) String releaseReason,
        @Doc(example = "88130") long eventSequence) {}
