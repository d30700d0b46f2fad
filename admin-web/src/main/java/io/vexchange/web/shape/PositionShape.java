package io.vexchange.web.shape;

/** What an account has bought and sold of an instrument. */
public record PositionShape(
        @Doc(example = "ALPHA-A") String account,
        @Doc(example = "ACME") String symbol,
        @Doc(format = "decimal", example = "5") String netQuantity,
        @Doc(format = "decimal", example = "10") String boughtQuantity,
        @Doc(format = "decimal", example = "5") String soldQuantity,

        @Doc(
                value = "of what was bought, or sold when the net is short",
                format = "decimal",
                nullable = true,
                example = "100.000000")
        String averagePrice,

        @Doc(format = "decimal", example = "3") String openBuyQuantity,
        @Doc(format = "decimal", example = "0") String openSellQuantity) {}
