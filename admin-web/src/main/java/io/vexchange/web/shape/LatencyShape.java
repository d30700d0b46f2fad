package io.vexchange.web.shape;

/** How long commands of one channel took in the last ten seconds; null without a command. */
public record LatencyShape(
        @Doc(value = "FIX, REST or ENGINE", example = "FIX") String channel,
        @Doc(example = "812.5") double perSecond,
        @Doc(nullable = true, example = "420") Long p50Micros,
        @Doc(nullable = true, example = "610") Long p90Micros,
        @Doc(nullable = true, example = "1900") Long p99Micros,
        @Doc(nullable = true, example = "5200") Long p999Micros,
        @Doc(nullable = true, example = "8100") Long maxMicros) {}
