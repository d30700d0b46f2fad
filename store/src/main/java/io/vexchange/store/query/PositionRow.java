package io.vexchange.store.query;

/**
 * What an account has bought and sold of an instrument; texts are as the REST API shows them.
 *
 * @param account see the REST API
 * @param symbol see the REST API
 * @param netQuantity see the REST API
 * @param boughtQuantity see the REST API
 * @param soldQuantity see the REST API
 * @param averagePrice see the REST API
 */
public record PositionRow(
        String account,
        String symbol,
        String netQuantity,
        String boughtQuantity,
        String soldQuantity,
        String averagePrice) {}
