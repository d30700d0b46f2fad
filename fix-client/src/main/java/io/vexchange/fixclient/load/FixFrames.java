package io.vexchange.fixclient.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what is received into messages, and proves BodyLength and CheckSum of each. Not for several threads. */
final class FixFrames {
    private static final int CAPACITY = 256 * 1_024;
    private static final byte[] START = "8=FIX.4.4\u00019=".getBytes(StandardCharsets.US_ASCII);
    private static final int TRAILER = 7;
    private static final int LENGTH_DIGITS = 6;
    private static final byte SOH = 1;

    private final byte[] bytes = new byte[CAPACITY];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final FixView view = new FixView();

    /** Reads once. Hands every complete message over; the view is good during the call only. Returns what the channel said. */
    int read(final ReadableByteChannel channel, final Consumer<FixView> messages) throws IOException {
        final int read = channel.read(buffer);
        if (read > 0) {
            deliver(messages);
        }
        return read;
    }

    private void deliver(final Consumer<FixView> messages) throws IOException {
        final int end = buffer.position();
        int start = 0;
        int length = frameLength(start, end);
        while (length > 0) {
            messages.accept(view);
            start += length;
            length = frameLength(start, end);
        }
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            buffer.position(end - start);
        } else if (end == CAPACITY) {
            throw new IOException("a message of more than " + CAPACITY + " bytes");
        }
    }

    /** The length of the message at this position, its fields in the view; 0 when it is not complete. */
    private int frameLength(final int start, final int end) throws IOException {
        if (end - start < START.length + LENGTH_DIGITS + TRAILER) {
            return 0;
        }
        for (int i = 0; i < START.length; i++) {
            if (bytes[start + i] != START[i]) {
                throw garbled(start, end, "does not begin as FIX.4.4");
            }
        }
        int at = start + START.length;
        int bodyLength = 0;
        while (bytes[at] != SOH) {
            final int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9 || at - start - START.length >= LENGTH_DIGITS) {
                throw garbled(start, end, "BodyLength is no number");
            }
            bodyLength = bodyLength * 10 + digit;
            at++;
        }
        final int body = at + 1;
        final int trailer = body + bodyLength;
        if (end < trailer + TRAILER) {
            return 0;
        }
        if (bytes[trailer] != '1'
                || bytes[trailer + 1] != '0'
                || bytes[trailer + 2] != '='
                || bytes[trailer + 6] != SOH) {
            throw garbled(start, end, "BodyLength does not lead to CheckSum");
        }
        int sum = 0;
        for (int i = start; i < trailer; i++) {
            sum += bytes[i];
        }
        if ((sum & 0xFF) != Digits.parse(bytes, trailer + 3, 3)) {
            throw garbled(start, end, "CheckSum is wrong");
        }
        if (!view.wrap(bytes, body, trailer)) {
            throw garbled(start, end, "fields are not tag=value");
        }
        return trailer + TRAILER - start;
    }

    private IOException garbled(final int start, final int end, final String what) {
        final String text = new String(bytes, start, Math.min(end - start, 120), StandardCharsets.ISO_8859_1)
                .replace('\u0001', '|');
        return new IOException("garbled message of the venue: " + what + ": " + text);
    }
}
