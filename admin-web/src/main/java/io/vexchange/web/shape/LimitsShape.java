package io.vexchange.web.shape;

import java.util.Map;

/** The limits of an account; null is no limit. */
public record LimitsShape(
        @Doc(example = "ALPHA-A") String account,
        @Doc(format = "decimal", nullable = true) String maxOrderQuantity,
        @Doc(format = "decimal", nullable = true) String maxOrderNotional,
        @Doc(nullable = true) Long maxOpenOrders,
        @Doc(format = "decimal", nullable = true) String maxOpenNotional,
        @Doc(format = "decimal", nullable = true) String maxPosition,
        @Doc(nullable = true) Long ordersPerSecond,
        @Doc(nullable = true) Long orderBurst,
        @Doc("by symbol, where one is set") Map<String, Object> instruments,
        LimitUsageShape usage) {}
