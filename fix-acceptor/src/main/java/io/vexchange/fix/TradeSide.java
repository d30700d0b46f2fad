package io.vexchange.fix;

/**
 * One side of a trade as it stands now. Decimals are written as in reports.
 *
 * @param execId FIX 17 of the fill
 * @param tradeId of the trade
 * @param orderId FIX 37
 * @param clOrdId FIX 11
 * @param account FIX 1
 * @param symbol FIX 55
 * @param side FIX 54
 * @param price FIX 31
 * @param quantity FIX 32
 * @param fee FIX 137
 * @param feeAsset FIX 138
 * @param status 0 executed, 1 corrected, 2 busted
 * @param tradeDay FIX 75, yyyymmdd
 * @param executedMicros FIX 60, microseconds since the epoch
 */
public record TradeSide(
        long execId,
        long tradeId,
        long orderId,
        String clOrdId,
        String account,
        String symbol,
        char side,
        String price,
        String quantity,
        String fee,
        String feeAsset,
        int status,
        int tradeDay,
        long executedMicros) {}
