package io.vexchange.engine.model;

/** What a report tells (FIX 150); ORDER_STATUS answers a request and is no event. The name is the word of JSON and SQL. */
public enum ExecType {
    NEW('0'),
    TRADE('F'),
    CANCELED('4'),
    REPLACED('5'),
    REJECTED('8'),
    EXPIRED('C'),
    RESTATED('D'),
    TRIGGERED('L'),
    TRADE_CORRECT('G'),
    TRADE_CANCEL('H'),
    ORDER_STATUS('I');

    private static final ExecType[] BY_FIX = new ExecType[128];

    static {
        for (final ExecType each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    ExecType(final char fix) {
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
    public static ExecType of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
