package io.vexchange.web.shape;

/** What is to change of an instrument; what is left out stays. New limits bind new and replaced orders. */
public record InstrumentChangeRequest(
        @Doc(value = "false ends its live orders", example = "false")
        Boolean enabled,

        @Doc(value = "another one is refused as IN_USE", format = "decimal")
        String tickSize,

        @Doc(value = "another one is refused as IN_USE", format = "decimal")
        String lotSize,

        @Doc(format = "decimal") String minQuantity,

        @Doc(format = "decimal", example = "500000") String maxQuantity,

        @Doc(value = "null: none", format = "decimal", nullable = true)
        String maxNotional,

        @Doc(format = "decimal") String referencePrice,

        @Doc(value = "null: off", format = "decimal", nullable = true, example = "15")
        String staticCollarPercent,

        @Doc(value = "null: off", format = "decimal", nullable = true)
        String dynamicCollarPercent,

        @Doc(value = "null: 0", format = "decimal", nullable = true)
        String protectionPercent,

        @Doc("0 to 86,400") Integer volatilityAuctionSeconds,

        @Doc(value = "negative for a rebate", format = "decimal")
        String makerFeeBp,

        @Doc(format = "decimal") String takerFeeBp,
        @Doc(format = "decimal") String auctionFeeBp,
        @Doc("CANCEL_NEWEST") String selfTradePreventionDefault,

        @Doc(required = true, example = "wider collar for the listing day")
        String reason) {}
