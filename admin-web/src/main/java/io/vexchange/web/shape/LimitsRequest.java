package io.vexchange.web.shape;

import java.util.Map;

/** All limits of an account or a firm; null or absent is no limit. */
public record LimitsRequest(
        @Doc(format = "decimal", nullable = true) String maxOrderQuantity,

        @Doc(format = "decimal", nullable = true, example = "1000000")
        String maxOrderNotional,

        @Doc(nullable = true, example = "10000") Long maxOpenOrders,
        @Doc(format = "decimal", nullable = true) String maxOpenNotional,
        @Doc(format = "decimal", nullable = true) String maxPosition,
        @Doc(nullable = true, example = "1000") Long ordersPerSecond,

        @Doc(value = "absent: as many as a second", nullable = true, example = "2000")
        Long orderBurst,

        @Doc(value = "by symbol", nullable = true) Map<String, PositionLimitShape> instruments,

        @Doc(required = true, example = "yearly review") String reason) {}
