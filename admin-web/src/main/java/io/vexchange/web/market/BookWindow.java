package io.vexchange.web.market;

/**
 * The best levels of a book at the end of a command.
 *
 * @param seq the instrument's public sequence there
 * @param timeMicros engine time of it, microseconds since the epoch
 * @param bids buy side
 * @param asks sell side
 */
public record BookWindow(long seq, long timeMicros, Levels bids, Levels asks) {}
