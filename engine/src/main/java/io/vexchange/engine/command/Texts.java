package io.vexchange.engine.command;

import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/** Texts of commands that are kept. */
final class Texts {
    private static final byte[] REASON = "\"reason\"".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_REASON_LENGTH = 256;
    private static final byte[] EMPTY = {};

    private Texts() {}

    static byte[] copy(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] text = new byte[length];
        buffer.getBytes(offset, text);
        return text;
    }

    /** The first member "reason" of a JSON object as UTF-8, empty when it has none or is no JSON; cut when it is long. */
    static byte[] reason(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] json = copy(buffer, offset, length);
        int at = find(json);
        while (at < json.length && (json[at] == ' ' || json[at] == ':')) {
            at++;
        }
        if (at >= json.length || json[at] != '"') {
            return EMPTY;
        }
        final StringBuilder text = new StringBuilder();
        final String rest = new String(json, at + 1, json.length - at - 1, StandardCharsets.UTF_8);
        for (int i = 0; i < rest.length() && text.length() < MAX_REASON_LENGTH; i++) {
            final char each = rest.charAt(i);
            if (each == '"') {
                return text.toString().getBytes(StandardCharsets.UTF_8);
            }
            if (each != '\\') {
                text.append(each);
            } else if (i + 1 < rest.length()) {
                i += unescape(rest, i + 1, text);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Appends what the escape at a place means; returns how many characters it has behind the backslash. */
    private static int unescape(final String json, final int at, final StringBuilder text) {
        final char kind = json.charAt(at);
        if (kind == 'u' && at + 5 <= json.length()) {
            int value = 0;
            for (int i = at + 1; i < at + 5; i++) {
                value = 16 * value + Math.max(0, Character.digit(json.charAt(i), 16));
            }
            text.append((char) value);
            return 5;
        }
        text.append(
                switch (kind) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> kind;
                });
        return 1;
    }

    private static int find(final byte[] json) {
        for (int i = 0; i + REASON.length <= json.length; i++) {
            int same = 0;
            while (same < REASON.length && json[i + same] == REASON[same]) {
                same++;
            }
            if (same == REASON.length) {
                return i + same;
            }
        }
        return json.length;
    }
}
