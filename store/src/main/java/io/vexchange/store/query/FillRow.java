package io.vexchange.store.query;

import java.time.LocalDate;

/**
 * One side of a trade as it stands now; decimals are as the REST API shows them.
 *
 * @param executionId event of the fill's report
 * @param tradeId of the trade
 * @param orderId of this side's order
 * @param clientOrderId FIX 11 of the fill's report
 * @param account of this side
 * @param symbol what was traded
 * @param side BUY or SELL
 * @param price as corrected
 * @param quantity as corrected
 * @param fee of this side
 * @param feeAsset of the fee
 * @param status EXECUTED, CORRECTED or BUSTED
 * @param tradeDay of the trade
 * @param executedMicros microseconds since the epoch
 */
public record FillRow(
        long executionId,
        long tradeId,
        long orderId,
        String clientOrderId,
        String account,
        String symbol,
        String side,
        String price,
        String quantity,
        String fee,
        String feeAsset,
        String status,
        LocalDate tradeDay,
        long executedMicros) {}
