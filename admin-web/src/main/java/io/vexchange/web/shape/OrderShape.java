package io.vexchange.web.shape;

/** An order; {@code filledQuantity + leavesQuantity + canceledQuantity = quantity}. */
public record OrderShape(
        @Doc(example = "1042") String id,
        @Doc(value = "the id it bears now", example = "w-1") String clientOrderId,
        @Doc(example = "ALPHA-A") String account,
        @Doc(example = "ALPHA") String participant,
        @Doc(example = "ACME") String symbol,
        @Doc(example = "BUY") String side,
        @Doc(example = "LIMIT") String orderType,
        @Doc(example = "DAY") String timeInForce,

        @Doc(format = "decimal", nullable = true, example = "99.00")
        String price,

        @Doc(format = "decimal", nullable = true) String stopPrice,

        @Doc(value = "where it stands in the book", format = "decimal", nullable = true, example = "99.00")
        String workingPrice,

        @Doc(format = "decimal", example = "10") String quantity,
        @Doc(format = "decimal", example = "4") String filledQuantity,
        @Doc(format = "decimal", example = "6") String leavesQuantity,
        @Doc(format = "decimal", example = "0") String canceledQuantity,

        @Doc(value = "null before the first fill", format = "decimal", nullable = true, example = "99.000000")
        String avgPrice,

        @Doc(format = "decimal", nullable = true) String displayQuantity,
        @Doc(format = "decimal", nullable = true) String minQuantity,
        @Doc(example = "false") boolean postOnly,
        @Doc(value = "PRIMARY or MID", nullable = true) String pegReference,
        @Doc(nullable = true, example = "CANCEL_NEWEST") String selfTradePrevention,
        @Doc(format = "date-time", nullable = true) String expireTime,

        @Doc(value = "of a stop: whether it was triggered", nullable = true)
        Boolean triggered,

        @Doc(example = "PARTIALLY_FILLED") String status,

        @Doc(value = "why it was refused or ended", nullable = true)
        String code,

        @Doc(nullable = true) String text,

        @Doc(value = "SenderCompID, or REST: and the user", example = "REST:alpha")
        String enteredBy,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String createdAt,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String updatedAt,

        @Doc(example = "88125") long eventSequence) {}
