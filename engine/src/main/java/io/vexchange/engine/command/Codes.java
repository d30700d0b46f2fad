package io.vexchange.engine.command;

import io.vexchange.engine.model.Code;

/** Codes that come in from outside. */
final class Codes {
    private static final Code[] BY_NUMBER = new Code[128];

    static {
        for (final Code each : Code.values()) {
            BY_NUMBER[each.number()] = each;
        }
    }

    private Codes() {}

    /** The code of that number, INVALID_FIELD when there is none. */
    static Code known(final int number) {
        final Code code = number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        return code == null ? Code.INVALID_FIELD : code;
    }
}
