package io.vexchange.engine.client;

import java.util.List;

/**
 * The best levels of a book at one point of its public sequence.
 *
 * @param instrumentId whose book
 * @param publicSequence of the newest public event it shows
 * @param timeMicros of the newest public event, 0 = none yet
 * @param bids best first
 * @param offers best first
 */
public record BookDepth(
        int instrumentId, long publicSequence, long timeMicros, List<BookLevel> bids, List<BookLevel> offers) {}
