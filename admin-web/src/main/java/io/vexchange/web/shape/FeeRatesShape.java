package io.vexchange.web.shape;

/** Fees in one instrument, in basis points of the value. */
public record FeeRatesShape(
        @Doc(value = "negative for a rebate", format = "decimal", required = true, example = "-0.10")
        String makerFeeBp,

        @Doc(format = "decimal", required = true, example = "0.80")
        String takerFeeBp,

        @Doc(value = "of both sides of an uncross", format = "decimal", required = true, example = "0.00")
        String auctionFeeBp) {}
