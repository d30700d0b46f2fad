package io.vexchange.store.query;

/**
 * An order; texts are as the REST API shows them.
 *
 * @param id see the REST API
 * @param clientOrderId see the REST API
 * @param account see the REST API
 * @param participant see the REST API
 * @param symbol see the REST API
 * @param side see the REST API
 * @param orderType see the REST API
 * @param timeInForce see the REST API
 * @param price see the REST API
 * @param stopPrice see the REST API
 * @param workingPrice see the REST API
 * @param quantity see the REST API
 * @param filledQuantity see the REST API
 * @param leavesQuantity see the REST API
 * @param canceledQuantity see the REST API
 * @param avgPrice see the REST API
 * @param displayQuantity see the REST API
 * @param minQuantity see the REST API
 * @param postOnly see the REST API
 * @param pegReference see the REST API
 * @param selfTradePrevention see the REST API
 * @param expireTime see the REST API
 * @param triggered see the REST API
 * @param status see the REST API
 * @param code see the REST API
 * @param text see the REST API
 * @param enteredBy see the REST API
 * @param createdAt see the REST API
 * @param updatedAt see the REST API
 * @param eventSequence see the REST API
 */
public record OrderRow(
        String id,
        String clientOrderId,
        String account,
        String participant,
        String symbol,
        String side,
        String orderType,
        String timeInForce,
        String price,
        String stopPrice,
        String workingPrice,
        String quantity,
        String filledQuantity,
        String leavesQuantity,
        String canceledQuantity,
        String avgPrice,
        String displayQuantity,
        String minQuantity,
        boolean postOnly,
        String pegReference,
        String selfTradePrevention,
        String expireTime,
        Boolean triggered,
        String status,
        String code,
        String text,
        String enteredBy,
        String createdAt,
        String updatedAt,
        long eventSequence) {}
