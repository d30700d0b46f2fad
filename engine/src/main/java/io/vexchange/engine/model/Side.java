package io.vexchange.engine.model;

/** Side of an order (FIX 54). The name is the word of JSON and SQL. */
public enum Side {
    BUY('1'),
    SELL('2');

    private static final Side[] BY_FIX = new Side[128];

    static {
        for (final Side each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    Side(final char fix) {
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
    public static Side of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
