package io.vexchange.bench.simulate;

import java.nio.charset.StandardCharsets;

/** Texts of commands. */
final class VarData {
    /** A method of an encoder that takes bytes. */
    @FunctionalInterface
    interface Put {
        Object put(byte[] source, int offset, int length);
    }

    private VarData() {}

    /** In the order of the schema. */
    static void put(final Put field, final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        field.put(bytes, 0, bytes.length);
    }
}
