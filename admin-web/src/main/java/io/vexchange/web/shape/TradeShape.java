package io.vexchange.web.shape;

/** A trade as its parties and the venue see it; the other side's members are null for a trader. */
public record TradeShape(
        @Doc(example = "77") String id,
        @Doc(example = "ACME") String symbol,
        @Doc(format = "decimal", example = "99.00") String price,
        @Doc(format = "decimal", example = "4") String quantity,
        @Doc(format = "decimal", example = "396.000000") String value,

        @Doc(value = "null in an auction", nullable = true, example = "BUY")
        String aggressorSide,

        @Doc(example = "EXECUTED") String status,
        @Doc(nullable = true, example = "1042") String buyOrderId,
        @Doc(nullable = true, example = "1040") String sellOrderId,
        @Doc(nullable = true, example = "ALPHA-A") String buyAccount,
        @Doc(nullable = true, example = "BETA-A") String sellAccount,

        @Doc(format = "decimal", nullable = true, example = "0.039600")
        String buyFee,

        @Doc(format = "decimal", nullable = true, example = "0.000000")
        String sellFee,

        @Doc(example = "USD") String feeAsset,
        @Doc(format = "decimal", nullable = true) String originalPrice,
        @Doc(format = "decimal", nullable = true) String originalQuantity,
        @Doc(nullable = true) String reason,
        @Doc(example = "5512") long seq,
        @Doc(example = "88124") long eventSequence,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String executedAt,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String updatedAt) {}
