package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vexchange.engine.client.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private static Outcome ask(final ClusterEngineClient client, final UnsafeBuffer command) {
        return client.ask(command, 0, command.capacity())
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static void ask(final ClusterEngineClient client, final int times, final UnsafeBuffer command) {
        final List<CompletableFuture<Outcome>> answers = Stream.generate(
                        () -> client.ask(command, 0, command.capacity()))
                .limit(times)
                .collect(Collectors.toList());
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** All events are there again, after as many as were trimmed, and numbering goes on. */
    private void shouldHave(final long trimmed, final long sequence) {
        try (TestNode node = new TestNode(folder)) {
            final RecordingListener listener = new RecordingListener();
            try (ClusterEngineClient client =
                    TestNode.connect(node.client("late", listener).withEvents().withAfterSequence(trimmed))) {
                await().atMost(PATIENCE).until(() -> listener.lastSequence.get() == sequence);
                assertThat(listener.firstSequence).hasValue(trimmed + 1);
                assertThat(listener.gaps).hasValue(0);
                assertThat(node.node.sequence()).isEqualTo(sequence);
                assertThat(node.node.trimmedSequence()).isEqualTo(trimmed);
                assertThat(client.isConnected()).isTrue();
                assertThat(node.fatal).isEmpty();
            }
        }
    }

    @Test
    void shouldReplayTheLog() {
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client = TestNode.connect(node.client("a", new RecordingListener()))) {
            ask(client, 1_000, TestNode.note(2, 100));
        }
        shouldHave(0, 2_000);
        shouldHave(0, 2_000);
    }

    @Test
    void shouldRestoreASnapshotAndReplayTheRest() {
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client = TestNode.connect(
                        node.client("d", new RecordingListener()).withDurable())) {
            ask(client, 1_000, TestNode.note(2, 100));
            client.consumed(1_500);
            await().atMost(PATIENCE).until(() -> node.node.trimmedSequence() == 1_500);
            final long position =
                    node.node.snapshot().orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(position).isPositive().isLessThanOrEqualTo(node.node.logPosition());
            ask(client, 500, TestNode.note(1, 100));
        }
        shouldHave(1_500, 2_500);
    }

    @Test
    void shouldTakeSnapshotsBySizeAndKeepThree() throws IOException {
        for (int run = 0; run < 3; run++) {
            try (TestNode node = new TestNode(folder, settings -> settings.withSnapshots(0, 100));
                    ClusterEngineClient client = TestNode.connect(
                            node.client("d", new RecordingListener()).withDurable())) {
                ask(client, 101, TestNode.note(1, 100));
                ask(client, TestNode.note(1, 100));
                node.node.snapshot().orTimeout(20, TimeUnit.SECONDS).join();
            }
        }
        // the log, and at most three snapshots of the consensus module and of the service
        try (Stream<Path> files = Files.list(folder.resolve("data").resolve("archive"))) {
            assertThat(files.filter(each -> each.toString().endsWith(".rec"))
                            .map(each -> each.getFileName().toString().replaceAll("-.*", ""))
                            .distinct())
                    .hasSizeLessThanOrEqualTo(1 + 3 * 2);
        }
        shouldHave(0, 3 * 102);
    }
}
