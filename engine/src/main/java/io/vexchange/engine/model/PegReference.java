package io.vexchange.engine.model;

/** What a pegged order follows (FIX 18). The name is the word of JSON and SQL. */
public enum PegReference {
    PRIMARY('R'),
    MID('M');

    private static final PegReference[] BY_FIX = new PegReference[128];

    static {
        for (final PegReference each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    PegReference(final char fix) {
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
    public static PegReference of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
