package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterEngineClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private static Outcome ask(final ClusterEngineClient client, final UnsafeBuffer command) {
        return client.ask(command, 0, command.capacity())
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void shouldAnswerACommandWithWhatItCaused() {
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client = TestNode.connect(node.client("a", new RecordingListener()))) {
            final Outcome outcome = ask(client, TestNode.note(3, 10));
            assertThat(outcome.code()).isEqualTo(Code.NONE);
            assertThat(outcome.sequence()).isEqualTo(3);
            assertThat(outcome.items()).hasSize(3);
            assertThat(node.node.isLeader()).isTrue();
            await().atMost(PATIENCE).until(() -> node.node.sequence() == 3);
        }
    }

    @Test
    void shouldFollowEventsAfterASequence() {
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient sender = TestNode.connect(node.client("a", new RecordingListener()))) {
            ask(sender, TestNode.note(10, 10));
            final RecordingListener follower = new RecordingListener();
            try (ClusterEngineClient client =
                    TestNode.connect(node.client("b", follower).withEvents().withAfterSequence(4))) {
                await().atMost(PATIENCE).until(() -> follower.lastSequence.get() == 10);
                ask(sender, TestNode.note(5, 10));
                await().atMost(PATIENCE).until(() -> follower.lastSequence.get() == 15);
                assertThat(follower.firstSequence).hasValue(5);
                assertThat(follower.gaps).hasValue(0);
                assertThat(client.isConnected()).isTrue();
            }
        }
    }

    @Test
    void shouldTakeAnImageAndGoOnAfterIt() {
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient sender = TestNode.connect(node.client("a", new RecordingListener()))) {
            ask(sender, TestNode.note(10, 10));
            final RecordingListener follower = new RecordingListener();
            try (ClusterEngineClient client =
                    TestNode.connect(node.client("b", follower).withImage())) {
                ask(client, TestNode.note(1, 10));
                await().atMost(PATIENCE).until(() -> follower.lastSequence.get() == 11);
                assertThat(follower.images).hasValue(1);
                assertThat(follower.firstSequence).hasValue(11);
                assertThat(follower.gaps).hasValue(0);
            }
        }
    }

    @Test
    void shouldGiveADurableClientWhatItHasNotConsumedAndTrimTheRest() {
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient sender = TestNode.connect(node.client("a", new RecordingListener()))) {
            final RecordingListener first = new RecordingListener();
            try (ClusterEngineClient durable =
                    TestNode.connect(node.client("d", first).withDurable())) {
                ask(sender, TestNode.note(10, 10));
                await().atMost(PATIENCE).until(() -> first.lastSequence.get() == 10);
                durable.consumed(6);
            }
            await().atMost(PATIENCE).until(() -> node.node.trimmedSequence() == 6);
            final RecordingListener second = new RecordingListener();
            try (ClusterEngineClient durable =
                    TestNode.connect(node.client("d", second).withDurable().withImage())) {
                await().atMost(PATIENCE)
                        .until(() -> second.lastSequence.get() == 10 && second.firstSequence.get() != 0);
                assertThat(second.firstSequence).hasValue(7);
                assertThat(second.hellos.get(0).durablePosition()).isEqualTo(6);
                assertThat(durable.isConnected()).isTrue();
            }
        }
    }

    @Test
    void shouldRefuseEventsThatAreGone() {
        final List<String> fatal = new CopyOnWriteArrayList<>();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient durable = TestNode.connect(
                        node.client("d", new RecordingListener()).withDurable())) {
            ask(durable, TestNode.note(10, 10));
            durable.consumed(10);
            await().atMost(PATIENCE).until(() -> node.node.trimmedSequence() == 10);
            final RecordingListener late = new RecordingListener();
            try (ClusterEngineClient client = TestNode.connect(
                    node.client("b", late).withEvents().withAfterSequence(2).withOnFatal(fatal::add))) {
                await().atMost(PATIENCE).until(() -> !fatal.isEmpty());
                assertThat(late.firstSequence).hasValue(0);
                assertThat(late.hellos.get(0).trimmedSequence()).isEqualTo(10);
                assertThat(client.isConnected()).isTrue();
            }
        }
    }

    @Test
    void shouldFenceAnOlderConnectionOfTheSameName() {
        final List<String> fatal = new CopyOnWriteArrayList<>();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient old = TestNode.connect(
                        node.client("a", new RecordingListener()).withOnFatal(fatal::add))) {
            ask(old, TestNode.note(1, 10));
            try (ClusterEngineClient young = TestNode.connect(node.client("a", new RecordingListener()))) {
                final CompletableFuture<Outcome> lost =
                        old.ask(TestNode.note(1, 10), 0, TestNode.note(1, 10).capacity());
                await().atMost(PATIENCE).until(() -> !fatal.isEmpty());
                await().atMost(PATIENCE).until(lost::isCompletedExceptionally);
                assertThat(ask(young, TestNode.note(1, 10)).sequence()).isEqualTo(2);
            }
        }
    }

    @Test
    void shouldSendAgainWhatALostConnectionMayHaveLost() {
        final RecordingListener listener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client =
                        TestNode.connect(node.client("a", listener).withEvents())) {
            final int commands = 2_000;
            final List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            for (int i = 0; i < commands; i++) {
                answers.add(
                        client.ask(TestNode.note(1, 10), 0, TestNode.note(1, 10).capacity()));
                if (i % 500 == 250) {
                    client.dropConnection();
                }
            }
            CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            await().atMost(PATIENCE).until(() -> listener.lastSequence.get() == commands);
            assertThat(node.node.sequence()).isEqualTo(commands);
            assertThat(listener.gaps).hasValue(0);
            assertThat(listener.disconnections.get()).isPositive();
        }
    }

    /** Long enough for the client's thread to keep the session alive meanwhile. */
    @Test
    void shouldTakeCommandsFromManyThreads() throws InterruptedException {
        final RecordingListener listener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client =
                        TestNode.connect(node.client("a", listener).withEvents())) {
            final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2_500);
            final List<Thread> threads = new ArrayList<>();
            final AtomicLong sent = new AtomicLong();
            for (int i = 0; i < 4; i++) {
                final Thread thread = new Thread(() -> {
                    while (System.nanoTime() < until) {
                        ask(client, TestNode.note(1, 10));
                        sent.incrementAndGet();
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (final Thread thread : threads) {
                thread.join();
            }
            await().atMost(PATIENCE).until(() -> listener.lastSequence.get() == sent.get());
            assertThat(listener.gaps).hasValue(0);
            assertThat(listener.disconnections).hasValue(0);
        }
    }

    @Test
    void shouldCloseAFollowerWhoseEventsAreGone() {
        final List<String> fatal = new CopyOnWriteArrayList<>();
        final RecordingListener slow = new RecordingListener();
        final RecordingListener durableListener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient durable =
                        TestNode.connect(node.client("d", durableListener).withDurable());
                ClusterEngineClient client = TestNode.connect(
                        node.client("b", slow).withEvents().withAfterSequence(0).withOnFatal(fatal::add))) {
            slow.isReady = false;
            for (int i = 0; i < 100; i++) {
                ask(durable, TestNode.note(50, 20_000));
                durable.consumed(durableListener.lastSequence.get());
            }
            await().atMost(PATIENCE).until(() -> durableListener.lastSequence.get() == 5_000);
            durable.consumed(5_000);
            await().atMost(PATIENCE).until(() -> node.node.trimmedSequence() == 5_000);
            ask(durable, TestNode.note(1, 10));
            ask(durable, TestNode.note(1, 10));
            slow.isReady = true;
            await().atMost(PATIENCE).until(() -> !fatal.isEmpty());
            assertThat(slow.gaps).hasValue(0);
            assertThat(slow.lastSequence.get()).isLessThan(5_000);
            assertThat(client.name()).isEqualTo("b");
        }
    }

    @Test
    void shouldServeAClientWithAMediaDriverOfItsOwn() {
        final RecordingListener listener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                MediaDriver driver = MediaDriver.launch(new MediaDriver.Context()
                        .aeronDirectoryName(folder.resolve("remote").toString())
                        .dirDeleteOnStart(true)
                        .dirDeleteOnShutdown(true)
                        .threadingMode(ThreadingMode.SHARED));
                ClusterEngineClient client = TestNode.connect(ClientSettings.remote(
                                Path.of(driver.aeronDirectoryName()),
                                node.node.ingressEndpoints(),
                                "127.0.0.1",
                                "far",
                                listener)
                        .withImage())) {
            assertThat(ask(client, TestNode.note(5, 10_000)).items()).hasSize(5);
            await().atMost(PATIENCE).until(() -> listener.lastSequence.get() == 5);
            assertThat(listener.gaps).hasValue(0);
        }
    }

    @Test
    void shouldKeepWhatASlowListenerDoesNotTakeAndNotWaitForIt() {
        final RecordingListener slow = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient sender = TestNode.connect(node.client("a", new RecordingListener()));
                ClusterEngineClient client =
                        TestNode.connect(node.client("b", slow).withEvents().withAfterSequence(0))) {
            slow.isReady = false;
            for (int i = 0; i < 200; i++) {
                ask(sender, TestNode.note(10, 2_000));
            }
            assertThat(slow.lastSequence.get()).isLessThan(2_000);
            slow.isReady = true;
            await().atMost(PATIENCE).until(() -> slow.lastSequence.get() == 2_000);
            assertThat(slow.gaps).hasValue(0);
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void shouldGiveANewImageToAFollowerTooFarBehind() {
        final RecordingListener slow = new RecordingListener();
        final RecordingListener durableListener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient durable =
                        TestNode.connect(node.client("d", durableListener).withDurable());
                ClusterEngineClient client =
                        TestNode.connect(node.client("b", slow).withImage())) {
            slow.isReady = false;
            for (int i = 0; i < 100; i++) {
                ask(durable, TestNode.note(50, 20_000));
                durable.consumed(durableListener.lastSequence.get());
            }
            await().atMost(PATIENCE).until(() -> durableListener.lastSequence.get() == 5_000);
            durable.consumed(5_000);
            await().atMost(PATIENCE).until(() -> node.node.trimmedSequence() == 5_000);
            ask(durable, TestNode.note(1, 10));
            slow.isReady = true;
            await().atMost(PATIENCE).until(() -> slow.lastSequence.get() == 5_001);
            assertThat(slow.images).hasValue(2);
            assertThat(slow.gaps).hasValue(0);
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void shouldTakeItemsAsLargeAsTheProtocolAllows() {
        final RecordingListener listener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client =
                        TestNode.connect(node.client("a", listener).withEvents())) {
            assertThat(ask(client, TestNode.note(20, 65_000)).items()).hasSize(20);
            await().atMost(PATIENCE).until(() -> listener.lastSequence.get() == 20);
        }
    }

    @Test
    void shouldRefuseCommandsAfterTheClose() {
        try (TestNode node = new TestNode(folder)) {
            final ClusterEngineClient client = TestNode.connect(node.client("a", new RecordingListener()));
            client.close();
            assertThatThrownBy(() -> client.send(TestNode.note(1, 1), 0, 30))
                    .isInstanceOf(EngineUnavailableException.class);
        }
    }

    @Test
    void shouldStopBeforeAnythingOfAPoisonedEntryLeaves() {
        final RecordingListener listener = new RecordingListener();
        try (TestNode node = new TestNode(folder);
                ClusterEngineClient client =
                        TestNode.connect(node.client("a", listener).withEvents())) {
            ask(client, TestNode.note(1, 10));
            final UnsafeBuffer poison = TestNode.note(5, 10, CountingReplica.POISON);
            client.send(poison, 0, poison.capacity());
            await().atMost(PATIENCE).until(() -> !node.fatal.isEmpty());
            assertThat(node.fatal).singleElement().asString().contains("poisoned");
            assertThat(listener.lastSequence).hasValue(1);
        }
    }
}
