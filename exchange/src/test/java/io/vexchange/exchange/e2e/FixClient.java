package io.vexchange.exchange.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A small, strict FIX 4.4 initiator over a raw socket. Its two numbers outlive its connections. A gap in what comes is
 * asked for; what the venue has missed of ours is gap-filled. Sending is for any thread; what comes is read by one of its
 * own, which calls the listener.
 */
final class FixClient {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final String sender;
    private final List<FixMessage> inbox = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final TreeMap<Integer, FixMessage> ahead = new TreeMap<>();
    private volatile Consumer<FixMessage> listener = each -> {};
    private volatile boolean open;
    private Socket socket;
    private Thread reader;
    private int nextOut = 1;
    private int nextIn = 1;
    private int askedTo;

    FixClient(final String sender) {
        this.sender = sender;
    }

    /** Gets every application message, once, in the order of the session; none of them then comes to {@link #take}. */
    void listen(final Consumer<FixMessage> to) {
        listener = to;
    }

    static String utc() {
        return UTC.format(Instant.now());
    }

    /** Logs on at host:port; with reset both numbers begin at 1. */
    FixMessage logOn(final String address, final boolean reset) {
        if (reset) {
            synchronized (this) {
                nextOut = 1;
                nextIn = 1;
            }
        }
        final FixMessage[] answer = new FixMessage[1];
        // A venue that has not yet noticed the end of the last connection cuts the next off without a word.
        Awaitility.await("logon of " + sender)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    connect(address);
                    send("A", "98=0", "108=30", "141=" + (reset ? "Y" : "N"), "553=" + sender, "554=demo");
                    Awaitility.await().atMost(PATIENCE).until(() -> {
                        answer[0] = poll(each -> "A5".contains(each.type()));
                        return answer[0] != null || !open;
                    });
                    return answer[0] != null;
                });
        if (!answer[0].type().equals("A")) {
            throw new AssertionError("refused: " + answer[0]);
        }
        return answer[0];
    }

    private void connect(final String address) throws IOException, InterruptedException {
        close();
        final int colon = address.lastIndexOf(':');
        final Socket made = new Socket();
        made.setTcpNoDelay(true);
        made.connect(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                (int) PATIENCE.toMillis());
        synchronized (this) {
            socket = made;
            open = true;
            askedTo = 0;
            ahead.clear();
        }
        reader = new Thread(() -> read(made), "fix-" + sender);
        reader.setDaemon(true);
        reader.start();
    }

    /** Sends one message, fields as {@code tag=value}; its number. */
    synchronized int send(final String type, final String... fields) {
        final int number = nextOut++;
        write(encode(type, number, fields));
        return number;
    }

    /** The bytes of a message with the next number, which is used up. */
    synchronized byte[] next(final String type, final String... fields) {
        return encode(type, nextOut++, fields);
    }

    /** The next number becomes this. */
    synchronized void renumber(final int next) {
        nextOut = next;
    }

    synchronized void write(final byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (final IOException e) {
            open = false; // the venue is gone; what was to be sent was not told
        }
    }

    private byte[] encode(final String type, final int number, final String... fields) {
        final StringBuilder body = new StringBuilder(200);
        body.append("35=").append(type).append("\u000149=").append(sender).append("\u000156=VEX\u000134=");
        body.append(number).append("\u000152=").append(utc()).append('\u0001');
        for (final String each : fields) {
            body.append(each).append('\u0001');
        }
        final String whole = "8=FIX.4.4\u00019=" + body.length() + '\u0001' + body;
        int sum = 0;
        for (final byte each : whole.getBytes(StandardCharsets.ISO_8859_1)) {
            sum += each & 0xFF;
        }
        final int checksum = sum & 0xFF;
        final String digits = Integer.toString(1000 + checksum).substring(1);
        return (whole + "10=" + digits + '\u0001').getBytes(StandardCharsets.ISO_8859_1);
    }

    private void read(final Socket from) {
        try (InputStream in = new BufferedInputStream(from.getInputStream(), 1 << 16)) {
            final StringBuilder text = new StringBuilder();
            int fieldStart = 0;
            for (int each = in.read(); each >= 0; each = in.read()) {
                text.append((char) each);
                if (each == 1) {
                    if (text.indexOf("10=", fieldStart) == fieldStart) {
                        arrived(FixMessage.of(text.toString()));
                        text.setLength(0);
                    }
                    fieldStart = text.length();
                }
            }
        } catch (final IOException e) {
            // the end of the connection
        } catch (final RuntimeException e) {
            fault(e.toString());
        }
        if (socket == from) {
            open = false;
        }
    }

    private synchronized void fault(final String text) {
        faults.add(sender + ": " + text);
    }

    private synchronized void arrived(final FixMessage message) {
        if (message.type().equals("4") && !message.has(123, "Y")) {
            fault("a reset: " + message);
        } else if (message.sequence() < nextIn) {
            if (!message.has(43, "Y")) {
                fault("number below " + nextIn + ": " + message);
            }
        } else if (message.sequence() > nextIn) {
            gap(message);
        } else {
            inSequence(message);
            while (!ahead.isEmpty() && ahead.firstKey() <= nextIn) {
                final FixMessage waiting = ahead.pollFirstEntry().getValue();
                if (waiting.sequence() == nextIn) {
                    inSequence(waiting);
                }
            }
        }
    }

    private void gap(final FixMessage message) {
        if ("A52".contains(message.type())) { // not to be waited for; its place in the order is taken later
            handle(message);
            ahead.put(message.sequence(), FixMessage.of("35=0\u000134=" + message.sequence() + '\u0001'));
        } else {
            ahead.put(message.sequence(), message);
        }
        if (askedTo < nextIn) {
            send("2", "7=" + nextIn, "16=0");
            askedTo = message.sequence();
        }
    }

    private void inSequence(final FixMessage message) {
        if (message.type().equals("4")) {
            nextIn = Math.max(nextIn, Integer.parseInt(message.get(36)));
            return;
        }
        nextIn++;
        handle(message);
    }

    private void handle(final FixMessage message) {
        switch (message.type()) {
            case "0" -> {}
            case "1" -> send("0", "112=" + message.get(112));
            case "2" -> fill(Integer.parseInt(message.get(7)));
            case "3", "5", "A" -> inbox.add(message);
            default -> {
                listener.accept(message);
                inbox.add(message);
            }
        }
    }

    /** Everything of ours from that number on was meant for a moment that is over. */
    private void fill(final int from) {
        if (from < nextOut) {
            write(encode("4", from, "43=Y", "122=" + utc(), "123=Y", "36=" + nextOut));
        }
    }

    /** Takes the first of the messages that came for which it holds; null when there is none. */
    synchronized FixMessage poll(final Predicate<FixMessage> wanted) {
        for (int i = 0; i < inbox.size(); i++) {
            if (wanted.test(inbox.get(i))) {
                return inbox.remove(i);
            }
        }
        return null;
    }

    /** Waits for such a message and takes it. */
    FixMessage take(final String what, final Predicate<FixMessage> wanted) {
        final FixMessage[] found = new FixMessage[1];
        Awaitility.await(sender + " waits for " + what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    found[0] = poll(wanted);
                    return found[0] != null;
                });
        return found[0];
    }

    /** Waits for the report of an order, by ClOrdID, in such a state ({@code F/2}). */
    FixMessage report(final String id, final String state) {
        return take(
                state + " of " + id,
                each -> each.type().equals("8")
                        && each.has(11, id)
                        && each.state().equals(state));
    }

    /** A limit order for the day. */
    int limit(
            final String id,
            final String account,
            final String symbol,
            final String side,
            final String quantity,
            final String price) {
        return send("D", limitFields(id, account, symbol, side, quantity, price));
    }

    static String[] limitFields(
            final String id,
            final String account,
            final String symbol,
            final String side,
            final String quantity,
            final String price) {
        return new String[] {
            "11=" + id,
            "1=" + account,
            "55=" + symbol,
            "54=" + side,
            "38=" + quantity,
            "40=2",
            "44=" + price,
            "60=" + utc()
        };
    }

    /** Forgets what came and was not taken. */
    synchronized void forget() {
        inbox.clear();
    }

    boolean isOpen() {
        return open;
    }

    /** What the venue did against the rules of the session. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** Waits until the venue has closed the connection and all it sent has been read. */
    void awaitEnd() throws InterruptedException {
        reader.join(PATIENCE.toMillis());
    }

    /** Ends the connection without a Logout. */
    void close() throws IOException, InterruptedException {
        if (socket != null) {
            socket.close();
            reader.join(PATIENCE.toMillis());
        }
    }
}
