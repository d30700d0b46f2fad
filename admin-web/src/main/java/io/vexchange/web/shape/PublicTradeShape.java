package io.vexchange.web.shape;

/** A trade as everybody sees it. */
public record PublicTradeShape(
        @Doc(example = "77") String id,
        @Doc(example = "ACME") String symbol,
        @Doc(format = "decimal", example = "99.00") String price,
        @Doc(format = "decimal", example = "4") String quantity,

        @Doc(value = "null in an auction", nullable = true, example = "BUY")
        String aggressorSide,

        @Doc(value = "EXECUTED, CORRECTED or BUSTED", example = "EXECUTED")
        String status,

        @Doc(example = "5512") long seq,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String executedAt) {}
