package io.vexchange.web.shape;

/** Trading in one interval; there is none without a trade. */
public record CandleShape(
        @Doc(format = "date-time", example = "2026-11-22T09:30:00.000000Z")
        String start,

        @Doc(format = "decimal", example = "99.00") String open,
        @Doc(format = "decimal", example = "101.00") String high,
        @Doc(format = "decimal", example = "98.50") String low,
        @Doc(format = "decimal", example = "100.00") String close,
        @Doc(format = "decimal", example = "120") String volume,
        @Doc(format = "decimal", example = "11940.000000") String value,
        @Doc(example = "14") int trades,

        @Doc(value = "false while it runs", example = "true")
        boolean closed) {}
