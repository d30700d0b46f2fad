package io.vexchange.store.query;

import java.math.BigDecimal;

/**
 * What an account had bought and sold in an instrument up to some event.
 *
 * @param account name
 * @param symbol of the instrument
 * @param bought quantity
 * @param sold quantity
 * @param paid value of what was bought
 * @param received value of what was sold
 */
public record TradedRow(
        String account, String symbol, BigDecimal bought, BigDecimal sold, BigDecimal paid, BigDecimal received) {}
