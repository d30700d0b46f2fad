package io.vexchange.fixclient.load;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * What a load does. Exactly one of rate and window is above 0.
 *
 * @param venue where it goes
 * @param target CompID of the venue
 * @param password of every session
 * @param sessions that send, in turn
 * @param ratePerSecond open loop: requests of all sessions together
 * @param window closed loop: requests each session has unanswered
 * @param warmupSeconds before the measurement
 * @param seconds of measurement
 * @param terms of the orders
 * @param mix of the requests
 * @param ledger where every order and what it was told is written, null for nowhere
 * @param untilDisconnect true when the end of the venue is what is waited for
 */
record LoadPlan(
        InetSocketAddress venue,
        String target,
        String password,
        List<String> sessions,
        int ratePerSecond,
        int window,
        int warmupSeconds,
        int seconds,
        Terms terms,
        Mix mix,
        Path ledger,
        boolean untilDisconnect) {
    static final int SESSION_LIMIT = 64;
    static final int RATE_LIMIT = 200_000;
    static final int WINDOW_LIMIT = 10_000;
    static final int SECONDS_LIMIT = 3_600;
    /** A ledger is kept in memory until the end. */
    static final long LEDGER_LIMIT = 4_000_000;

    boolean isOpenLoop() {
        return ratePerSecond > 0;
    }
}
