package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.client.EngineListener;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<Long> heard = new CopyOnWriteArrayList<>();

    private static long hash(final DirectBuffer buffer, final int offset, final int length) {
        final SnapshotHash hash = new SnapshotHash();
        hash.add(buffer, offset, length);
        return hash.value();
    }

    private void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        final boolean isEvent = templateId >= 100 && templateId < 200;
        if (isEvent && buffer.getLong(offset + 8, ByteOrder.LITTLE_ENDIAN) > 0) {
            heard.add(hash(buffer, offset, length));
        }
    }

    /** A venue that traded, was snapshot twice, and stopped. */
    private long trade() {
        final NodeSettings settings = NodeSettings.of(folder, folder.resolve("aeron"), cause -> {
                    throw new AssertionError(cause);
                })
                .withDurability(Durability.OS);
        try (EngineNode node = EngineNode.start(settings)) {
            final EngineListener listener = this::onItem;
            try (ClusterEngineClient client = TestNode.connect(ClientSettings.inProcess(node, "web-1", listener)
                    .withEvents()
                    .withAfterSequence(0))) {
                final Venue venue = new Venue(client);
                venue.open();
                for (int round = 0; round < 2; round++) {
                    venue.trade(2_000, new Random(round));
                    node.snapshot().orTimeout(20, TimeUnit.SECONDS).join();
                }
                venue.trade(1_000, new Random(9));
                Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == node.sequence());
            }
            return node.sequence();
        }
    }

    private LogReplay.Result replay(final long after, final List<Long> events) {
        return new LogReplay(folder, EngineLimits.defaults())
                .run(Long.MAX_VALUE, after, Long.MAX_VALUE, true, (sequence, buffer, offset, length) -> {
                    assertThat(sequence).isEqualTo(after + events.size() + 1);
                    events.add(hash(buffer, offset, length));
                });
    }

    @Test
    void shouldMakeTheSameEventsAndStatesAgain() {
        final long sequence = trade();
        final List<Long> events = new ArrayList<>();
        final LogReplay.Result result = replay(0, events);
        assertThat(events).isEqualTo(heard);
        assertThat(result.sequence()).isEqualTo(sequence);
        assertThat(result.snapshots()).isEqualTo(2);
        assertThat(result.entries()).isGreaterThan(5_000);
        final List<Long> late = new ArrayList<>();
        assertThat(replay(sequence - 10, late).stateHash()).isEqualTo(result.stateHash());
        assertThat(late).isEqualTo(heard.subList((int) sequence - 10, (int) sequence));
    }

    @Test
    void shouldNameADamagedPlace() throws Exception {
        trade();
        try (FileChannel file =
                FileChannel.open(folder.resolve("archive").resolve("0-0.rec"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {0x5A}), 100_077);
        }
        assertThatThrownBy(() -> replay(0, new ArrayList<>()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("position ")
                .hasMessageContaining("checksum");
    }

    @Test
    void shouldSayThatThereIsNoLog() {
        assertThatThrownBy(() -> new LogReplay(folder, EngineLimits.defaults()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("no log");
    }
}
