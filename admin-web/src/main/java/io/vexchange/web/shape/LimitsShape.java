package io.vexchange.web.shape;

import java.util.Map;

/** The limits of an account or a firm; null is no limit. Amounts are whole units of the base or quote asset. */
public record LimitsShape(
        @Doc(value = "null for a firm", nullable = true, example = "ALPHA-A")
        String account,

        @Doc(value = "the firm", example = "ALPHA") String participant,

        @Doc(format = "decimal", nullable = true) String maxOrderQuantity,

        @Doc(format = "decimal", nullable = true, example = "1000000")
        String maxOrderNotional,

        @Doc(nullable = true, example = "10000") Long maxOpenOrders,
        @Doc(format = "decimal", nullable = true) String maxOpenNotional,

        @Doc(value = "long and short alike, in each instrument", format = "decimal", nullable = true)
        String maxPosition,

        @Doc(nullable = true, example = "1000") Long ordersPerSecond,
        @Doc(nullable = true, example = "2000") Long orderBurst,

        @Doc("by symbol, where one is set") Map<String, PositionLimitShape> instruments,

        LimitUsageShape usage) {}
