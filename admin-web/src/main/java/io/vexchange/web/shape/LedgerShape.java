package io.vexchange.web.shape;

/** An entry of an account's ledger, as seen by that account. */
public record LedgerShape(
        @Doc(example = "88150-1") String id,
        @Doc(example = "88150") long eventSequence,
        @Doc(example = "ALPHA-A") String account,
        @Doc(example = "USD") String asset,

        @Doc(value = "DEPOSIT WITHDRAWAL TRADE FEE REBATE BUST CORRECTION", example = "DEPOSIT")
        String type,

        @Doc(format = "decimal", example = "12.340000") String change,

        @Doc(format = "decimal", nullable = true, example = "1000000012.340000")
        String balanceAfter,

        @Doc(nullable = true, example = "VEX-EXTERNAL") String counterAccount,
        @Doc(nullable = true) String orderId,
        @Doc(nullable = true) String tradeId,
        @Doc(nullable = true, example = "wire-881") String reference,
        @Doc(nullable = true, example = "wire 881") String reason,
        @Doc(nullable = true, example = "admin") String actor,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String at) {}
