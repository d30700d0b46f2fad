package io.vexchange.engine.client;

/**
 * An asset of the venue.
 *
 * @param id from 1
 * @param name such as {@code USD}
 * @param scale decimals of its minor unit
 */
public record Asset(int id, String name, int scale) {}
