package io.vexchange.web.shape;

/** An instrument that is wanted; it starts CLOSED. */
public record NewInstrumentRequest(
        @Doc(required = true, value = "capitals, digits, dot and hyphen", example = "SOL-USD")
        String symbol,

        @Doc(required = true, value = "asset that is traded", example = "BTC")
        String base,

        @Doc(required = true, value = "asset it is paid in", example = "USD")
        String quote,

        @Doc(example = "true") Boolean enabled,

        @Doc(required = true, format = "decimal", example = "0.01")
        String tickSize,

        @Doc(required = true, format = "decimal", example = "0.0001")
        String lotSize,

        @Doc(required = true, format = "decimal", example = "0.0001")
        String minQuantity,

        @Doc(required = true, format = "decimal", example = "1000")
        String maxQuantity,

        @Doc(value = "null: none", format = "decimal", nullable = true, example = "1000000")
        String maxNotional,

        @Doc(required = true, format = "decimal", example = "150.00")
        String referencePrice,

        @Doc(value = "null: off", format = "decimal", nullable = true, example = "20")
        String staticCollarPercent,

        @Doc(value = "null: off", format = "decimal", nullable = true, example = "10")
        String dynamicCollarPercent,

        @Doc(value = "null: 0", format = "decimal", nullable = true, example = "5")
        String protectionPercent,

        @Doc(value = "0 to 86,400", example = "30") Integer volatilityAuctionSeconds,

        @Doc(value = "negative for a rebate", format = "decimal", example = "0.00")
        String makerFeeBp,

        @Doc(format = "decimal", example = "1.00") String takerFeeBp,
        @Doc(format = "decimal", example = "0.00") String auctionFeeBp,

        @Doc(value = "CANCEL_NEWEST: a firm or session may have another", example = "CANCEL_NEWEST")
        String selfTradePreventionDefault,

        @Doc(nullable = true) String reason) {}
