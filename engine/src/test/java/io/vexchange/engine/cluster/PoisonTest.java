package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry that can not be applied stops the member before anything of it leaves, now and whenever the log is replayed. */
final class PoisonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {CountingReplica.POISON, CountingReplica.FAILED_ASSERTION})
    void shouldNameTheEntryAndTellNothingOfIt(final int kind) {
        final RecordingListener listener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client =
                        TestNode.connect(node.client("a", listener).withEvents())) {
            final UnsafeBuffer good = TestNode.note(1, 10);
            client.ask(good, 0, good.capacity()).orTimeout(20, TimeUnit.SECONDS).join();
            final UnsafeBuffer poison = TestNode.note(5, 10, kind);
            client.send(poison, 0, poison.capacity());
            await().atMost(PATIENCE).until(() -> !node.fatal.isEmpty());
            assertThat(node.fatal)
                    .singleElement()
                    .asString()
                    .matches("the entry before log position \\d+ can not be applied: .*poisoned");
            assertThat(listener.lastSequence).hasValue(1);
        }
        try (TestNode again = new TestNode(folder)) {
            await().atMost(PATIENCE).until(() -> !again.fatal.isEmpty());
            assertThat(again.fatal.get(0))
                    .contains("the entry before log position")
                    .contains("poisoned");
            assertThat(again.node.isLeader()).isFalse();
        }
    }
}
