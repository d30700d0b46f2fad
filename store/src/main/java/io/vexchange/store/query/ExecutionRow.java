package io.vexchange.store.query;

/**
 * One report; texts are as the REST API shows them.
 *
 * @param id see the REST API
 * @param eventSequence see the REST API
 * @param orderId see the REST API
 * @param clientOrderId see the REST API
 * @param origClientOrderId see the REST API
 * @param account see the REST API
 * @param symbol see the REST API
 * @param side see the REST API
 * @param execType see the REST API
 * @param orderStatus see the REST API
 * @param quantity see the REST API
 * @param price see the REST API
 * @param lastPrice see the REST API
 * @param lastQuantity see the REST API
 * @param leavesQuantity see the REST API
 * @param filledQuantity see the REST API
 * @param avgPrice see the REST API
 * @param tradeId see the REST API
 * @param liquidity see the REST API
 * @param fee see the REST API
 * @param feeAsset see the REST API
 * @param refExecutionId see the REST API
 * @param code see the REST API
 * @param text see the REST API
 * @param seq see the REST API
 * @param at see the REST API
 */
public record ExecutionRow(
        String id,
        long eventSequence,
        String orderId,
        String clientOrderId,
        String origClientOrderId,
        String account,
        String symbol,
        String side,
        String execType,
        String orderStatus,
        String quantity,
        String price,
        String lastPrice,
        String lastQuantity,
        String leavesQuantity,
        String filledQuantity,
        String avgPrice,
        String tradeId,
        String liquidity,
        String fee,
        String feeAsset,
        String refExecutionId,
        String code,
        String text,
        Long seq,
        String at) {}
