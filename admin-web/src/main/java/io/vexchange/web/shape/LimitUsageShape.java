package io.vexchange.web.shape;

/** How much of its limits an account uses now. */
public record LimitUsageShape(
        @Doc(example = "3") int openOrders,

        @Doc(
                value = "leaves times price over both sides, in the quote asset",
                format = "decimal",
                example = "2970.000000")
        String openNotional) {}
