package io.vexchange.web.shape;

import java.util.List;

/** The venue in figures, once a second. */
public record SystemShape(
        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String at,

        @Doc(value = "UP DEGRADED DOWN", example = "UP") String status,
        @Doc(example = "3600") long uptimeSeconds,
        @Doc(example = "812.0") double ordersPerSecond,
        @Doc(example = "3.0") double refusalsPerSecond,
        @Doc(example = "301.0") double tradesPerSecond,
        @Doc(example = "2411.0") double eventsPerSecond,
        List<LatencyShape> latency,
        @Doc(example = "88150") long eventSequence,
        @Doc(nullable = true, example = "88149") Long projectedSequence,
        @Doc(nullable = true, example = "12") Long projectorLagMillis,
        @Doc(example = "1") long outboxEvents,
        @Doc(example = "1000000") long outboxLimit,
        @Doc(example = "88123456") long logBytes,
        @Doc(nullable = true, example = "600") Long snapshotAgeSeconds,
        @Doc(example = "180000000") long heapBytes,
        @Doc(example = "536870912") long heapLimitBytes,
        @Doc(example = "23.5") double processorPercent,
        @Doc(example = "1.2") double gcMillisPerSecond,
        @Doc(example = "4") int fixSessions,
        @Doc(example = "0") long fixQueued,
        @Doc(example = "12") int webSockets) {}
