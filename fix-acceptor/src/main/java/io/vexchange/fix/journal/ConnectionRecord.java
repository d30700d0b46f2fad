package io.vexchange.fix.journal;

import java.nio.ByteBuffer;

/**
 * A connection of a session, and what its end does to its orders.
 *
 * @param epoch counts the connections of the session, from 1; 0 = none yet
 * @param scope N nothing, S the orders the session owns, Y all orders of its accounts
 * @param sparesGtc GTC and GTD orders stay
 * @param sparesOnLogout the client's own Logout cancels nothing
 */
public record ConnectionRecord(int epoch, char scope, boolean sparesGtc, boolean sparesOnLogout) {
    /** Before the first. */
    public static final ConnectionRecord NONE = new ConnectionRecord(0, 'N', false, false);

    static final int LENGTH = 7;

    static ConnectionRecord read(final ByteBuffer from) {
        return new ConnectionRecord(from.getInt(), (char) (from.get() & 0xff), from.get() != 0, from.get() != 0);
    }

    void write(final ByteBuffer to) {
        to.putInt(epoch).put((byte) scope).put((byte) (sparesGtc ? 1 : 0)).put((byte) (sparesOnLogout ? 1 : 0));
    }

    /** @return true when its end cancels orders */
    public boolean cancels() {
        return scope != 'N';
    }
}
