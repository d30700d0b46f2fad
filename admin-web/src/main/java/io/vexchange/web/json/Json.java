package io.vexchange.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes shapes: members in the order of their record, {@code null} written out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /**
     * @param shape a record, map, list or plain value
     * @return its JSON text
     */
    public static String text(final Object shape) {
        try {
            return MAPPER.writeValueAsString(shape);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("not writable: " + shape.getClass().getName(), e);
        }
    }

    /**
     * @param shape a record, map, list or plain value
     * @return its JSON text in UTF-8
     */
    public static byte[] bytes(final Object shape) {
        try {
            return MAPPER.writeValueAsBytes(shape);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("not writable: " + shape.getClass().getName(), e);
        }
    }

    /**
     * Appends a JSON string with its quotes.
     *
     * @param out where to
     * @param text what to write, null for {@code null}
     */
    public static void quote(final StringBuilder out, final String text) {
        if (text == null) {
            out.append("null");
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
