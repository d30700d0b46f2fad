package io.vexchange.web.shape;

/** What {@code POST /orders} takes; null is the same as absent. */
public record NewOrderRequest(
        @Doc(value = "1 to 36 characters; without one the venue makes it", example = "w-1")
        String clientOrderId,

        @Doc(required = true, example = "ALPHA-A") String account,
        @Doc(required = true, example = "ACME") String symbol,

        @Doc(required = true, value = "BUY or SELL", example = "BUY")
        String side,

        @Doc(required = true, value = "MARKET LIMIT STOP STOP_LIMIT MARKET_TO_LIMIT PEGGED", example = "LIMIT")
        String orderType,

        @Doc(value = "DAY GTC AT_THE_OPENING IOC FOK GTD AT_THE_CLOSE; absent: DAY", example = "DAY")
        String timeInForce,

        @Doc(format = "decimal", example = "99.00") String price,

        @Doc(required = true, format = "decimal", example = "10")
        String quantity,

        @Doc(format = "decimal", nullable = true) String stopPrice,
        @Doc(format = "date-time", nullable = true) String expireTime,
        @Doc(format = "decimal", nullable = true) String displayQuantity,
        @Doc(format = "decimal", nullable = true) String minQuantity,
        @Doc(example = "false") Boolean postOnly,
        @Doc(value = "PRIMARY or MID", nullable = true) String pegReference,

        @Doc(value = "absent: the account's", nullable = true)
        String selfTradePrevention,

        @Doc(value = "at most 64 characters", nullable = true)
        String text) {}
