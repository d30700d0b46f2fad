package io.vexchange.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LifecycleTest {
    private final Lifecycle lifecycle = new Lifecycle();
    private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());

    private void started(final StopStage stage, final String name) {
        lifecycle.started(stage, name, () -> stopped.add(name));
    }

    @Test
    void shouldStopStageByStageAndTheLastFirst() {
        started(StopStage.FILES, "folder");
        started(StopStage.DATABASE, "database");
        started(StopStage.FIX, "fix");
        started(StopStage.ENGINE, "node");
        started(StopStage.ENGINE, "client");
        started(StopStage.REFUSE, "refuse");
        assertThat(lifecycle.stop()).isTrue();
        assertThat(stopped).containsExactly("refuse", "fix", "client", "node", "database", "folder");
    }

    @Test
    void shouldStopOnce() {
        started(StopStage.FIX, "fix");
        lifecycle.stop();
        assertThat(lifecycle.stop()).isTrue();
        assertThat(stopped).hasSize(1);
    }

    @Test
    void shouldStopTheOthersWhenOneFails() {
        started(StopStage.FILES, "folder");
        lifecycle.started(StopStage.ENGINE, "node", () -> {
            throw new IllegalStateException("no");
        });
        started(StopStage.FIX, "fix");
        assertThat(lifecycle.stop()).isFalse();
        assertThat(stopped).containsExactly("fix", "folder");
    }

    @Test
    void shouldPassOverWhatCanBePassedOverWhenHurried() throws Exception {
        final CountDownLatch waiting = new CountDownLatch(1);
        started(StopStage.FILES, "folder");
        started(StopStage.ENGINE, "node");
        started(StopStage.SNAPSHOT, "snapshot");
        lifecycle.started(StopStage.FIX, "fix", () -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        });
        final CompletableFuture<Boolean> stop = CompletableFuture.supplyAsync(lifecycle::stop);
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        lifecycle.hurry();
        stop.get(20, TimeUnit.SECONDS);
        assertThat(stopped).containsExactly("node", "folder");
    }
}
