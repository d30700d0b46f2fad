package io.vexchange.engine.model;

/** Time in force (FIX 59). The name is the word of JSON and SQL. */
public enum TimeInForce {
    DAY('0'),
    GTC('1'),
    AT_THE_OPENING('2'),
    IOC('3'),
    FOK('4'),
    GTD('6'),
    AT_THE_CLOSE('7');

    private static final TimeInForce[] BY_FIX = new TimeInForce[128];

    static {
        for (final TimeInForce each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    TimeInForce(final char fix) {
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
    public static TimeInForce of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
