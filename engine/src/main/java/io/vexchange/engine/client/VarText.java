package io.vexchange.engine.client;

import java.nio.charset.StandardCharsets;

/** Reads the var data of generated decoders, whose readers all have the same two shapes. */
final class VarText {
    private VarText() {}

    /** Wraps the next var data of a message. */
    @FunctionalInterface
    interface Field {
        int get(byte[] destination, int offset, int length);
    }

    static String text(final int length, final Field field) {
        if (length == 0) {
            field.get(new byte[0], 0, 0);
            return "";
        }
        final byte[] bytes = new byte[length];
        field.get(bytes, 0, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
