package io.vexchange.store.projection;

import java.nio.charset.StandardCharsets;

/** Reads the var data of generated decoders, whose readers all have the same shape. */
final class VarData {
    private VarData() {}

    /** Wraps the next var data of a message. */
    @FunctionalInterface
    interface Field {
        int get(byte[] destination, int offset, int length);
    }

    static String text(final int length, final Field field) {
        final byte[] bytes = new byte[length];
        field.get(bytes, 0, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
