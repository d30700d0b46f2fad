package io.vexchange.fixclient.trading;

import java.util.Locale;
import java.util.Map;

/** What a message of the venue says of an order, in one word. */
enum Outcome {
    NEW,
    PARTIAL,
    FILL,
    CANCELED,
    REPLACED,
    REJECTED,
    EXPIRED,
    TRIGGERED,
    RESTATED,
    BUSTED,
    CORRECTED,
    STATUS,
    MASS_CANCELED,
    /** For expectations only: no message at all. */
    NOTHING;

    private static final Map<String, Outcome> BY_EXEC_TYPE = Map.of(
            "0", NEW, "4", CANCELED, "5", REPLACED, "8", REJECTED, "C", EXPIRED, "L", TRIGGERED, "G", CORRECTED, "H",
            BUSTED, "I", STATUS);

    /** Reads ExecType and its companions; the fields are those of an ExecutionReport. */
    static Outcome ofExecutionReport(final Map<Integer, String> fields) {
        final String execType = fields.getOrDefault(Tag.EXEC_TYPE, "");
        if ("F".equals(execType)) {
            return Values.isPositive(fields.get(Tag.LEAVES_QTY)) ? PARTIAL : FILL;
        }
        if ("D".equals(execType)) {
            return fields.getOrDefault(Tag.TEXT, "").startsWith(TRIGGERED.name()) ? TRIGGERED : RESTATED;
        }
        return BY_EXEC_TYPE.getOrDefault(execType, RESTATED);
    }

    boolean isTrade() {
        return this == PARTIAL || this == FILL;
    }

    static Outcome of(final String word) throws SyntaxFault {
        final String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        for (final Outcome outcome : values()) {
            if (outcome.name().equals(name)) {
                return outcome;
            }
        }
        return switch (name) {
            case "FILLED" -> FILL;
            case "CANCELLED" -> CANCELED;
            case "NONE" -> NOTHING;
            default ->
                throw new SyntaxFault(
                        "\"" + word
                                + "\" is no outcome: NEW, PARTIAL, FILL, CANCELED, REPLACED, REJECTED, EXPIRED, STATUS, NOTHING");
        };
    }
}
