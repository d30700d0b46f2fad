package io.vexchange.web.shape;

/** What an account has of an asset. */
public record BalanceShape(
        @Doc(example = "ALPHA-A") String account,
        @Doc(example = "USD") String asset,

        @Doc(format = "decimal", example = "1000000000.000000")
        String total,

        @Doc(value = "of it, for open orders", format = "decimal", example = "990.000000")
        String held,

        @Doc(format = "decimal", example = "999999010.000000")
        String available) {}
