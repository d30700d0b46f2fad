package io.vexchange.engine.directory;

/** Who enters and changes orders: a FIX session (its id above 0) or a user (its id negated). */
public abstract class Requester {
    public final byte[] name;
    public boolean isEnabled;
    /** A kill switch covers it. */
    public boolean isKilled;
    /** FIX 7928 of its orders, 0: its firm's. */
    public byte selfTradePrevention;

    public byte[] properties;
    /** In the order given. */
    public int[] accountIds = {};
    /** The account meant when none is named, 0: none. It is looked at first. */
    public int defaultAccountId;

    Requester(final byte[] name) {
        this.name = name;
    }

    /** @return true when it may act on every account */
    public abstract boolean isStaff();

    /**
     * @param accountId an account
     * @return true when it may act on it
     */
    public boolean mayUse(final int accountId) {
        if (isStaff() || (accountId == defaultAccountId && accountId != 0)) {
            return true;
        }
        for (final int each : accountIds) {
            if (each == accountId) {
                return true;
            }
        }
        return false;
    }
}
