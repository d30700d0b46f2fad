package io.vexchange.engine.directory;

/** Something accounts own. Amounts are minor units: 10 to the power of minus the scale. */
public final class Asset {
    /** The largest amount of an asset that may ever exist, credit included, so that no balance can pass 63 bits. */
    public static final long MAX_UNITS = (1L << 62) - 1;

    public final int id;
    public final byte[] name;
    public final int scale;

    /** Deposits less withdrawals: the sum of all accounts' totals. */
    public long issuedUnits;

    /** What accounts without cover owe or may come to owe by their live orders. */
    public long creditUnits;

    public Asset(final int id, final byte[] name, final int scale) {
        this.id = id;
        this.name = name;
        this.scale = scale;
    }

    /**
     * @param units more than now
     * @return true when that much more could be owed or owned
     */
    public boolean hasRoomFor(final long units) {
        return units <= MAX_UNITS - issuedUnits - creditUnits;
    }
}
