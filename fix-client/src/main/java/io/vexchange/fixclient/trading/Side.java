package io.vexchange.fixclient.trading;

import java.util.Locale;

/** Buy or sell, with FIX tag 54. */
enum Side {
    BUY("1"),
    SELL("2");

    private final String code;

    Side(final String code) {
        this.code = code;
    }

    /** Value of tag 54. */
    String code() {
        return code;
    }

    /** The word a person types. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for a value of tag 54, the value itself when it is another one. */
    static String wordOf(final String code) {
        for (final Side side : values()) {
            if (side.code.equals(code)) {
                return side.word();
            }
        }
        return code;
    }
}
