package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a whole process under load, several times over the same folder: nothing acknowledged is lost, nothing is there twice. */
class CrashTest {
    private static final int CRASHES = 3;
    private static final int FRAME_LENGTH_TORN = 40;

    @TempDir
    Path folder;

    @Test
    void shouldLoseNothingAcknowledgedWhenKilled() throws IOException, InterruptedException {
        long acknowledged = 0;
        for (int crash = 0; crash < CRASHES; crash++) {
            final long now = acknowledgedBeforeKill(2_000 + 3_000L * crash);
            assertThat(now).isGreaterThan(acknowledged);
            acknowledged = now;
        }
        shouldHaveAtLeast(acknowledged);
    }

    @Test
    void shouldCutATornFrame() throws IOException, InterruptedException {
        final long acknowledged = acknowledgedBeforeKill(1_000);
        appendTornFrame();
        shouldHaveAtLeast(acknowledged);
    }

    /** As a crash in the middle of a write leaves it: the header of a frame over the page border, whose body is not there. */
    private void appendTornFrame() throws IOException {
        final File segment;
        try (Stream<Path> files = Files.list(folder.resolve("data").resolve("archive"))) {
            segment = files.filter(each -> each.getFileName().toString().startsWith("0-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .toFile();
        }
        try (RandomAccessFile file = new RandomAccessFile(segment, "rw")) {
            long end = 0;
            while (true) {
                file.seek(end);
                final int length = Integer.reverseBytes(file.readInt());
                if (length <= 0) {
                    break;
                }
                end += (length + 31) & ~31;
            }
            file.seek(end);
            file.writeInt(Integer.reverseBytes(8_192));
            file.write(new byte[FRAME_LENGTH_TORN]);
        }
    }

    private void shouldHaveAtLeast(final long acknowledged) {
        try (TestNode node = new TestNode(folder)) {
            final RecordingListener listener = new RecordingListener();
            try (ClusterEngineClient client =
                    TestNode.connect(node.client("late", listener).withEvents().withAfterSequence(0))) {
                await().atMost(Duration.ofSeconds(30)).until(() -> listener.lastSequence.get() == node.node.sequence());
                assertThat(listener.lastSequence.get()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(listener.firstSequence).hasValue(1);
                assertThat(listener.gaps).hasValue(0);
                assertThat(client.isConnected()).isTrue();
            }
        }
    }

    /** @return the newest sequence the process had told as acknowledged when it was killed */
    private long acknowledgedBeforeKill(final long killAfter) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("--add"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(CrashingNode.class.getName());
        command.add(folder.toString());
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        long first = -1;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                if (line.startsWith(CrashingNode.MARK)) {
                    last = Long.parseLong(line.substring(CrashingNode.MARK.length()));
                    first = first < 0 ? last : first;
                    if (last - first >= killAfter && process.isAlive()) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return last;
    }
}
