package io.vexchange.web.shape;

/** How a trade should have been; at least one of price and quantity. */
public record CorrectTradeRequest(
        @Doc(format = "decimal", nullable = true, example = "99.00")
        String price,

        @Doc(value = "greater than 0, not more than was traded", format = "decimal", nullable = true)
        String quantity,

        @Doc(required = true, example = "agreed by both sides")
        String reason) {}
