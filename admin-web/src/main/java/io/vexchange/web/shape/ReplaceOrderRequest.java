package io.vexchange.web.shape;

/** What {@code PATCH /orders/{id}} takes; what is absent stays, null is refused. */
public record ReplaceOrderRequest(
        @Doc(format = "decimal", example = "99.10") String price,

        @Doc(value = "the new total", format = "decimal", example = "12")
        String quantity,

        @Doc(format = "decimal") String stopPrice,
        @Doc(format = "decimal") String displayQuantity,
        @Doc(format = "decimal") String minQuantity,
        String orderType,
        String timeInForce,
        @Doc(format = "date-time") String expireTime,

        @Doc(value = "absent: it keeps its own", example = "w-2")
        String clientOrderId) {}
