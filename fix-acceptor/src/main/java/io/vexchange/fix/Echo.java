package io.vexchange.fix;

import quickfix.Message;
import quickfix.field.SessionRejectReason;

/** What comes with an order and goes back on each of its reports, as FIX text; the engine only carries it. */
final class Echo {
    private static final int[] PLAIN = {526, 528, 529, 582, 583};
    private static final int PARTIES = 453;
    private static final int LONGEST = 4_096;
    private static final int LONGEST_PARTY = 32;

    private Echo() {}

    static CharSequence of(final Message message) {
        final StringBuilder echo = new StringBuilder();
        for (final int tag : PLAIN) {
            final String value = Fields.text(message, tag);
            if (value != null) {
                FixText.field(echo, tag, value);
            }
        }
        if (message.isSetField(PARTIES) && message.getGroupCount(PARTIES) > 0) {
            parties(echo, message.toRawString());
        }
        if (echo.length() > LONGEST) {
            throw Fields.fault(SessionRejectReason.VALUE_IS_INCORRECT, PARTIES);
        }
        return echo;
    }

    /** The group as it was written: the dictionary has seen to its form. */
    private static void parties(final StringBuilder echo, final String raw) {
        int from = raw.indexOf("\001453=") + 1;
        while (from < raw.length()) {
            final int to = raw.indexOf(FixText.SOH, from) + 1;
            final int equals = raw.indexOf('=', from);
            if (!isOfParties(raw.substring(from, equals))) {
                return;
            }
            if (raw.startsWith("448=", from) && !Fields.isText(raw.substring(equals + 1, to - 1), LONGEST_PARTY, ' ')) {
                throw Fields.fault(SessionRejectReason.VALUE_IS_INCORRECT, 448);
            }
            echo.append(raw, from, to);
            from = to;
        }
    }

    private static boolean isOfParties(final String tag) {
        switch (tag) {
            case "453", "448", "447", "452", "802", "523", "803" -> {
                return true;
            }
            default -> {
                return false;
            }
        }
    }
}
