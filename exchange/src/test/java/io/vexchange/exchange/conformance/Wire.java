package io.vexchange.exchange.conformance;

import io.vexchange.exchange.e2e.FixMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A FIX connection that does nothing of its own accord: it sends what it is told, wrong numbers too, and shows what came. */
final class Wire implements AutoCloseable {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final List<Integer> HEADER = List.of(49, 56, 34, 43, 97, 52, 122);
    private static final String END = "";

    private final String sender;
    private final LinkedBlockingQueue<String> inbox = new LinkedBlockingQueue<>();
    private Socket socket;
    private int nextOut = 1;

    Wire(final String sender) {
        this.sender = sender;
    }

    static String utc(final Instant at) {
        return UTC.format(at);
    }

    Wire connect(final int port) {
        try {
            drop();
            inbox.clear();
            final Socket made = new Socket(InetAddress.getLoopbackAddress(), port);
            made.setTcpNoDelay(true);
            socket = made;
            final Thread reader = new Thread(() -> read(made), "wire-" + sender);
            reader.setDaemon(true);
            reader.start();
            return this;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(final Socket from) {
        try (InputStream in = new BufferedInputStream(from.getInputStream(), 1 << 16)) {
            final StringBuilder text = new StringBuilder();
            int fieldStart = 0;
            for (int each = in.read(); each >= 0; each = in.read()) {
                text.append((char) each);
                if (each == 1) {
                    if (text.indexOf("10=", fieldStart) == fieldStart) {
                        inbox.add(text.toString());
                        text.setLength(0);
                    }
                    fieldStart = text.length();
                }
            }
        } catch (final IOException e) {
            // the end, as below
        }
        if (socket == from) {
            inbox.add(END);
        }
    }

    /** @return the message as it came, empty when the venue has closed the connection, null when nothing came in time */
    String take(final long millis) {
        try {
            return inbox.poll(millis, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int nextOut() {
        return nextOut;
    }

    /** A logon that begins both numbers anew; the venue may still be busy with the end of the connection before. */
    FixMessage logon(final int port, final List<FixMessage.Field> more) {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        final Map<Integer, String> fields = new LinkedHashMap<>();
        for (final FixMessage.Field each :
                List.of(field(98, "0"), field(108, "30"), field(141, "Y"), field(553, sender), field(554, "demo"))) {
            fields.put(each.tag(), each.value());
        }
        more.forEach(each -> fields.put(each.tag(), each.value()));
        fields.values().removeIf("~"::equals);
        final int first = fields.containsKey(141) ? 1 : nextOut;
        do {
            connect(port);
            nextOut = first;
            send(
                    "A",
                    fields.entrySet().stream()
                            .map(each -> field(each.getKey(), each.getValue()))
                            .toList());
            final String answer = take(10_000);
            if (answer != null && !answer.isEmpty()) {
                return FixMessage.of(answer);
            }
        } while (System.nanoTime() < deadline);
        throw new AssertionError(sender + " cannot log on");
    }

    static FixMessage.Field field(final int tag, final String value) {
        return new FixMessage.Field(tag, value);
    }

    /**
     * Sends a message. 49, 56, 34 and 52 are there unless given; a given 34 moves the next number, but with 43=Y or 0 or when it is no
     * number. 8, 9 and 10 are right unless given; {@code +1} adds to the right one. An empty value leaves the field out.
     */
    void send(final String type, final List<FixMessage.Field> given) {
        final Map<Integer, String> header = new LinkedHashMap<>();
        header.put(49, sender);
        header.put(56, "VEX");
        header.put(34, Integer.toString(nextOut));
        header.put(52, utc(Instant.now()));
        String begin = "FIX.4.4";
        String length = "+0";
        String sum = "+0";
        final StringBuilder rest = new StringBuilder();
        for (final FixMessage.Field each : given) {
            switch (each.tag()) {
                case 8 -> begin = each.value();
                case 9 -> length = each.value();
                case 10 -> sum = each.value();
                default -> {
                    if (HEADER.contains(each.tag())) {
                        header.put(each.tag(), each.value());
                    } else {
                        rest.append(each).append('\u0001');
                    }
                }
            }
        }
        final StringBuilder body = new StringBuilder("35=" + type + '\u0001');
        header.forEach((tag, value) -> {
            if (!value.isEmpty()) {
                body.append(tag).append('=').append(value).append('\u0001');
            }
        });
        body.append(rest);
        count(header, type, given);
        final String whole = "8=" + begin + "\u00019=" + changed(length, body.length(), "%d") + '\u0001' + body;
        write(whole + "10=" + changed(sum, sum(whole), "%03d") + '\u0001');
    }

    private void count(final Map<Integer, String> header, final String type, final List<FixMessage.Field> given) {
        final String number = header.get(34);
        if (number.matches("[0-9]{1,9}") && !"Y".equals(header.get(43))) {
            nextOut = Integer.parseInt(number) + 1;
        }
        if ("4".equals(type)) {
            given.stream().filter(each -> each.tag() == 36).forEach(each -> nextOut = Integer.parseInt(each.value()));
        }
    }

    private static String changed(final String change, final int right, final String format) {
        return change.startsWith("+") || change.startsWith("-")
                ? String.format(format, right + Integer.parseInt(change))
                : change;
    }

    private static int sum(final String text) {
        int sum = 0;
        for (final byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
            sum += each & 0xFF;
        }
        return sum & 0xFF;
    }

    void renumber(final int next) {
        nextOut = next;
    }

    void write(final String text) {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(final byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (final IOException e) {
            // closed by the venue: what it says to that is for the reader to see
        }
    }

    boolean isConnected() {
        return socket != null && !socket.isClosed();
    }

    /** Ends the connection without a Logout. */
    void drop() {
        if (socket != null) {
            final Socket old = socket;
            socket = null;
            try {
                old.close();
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        drop();
    }
}
