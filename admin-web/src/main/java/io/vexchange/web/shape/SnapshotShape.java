package io.vexchange.web.shape;

/** A snapshot on disk. */
public record SnapshotShape(
        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:30:00.123456Z")
        String at,

        @Doc(nullable = true, example = "80000") Long eventSequence,
        @Doc(nullable = true, example = "1048576") Long bytes,
        @Doc(nullable = true, example = "600") Long ageSeconds,

        @Doc(value = "its place in the log", nullable = true, example = "88123456")
        Long logPosition) {}
