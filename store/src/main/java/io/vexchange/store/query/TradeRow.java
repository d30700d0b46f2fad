package io.vexchange.store.query;

/**
 * A trade, both sides filled in; texts are as the REST API shows them.
 *
 * @param id see the REST API
 * @param symbol see the REST API
 * @param price see the REST API
 * @param quantity see the REST API
 * @param value see the REST API
 * @param aggressorSide see the REST API
 * @param status see the REST API
 * @param buyOrderId see the REST API
 * @param sellOrderId see the REST API
 * @param buyAccount see the REST API
 * @param sellAccount see the REST API
 * @param buyFee see the REST API
 * @param sellFee see the REST API
 * @param feeAsset see the REST API
 * @param originalPrice see the REST API
 * @param originalQuantity see the REST API
 * @param reason see the REST API
 * @param seq see the REST API
 * @param eventSequence see the REST API
 * @param executedAt see the REST API
 * @param updatedAt see the REST API
 */
public record TradeRow(
        String id,
        String symbol,
        String price,
        String quantity,
        String value,
        String aggressorSide,
        String status,
        String buyOrderId,
        String sellOrderId,
        String buyAccount,
        String sellAccount,
        String buyFee,
        String sellFee,
        String feeAsset,
        String originalPrice,
        String originalQuantity,
        String reason,
        long seq,
        long eventSequence,
        String executedAt,
        String updatedAt) {}
