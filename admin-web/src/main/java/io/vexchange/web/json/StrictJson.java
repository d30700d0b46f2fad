package io.vexchange.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON object: UTF-8, no duplicate member, nesting of at most 8, nothing behind it, numbers kept as their digits.
 *
 * <p>Values are {@code String}, {@link JsonNumber}, {@code Boolean}, {@code null}, {@code List<Object>} and {@code Map<String, Object>}.
 */
public final class StrictJson {
    /** The deepest nesting of objects and arrays, the outermost object included. */
    public static final int MAX_NESTING = 8;

    private static final int MAX_LENGTH = 64 * 1024;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_LENGTH)
                    .maxStringLength(MAX_LENGTH)
                    .build())
            .build();

    private StrictJson() {}

    /**
     * @param bytes the body
     * @return the members in their order
     * @throws MalformedJsonException when the bytes are not one such object
     */
    public static Map<String, Object> object(final byte[] bytes) throws MalformedJsonException {
        try {
            return object(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (final CharacterCodingException e) {
            throw new MalformedJsonException("not UTF-8");
        }
    }

    /**
     * @param text the body or frame
     * @return the members in their order
     * @throws MalformedJsonException when the text is not one such object
     */
    public static Map<String, Object> object(final String text) throws MalformedJsonException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJsonException("not a JSON object");
            }
            final Map<String, Object> members = members(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("something follows the object");
            }
            return members;
        } catch (final JsonProcessingException e) {
            throw new MalformedJsonException(e.getOriginalMessage() + where(e));
        } catch (final IOException e) {
            throw new IllegalStateException("a string was not readable", e);
        }
    }

    private static String where(final JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line=" + e.getLocation().getLineNr() + " column="
                        + e.getLocation().getColumnNr();
    }

    private static Map<String, Object> members(final JsonParser parser) throws IOException {
        final Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static Object value(final JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_OBJECT -> members(parser);
            case START_ARRAY -> {
                final List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            default -> throw new IllegalStateException("token=" + parser.currentToken());
        };
    }
}
