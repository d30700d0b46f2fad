package io.vexchange.engine.cluster;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.LiveState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.IoUtil;

/** Measures the engine behind the log, with a reader of its state and a durable consumer. Arguments as {@link LogMeasurement}. */
final class CoreMeasurement {
    private static final int BATCH = 50_000;

    private CoreMeasurement() {}

    private static final class Reader implements EngineListener {
        final Directory directory = new Directory();
        final LiveState state = new LiveState(directory);

        @Override
        public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
            directory.onItem(templateId, buffer, offset, length);
            state.onItem(templateId, buffer, offset, length);
        }
    }

    private static NodeSettings settings(final String[] arguments) {
        return NodeSettings.of(Path.of(arguments[0]), Path.of(arguments[1]), cause -> say("fatal: %s", cause))
                .withDurability(Durability.valueOf(arguments[2].toUpperCase(Locale.ROOT)))
                .withIdleProfile(IdleProfile.valueOf(arguments[3].toUpperCase(Locale.ROOT)));
    }

    public static void main(final String[] arguments) throws Exception {
        IoUtil.delete(Path.of(arguments[0]).toFile(), true);
        Files.createDirectories(Path.of(arguments[0]));
        final RecordingListener projector = new RecordingListener();
        final Reader reader = new Reader();
        long commands = 0;
        try (EngineNode node = EngineNode.start(settings(arguments));
                ClusterEngineClient durable = TestNode.connect(
                        ClientSettings.inProcess(node, "projector", projector).withDurable());
                ClusterEngineClient client = TestNode.connect(
                        ClientSettings.inProcess(node, "web-1", reader).withImage())) {
            final Venue venue = new Venue(client);
            venue.open();
            for (int i = 0; i < 8; i++) {
                final long from = System.nanoTime();
                final long before = node.sequence();
                venue.trade(BATCH, new Random(i));
                while (!client.isSettled() || reader.state.sequence() != node.sequence()) {
                    LockSupport.parkNanos(100_000);
                }
                final double seconds = (System.nanoTime() - from) / 1e9;
                commands += BATCH;
                durable.consumed(node.sequence());
                say("commands/s=%.0f events/s=%.0f", BATCH / seconds, (node.sequence() - before) / seconds);
            }
            say("open orders=%d sequence=%d", reader.state.orderCount(), node.sequence());
        }
        final long from = System.nanoTime();
        try (EngineNode node = EngineNode.start(settings(arguments));
                ClusterEngineClient client = ClusterEngineClient.connect(
                        ClientSettings.inProcess(node, "web-1", new Reader()).withImage())) {
            say("connected=%s", client.awaitConnected(60, TimeUnit.SECONDS));
            say("restart with replay of %d commands ms=%d", commands, (System.nanoTime() - from) / 1_000_000);
            final long began = System.nanoTime();
            node.snapshot().get();
            say("snapshot ms=%d", (System.nanoTime() - began) / 1_000_000);
        }
    }

    private static void say(final String format, final Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }
}
