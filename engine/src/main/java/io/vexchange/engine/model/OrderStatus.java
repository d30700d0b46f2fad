package io.vexchange.engine.model;

/** State of an order (FIX 39). The name is the word of JSON and SQL. */
public enum OrderStatus {
    NEW('0'),
    PARTIALLY_FILLED('1'),
    FILLED('2'),
    CANCELED('4'),
    REJECTED('8'),
    EXPIRED('C');

    private static final OrderStatus[] BY_FIX = new OrderStatus[128];

    static {
        for (final OrderStatus each : values()) {
            BY_FIX[each.fix] = each;
        }
    }

    private final byte fix;

    OrderStatus(final char fix) {
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
    public static OrderStatus of(final int fix) {
        return fix > 0 && fix < BY_FIX.length ? BY_FIX[fix] : null;
    }
}
