package io.vexchange.engine.model;

/** Which side of a trade an order was on (FIX 851). The name is the word of JSON and SQL. */
public enum Liquidity {
    ADDED('1'),
    REMOVED('2'),
    AUCTION('4');

    private static final Liquidity[] BY_FIX = new Liquidity[128];

    static {
        for (final Liquidity each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    Liquidity(final char fix) {
        this.fix = (byte) fix;
    }

    /** @return the character FIX and the protocol use */
    public byte fix() {
        return fix;
    }

    /**
     * @param fix a character of the protocol
     * @return its meaning, or null when it has none
     */
    public static Liquidity of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
