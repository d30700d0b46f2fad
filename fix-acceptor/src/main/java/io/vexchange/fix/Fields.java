package io.vexchange.fix;

import quickfix.FieldException;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.SessionRejectReason;

/** The fields of a request, and the checks of form that QuickFIX/J and its dictionary do not make. Faults become a Reject (3). */
final class Fields {
    private static final int LONGEST_ID = 36;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_TEXT = 256;

    private Fields() {}

    /** @return the value, or null */
    static String text(final FieldMap fields, final int tag) {
        try {
            return fields.isSetField(tag) ? fields.getString(tag) : null;
        } catch (final FieldNotFound e) {
            return null;
        }
    }

    /** @return the first character, or 0 */
    static char character(final FieldMap fields, final int tag) {
        final String text = text(fields, tag);
        return text == null || text.isEmpty() ? 0 : text.charAt(0);
    }

    static boolean isYes(final FieldMap fields, final int tag) {
        return character(fields, tag) == 'Y';
    }

    /** @return true when the message says that it may have come before */
    static boolean mayBeKnown(final Message message) {
        return isYes(message.getHeader(), 97) || isYes(message.getHeader(), 43);
    }

    static FieldException fault(final int reason, final int tag) {
        return new FieldException(reason, tag);
    }

    static FieldException missing(final int tag) {
        return fault(SessionRejectReason.REQUIRED_TAG_MISSING, tag);
    }

    /** Checks the strings every request may have. */
    static void checkStrings(final Message message) {
        for (final int tag : new int[] {11, 17, 41, 320, 324, 335, 526, 568, 571, 583, 584, 710, 790, 909}) {
            check(message, tag, LONGEST_ID, '!');
        }
        check(message, 1, LONGEST_NAME, ' ');
        check(message, 55, LONGEST_NAME, ' ');
        check(message, 58, LONGEST_TEXT, ' ');
    }

    private static void check(final FieldMap fields, final int tag, final int longest, final char least) {
        final String text = text(fields, tag);
        if (text != null && !isText(text, longest, least)) {
            throw fault(SessionRejectReason.VALUE_IS_INCORRECT, tag);
        }
    }

    static boolean isText(final String text, final int longest, final char least) {
        if (text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < least || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** @return an engine's id, 0 when absent, -1 when it is none of ours */
    static long orderId(final FieldMap fields) {
        return id(fields, 37);
    }

    /** As {@link #orderId}, of another field. */
    static long id(final FieldMap fields, final int tag) {
        final String text = text(fields, tag);
        if (text == null) {
            return 0;
        }
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long id = 0;
        for (int i = 0; i < text.length(); i++) {
            final int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            id = id * 10 + digit;
        }
        return id == 0 || text.charAt(0) == '0' ? -1 : id;
    }
}
