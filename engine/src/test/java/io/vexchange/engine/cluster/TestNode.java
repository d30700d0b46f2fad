package io.vexchange.engine.cluster;

import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.protocol.AuditNoteEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.agrona.concurrent.UnsafeBuffer;

/** A real member in a folder of the test, with the counting replica. */
final class TestNode implements AutoCloseable {
    final List<String> fatal = new CopyOnWriteArrayList<>();
    final EngineNode node;

    TestNode(final Path folder) {
        this(folder, settings -> settings);
    }

    TestNode(final Path folder, final UnaryOperator<NodeSettings> change) {
        node = EngineNode.start(
                change.apply(NodeSettings.of(folder.resolve("data"), folder.resolve("aeron"), fatal::add)
                        .withDurability(Durability.OS)),
                CountingReplica::new);
    }

    ClientSettings client(final String name, final EngineListener listener) {
        return ClientSettings.inProcess(node, name, listener);
    }

    static ClusterEngineClient connect(final ClientSettings settings) {
        final ClusterEngineClient client = ClusterEngineClient.connect(settings);
        try {
            if (!client.awaitConnected(15, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not connected: " + settings.name);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return client;
    }

    /** A command that makes so many events, each with a text of the given length. */
    static UnsafeBuffer note(final int events, final int textLength) {
        return note(events, textLength, 0);
    }

    static UnsafeBuffer note(final int events, final int textLength, final int kind) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64 + textLength]);
        final byte[] text = "x".repeat(textLength).getBytes(StandardCharsets.US_ASCII);
        final AuditNoteEncoder note = new AuditNoteEncoder();
        note.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .code(events)
                .kind((short) kind);
        note.putAudit(text, 0, text.length);
        return new UnsafeBuffer(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + note.encodedLength());
    }

    @Override
    public void close() {
        node.close();
    }
}
