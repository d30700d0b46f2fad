package io.vexchange.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an operation answers.
 *
 * @param status HTTP status
 * @param body a shape, or null for none
 * @param headers beside the usual ones
 */
public record Answer(int status, Object body, Map<String, String> headers) {
    /** The newest event an answer shows or caused. */
    public static final String EVENT_SEQUENCE = "Vex-Event-Sequence";

    /**
     * @param body a shape
     * @return 200 with it
     */
    public static Answer ok(final Object body) {
        return new Answer(200, body, Map.of());
    }

    /**
     * @param body a shape
     * @param location path of what was made
     * @return 201 with both
     */
    public static Answer created(final Object body, final String location) {
        return new Answer(201, body, Map.of("Location", location));
    }

    /**
     * @param name of a header
     * @param value of it
     * @return this answer with it
     */
    public Answer with(final String name, final String value) {
        final Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more);
    }

    /**
     * @param sequence the newest event it shows or caused
     * @return this answer with the header
     */
    public Answer at(final long sequence) {
        return with(EVENT_SEQUENCE, Long.toString(sequence));
    }
}
