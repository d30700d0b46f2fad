package io.vexchange.web.json;

/**
 * A JSON number as it was written: never a {@code double}, so no digit is lost.
 *
 * @param text the digits, as in the request
 */
public record JsonNumber(String text) {}
