package io.vexchange.store.query;

/**
 * An entry of a ledger as the account sees it; texts are as the REST API shows them.
 *
 * @param id see the REST API
 * @param eventSequence see the REST API
 * @param account see the REST API
 * @param asset see the REST API
 * @param type see the REST API
 * @param change see the REST API
 * @param balanceAfter see the REST API
 * @param counterAccount see the REST API
 * @param orderId see the REST API
 * @param tradeId see the REST API
 * @param reference see the REST API
 * @param reason see the REST API
 * @param actor see the REST API
 * @param at see the REST API
 */
public record LedgerRow(
        String id,
        long eventSequence,
        String account,
        String asset,
        String type,
        String change,
        String balanceAfter,
        String counterAccount,
        String orderId,
        String tradeId,
        String reference,
        String reason,
        String actor,
        String at) {}
