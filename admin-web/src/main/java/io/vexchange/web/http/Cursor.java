package io.vexchange.web.http;

import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Opaque places in lists: the key of the last row of a page, bound to the path and filters it belongs to. */
public final class Cursor {
    private Cursor() {}

    /**
     * @param call the list asked for
     * @param key of the last row on the page
     * @return the cursor of the next page
     */
    public static String of(final Call call, final String key) {
        final String text = Long.toHexString(fingerprint(call)) + ":" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param call the list asked for
     * @return the key behind its cursor, null without one
     * @throws ProblemException INVALID_CURSOR when it is broken or belongs to another list
     */
    public static String key(final Call call) {
        final String cursor = call.query("cursor");
        if (cursor == null) {
            return null;
        }
        try {
            final String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            final int colon = text.indexOf(':');
            if (colon > 0 && text.substring(0, colon).equals(Long.toHexString(fingerprint(call)))) {
                return text.substring(colon + 1);
            }
        } catch (final IllegalArgumentException e) {
            // told below
        }
        throw ProblemException.ofField(Problems.INVALID_CURSOR, "cursor", "not a cursor of this list and its filters");
    }

    /**
     * @param call the list asked for
     * @return the id behind its cursor, {@link Long#MAX_VALUE} without one
     * @throws ProblemException INVALID_CURSOR when it is broken or belongs to another list
     */
    public static long id(final Call call) {
        final String key = key(call);
        if (key == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(key);
        } catch (final NumberFormatException e) {
            throw ProblemException.ofField(Problems.INVALID_CURSOR, "cursor", "not a cursor of this list");
        }
    }

    private static long fingerprint(final Call call) {
        final StringBuilder list = new StringBuilder(call.pathAsked());
        new TreeMap<>(call.queries()).forEach((name, values) -> {
            if (!name.equals("cursor") && !name.equals("limit") && !name.equals("minEventSequence")) {
                list.append('&').append(name).append('=').append(values.get(0));
            }
        });
        final CRC32 crc = new CRC32();
        crc.update(list.toString().getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
