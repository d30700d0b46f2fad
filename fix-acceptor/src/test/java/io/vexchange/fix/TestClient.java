package io.vexchange.fix;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/** A bare FIX client: it sends what the test says and shows everything it gets. */
final class TestClient implements AutoCloseable {
    private static final String END = "(closed)";

    private final String sender;
    private final int port;
    private final LinkedBlockingQueue<String> inbox = new LinkedBlockingQueue<>();
    private volatile Socket socket;
    int nextOut = 1;
    /** What it has sent last. */
    String newest;
    /** Plain, or TLS. */
    SocketFactory sockets = SocketFactory.getDefault();
    /** Everything that comes must fit the dictionary a stock client has. */
    boolean stock = true;
    /** False: it leaves everything in the socket. */
    boolean reads = true;

    TestClient(final String sender, final int port) {
        this.sender = sender;
        this.port = port;
    }

    TestClient connect() {
        try {
            socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            inbox.clear();
            if (reads) {
                read();
            }
            return this;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to read, if it does not already. */
    void read() {
        final Socket mine = socket;
        final Thread reader = new Thread(() -> read(mine), "client-" + sender);
        reader.setDaemon(true);
        reader.start();
    }

    private void read(final Socket from) {
        try (InputStream in = new BufferedInputStream(from.getInputStream())) {
            final StringBuilder text = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
                final int length = text.length();
                if (next == 1
                        && length > 8
                        && text.charAt(length - 8) == 1
                        && text.substring(length - 7).startsWith("10=")) {
                    inbox.add(text.toString());
                    text.setLength(0);
                }
            }
        } catch (final IOException e) {
            // the end, as below
        }
        if (socket == from) { // the end of an earlier connection is not that of this one
            inbox.add(END);
        }
    }

    String logon(final boolean reset, final String... more) {
        connect();
        if (reset) {
            nextOut = 1;
        }
        sendLogon("demo", reset, more);
        return take();
    }

    void sendLogon(final String password, final boolean reset, final String... more) {
        final List<String> fields = new ArrayList<>(List.of("98=0", "108=30", "553=" + sender, "554=" + password));
        if (reset) {
            fields.add("141=Y");
        }
        fields.addAll(List.of(more));
        send("A", fields.toArray(new String[0]));
    }

    int send(final String type, final String... fields) {
        final int number = nextOut++;
        sendAs(number, type, fields);
        return number;
    }

    void sendAs(final int number, final String type, final String... fields) {
        final StringBuilder time = FixText.time(new StringBuilder(), OutboundMessage.nowMicros(), false);
        final StringBuilder text = new StringBuilder();
        for (final String each : new String[] {"35=" + type, "34=" + number, "49=" + sender, "52=" + time, "56=VEX"}) {
            text.append(each).append(FixText.SOH);
        }
        for (final String each : fields) {
            text.append(each).append(FixText.SOH);
        }
        raw(FixText.frame(text));
    }

    void raw(final String message) {
        newest = message;
        try {
            socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void order(final String clOrdId, final String... more) {
        final List<String> fields = new ArrayList<>(
                List.of("11=" + clOrdId, "55=ACME", "54=1", "38=10", "40=2", "44=99.00", "60=20261125-10:00:00"));
        fields.addAll(List.of(more));
        send("D", fields.toArray(new String[0]));
    }

    /** @return the next message of any kind, fields parted by | */
    String take() {
        try {
            final String message = inbox.poll(10, TimeUnit.SECONDS);
            if (message == null) {
                return "(nothing)";
            }
            if (stock && !END.equals(message)) {
                StockDictionary.check(message);
            }
            return message.replace(FixText.SOH, '|');
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isSilent() {
        return inbox.isEmpty();
    }

    static String value(final String message, final int tag) {
        return FixText.value(message.replace('|', FixText.SOH), tag);
    }

    boolean isClosed() {
        return END.equals(take());
    }

    void drop() {
        if (socket.isClosed()) {
            return;
        }
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            drop();
        }
    }
}
