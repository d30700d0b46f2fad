package io.vexchange.web.shape;

/** One report on an order: the content of one FIX ExecutionReport. */
public record ExecutionShape(
        @Doc(value = "FIX 17", example = "88123") String id,
        @Doc(example = "88123") long eventSequence,
        @Doc(example = "1042") String orderId,
        @Doc(example = "w-1") String clientOrderId,
        @Doc(nullable = true) String origClientOrderId,
        @Doc(example = "ALPHA-A") String account,
        @Doc(example = "ACME") String symbol,
        @Doc(example = "BUY") String side,
        @Doc(example = "TRADE") String execType,
        @Doc(example = "PARTIALLY_FILLED") String orderStatus,
        @Doc(format = "decimal", example = "10") String quantity,

        @Doc(format = "decimal", nullable = true, example = "99.00")
        String price,

        @Doc(format = "decimal", nullable = true, example = "99.00")
        String lastPrice,

        @Doc(format = "decimal", nullable = true, example = "4")
        String lastQuantity,

        @Doc(format = "decimal", example = "6") String leavesQuantity,
        @Doc(format = "decimal", example = "4") String filledQuantity,

        @Doc(format = "decimal", nullable = true, example = "99.000000")
        String avgPrice,

        @Doc(nullable = true, example = "77") String tradeId,

        @Doc(value = "ADDED, REMOVED or AUCTION", nullable = true, example = "REMOVED")
        String liquidity,

        @Doc(value = "negative for a rebate", format = "decimal", nullable = true, example = "0.039600")
        String fee,

        @Doc(nullable = true, example = "USD") String feeAsset,

        @Doc(value = "the execution it corrects or busts", nullable = true)
        String refExecutionId,

        @Doc(nullable = true) String code,
        @Doc(nullable = true) String text,

        @Doc(value = "FIX 83 of the print", nullable = true, example = "5512")
        Long seq,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String at) {}
