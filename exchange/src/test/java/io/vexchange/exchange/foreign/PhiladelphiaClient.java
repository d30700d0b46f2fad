package io.vexchange.exchange.foreign;

import com.paritytrading.philadelphia.FIXConfig;
import com.paritytrading.philadelphia.FIXConnection;
import com.paritytrading.philadelphia.FIXConnectionStatusListener;
import com.paritytrading.philadelphia.FIXMessage;
import com.paritytrading.philadelphia.FIXMessageListener;
import com.paritytrading.philadelphia.FIXVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** A client of Philadelphia, one thread: it sends, and reads until what is wanted has come. */
final class PhiladelphiaClient implements FIXMessageListener, FIXConnectionStatusListener, AutoCloseable {
    private static final int MOST_READS = 1_000;

    private final String name;
    private final SocketChannel channel;
    private final FIXConnection connection;
    private final Deque<String> inbox = new ArrayDeque<>();

    PhiladelphiaClient(final String name, final int port) throws IOException {
        this.name = name;
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        final FIXConfig config = new FIXConfig.Builder()
                .setVersion(FIXVersion.FIX_4_4)
                .setSenderCompID(name)
                .setTargetCompID("VEX")
                .setHeartBtInt(30)
                .build();
        connection = new FIXConnection(channel, config, this, this, System.currentTimeMillis());
    }

    /** Its own logon has no field for a password. */
    void logon() throws IOException {
        final FIXMessage message = prepared('A');
        message.addField(98).setInt(0);
        message.addField(108).setInt(30);
        message.addField(141).setBoolean(true);
        message.addField(553).setString(name);
        message.addField(554).setString("demo");
        connection.send(message);
    }

    private FIXMessage prepared(final char type) {
        connection.setCurrentTimeMillis(System.currentTimeMillis());
        final FIXMessage message = connection.create();
        connection.prepare(message, type);
        return message;
    }

    private static String id(final String id, final String name) {
        return id + name;
    }

    void order(final String id, final char side, final int quantity) throws IOException {
        final FIXMessage message = prepared('D');
        message.addField(11).setString(id(id, name));
        message.addField(55).setString("ACME");
        message.addField(54).setChar(side);
        message.addField(38).setInt(quantity);
        message.addField(40).setChar('2');
        message.addField(44).setFloat(99.0, 2);
        message.addField(60).setString(connection.getCurrentTimestamp());
        connection.send(message);
    }

    void cancel(final String id, final String original, final char side) throws IOException {
        final FIXMessage message = prepared('F');
        message.addField(11).setString(id(id, name));
        message.addField(41).setString(id(original, name));
        message.addField(55).setString("ACME");
        message.addField(54).setChar(side);
        message.addField(60).setString(connection.getCurrentTimestamp());
        connection.send(message);
    }

    void logout() throws IOException {
        connection.setCurrentTimeMillis(System.currentTimeMillis());
        connection.sendLogout();
    }

    /** @return the next message, which must be of that type, fields parted by a bar */
    String await(final String type) throws IOException {
        for (int i = 0; inbox.isEmpty() && i < MOST_READS; i++) {
            if (connection.receive() < 0) {
                break;
            }
        }
        final String next = inbox.poll();
        if (next == null || !next.startsWith(type + '|')) {
            throw new AssertionError("wanted " + type + ", got " + next);
        }
        return next;
    }

    private void keep(final FIXMessage message) {
        inbox.add(message.getMsgType().asString() + "|" + message);
    }

    @Override
    public void message(final FIXMessage message) {
        keep(message);
    }

    @Override
    public void logon(final FIXConnection from, final FIXMessage message) {
        keep(message);
    }

    @Override
    public void logout(final FIXConnection from, final FIXMessage message) {
        keep(message);
    }

    @Override
    public void reject(final FIXConnection from, final FIXMessage message) {
        throw new AssertionError("a Reject: " + message);
    }

    @Override
    public void close(final FIXConnection from, final String why) {
        throw new AssertionError("Philadelphia gives up: " + why);
    }

    @Override
    public void sequenceReset(final FIXConnection from) {
        throw new AssertionError("a SequenceReset");
    }

    @Override
    public void tooLowMsgSeqNum(final FIXConnection from, final long received, final long expected) {
        throw new AssertionError("number " + received + " is below " + expected);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
