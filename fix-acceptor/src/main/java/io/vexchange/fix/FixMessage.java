package io.vexchange.fix;

/**
 * A message of a session, for people.
 *
 * @param isIncoming from the client
 * @param atMicros when it was seen, microseconds since the epoch
 * @param text its fields parted by {@code |}, passwords masked
 */
public record FixMessage(boolean isIncoming, long atMicros, String text) {}
