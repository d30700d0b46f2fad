package io.vexchange.web.shape;

/** An instrument's trading day. */
public record StatsShape(
        @Doc(example = "ACME") String symbol,
        @Doc(example = "CONTINUOUS") String phase,

        @Doc(format = "decimal", nullable = true, example = "99.00")
        String bid,

        @Doc(format = "decimal", nullable = true, example = "12")
        String bidQuantity,

        @Doc(format = "decimal", nullable = true, example = "101.00")
        String ask,

        @Doc(format = "decimal", nullable = true, example = "2")
        String askQuantity,

        @Doc(format = "decimal", nullable = true, example = "100.00")
        String last,

        @Doc(format = "decimal", nullable = true, example = "3")
        String lastQuantity,

        @Doc(nullable = true, example = "77") String lastTradeId,

        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:30:00.123456Z")
        String lastAt,

        @Doc(format = "decimal", nullable = true, example = "99.50")
        String open,

        @Doc(format = "decimal", nullable = true, example = "101.00")
        String high,

        @Doc(format = "decimal", nullable = true, example = "98.50")
        String low,

        @Doc(format = "decimal", nullable = true, example = "100.00")
        String previousClose,

        @Doc(value = "last less previousClose", format = "decimal", nullable = true, example = "0.50")
        String change,

        @Doc(format = "decimal", example = "1200") String volume,
        @Doc(format = "decimal", example = "119400.000000") String value,
        @Doc(example = "140") int trades,

        @Doc(format = "decimal", nullable = true, example = "100.00")
        String referencePrice,

        @Doc(format = "decimal", nullable = true, example = "90.00")
        String lowerCollar,

        @Doc(format = "decimal", nullable = true, example = "110.00")
        String upperCollar,

        @Doc(example = "5512") long seq,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String time) {}
