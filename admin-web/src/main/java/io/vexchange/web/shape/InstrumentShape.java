package io.vexchange.web.shape;

/** An instrument. */
public record InstrumentShape(
        @Doc(example = "ACME") String symbol,

        @Doc(value = "asset that is traded", example = "ACME")
        String base,

        @Doc(value = "asset it is paid in", example = "USD") String quote,
        @Doc(example = "true") boolean enabled,
        @Doc(example = "CONTINUOUS") String phase,
        @Doc(format = "decimal", example = "0.01") String tickSize,
        @Doc(format = "decimal", example = "1") String lotSize,
        @Doc(format = "decimal", example = "1") String minQuantity,
        @Doc(format = "decimal", example = "1000000") String maxQuantity,

        @Doc(format = "decimal", nullable = true, example = "100000000.000000")
        String maxNotional,

        @Doc(format = "decimal", nullable = true, example = "100.00")
        String referencePrice,

        @Doc(format = "decimal", nullable = true, example = "10")
        String staticCollarPercent,

        @Doc(format = "decimal", nullable = true, example = "5")
        String dynamicCollarPercent,

        @Doc(format = "decimal", nullable = true, example = "3")
        String protectionPercent,

        @Doc(example = "30") int volatilityAuctionSeconds,

        @Doc(value = "basis points, negative for a rebate", format = "decimal", example = "0.00")
        String makerFeeBp,

        @Doc(value = "basis points", format = "decimal", example = "1.00")
        String takerFeeBp,

        @Doc(value = "basis points, of both sides of an uncross", format = "decimal", example = "0.00")
        String auctionFeeBp,

        @Doc(example = "CANCEL_NEWEST") String selfTradePreventionDefault,

        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:30:00.123456Z")
        String updatedAt) {}
