package io.vexchange.engine.client;

/**
 * A displayed order of the public book.
 *
 * @param entryId a new one after each iceberg refill
 * @param orderId of the order
 * @param priceTicks ticks
 * @param lots displayed, lots
 */
public record BookEntry(long entryId, long orderId, long priceTicks, long lots) {}
