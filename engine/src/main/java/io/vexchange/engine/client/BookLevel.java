package io.vexchange.engine.client;

/**
 * A price level of the public book.
 *
 * @param priceTicks ticks
 * @param lots displayed, lots
 * @param orderCount displayed orders
 */
public record BookLevel(long priceTicks, long lots, int orderCount) {}
