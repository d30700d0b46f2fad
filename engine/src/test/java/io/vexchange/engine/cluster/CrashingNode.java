package io.vexchange.engine.cluster;

import io.vexchange.engine.client.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.agrona.concurrent.UnsafeBuffer;

/** A process to be killed: a member under load that tells each acknowledged sequence. Takes snapshots meanwhile. */
final class CrashingNode {
    static final String MARK = "acknowledged=";

    private static final int WINDOW = 200;

    private CrashingNode() {}

    public static void main(final String[] arguments) throws InterruptedException {
        final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try (TestNode node = new TestNode(Path.of(arguments[0]), settings -> settings.withSnapshots(0, 3_000));
                ClusterEngineClient client = TestNode.connect(node.client("a", new RecordingListener()))) {
            final Semaphore window = new Semaphore(WINDOW);
            final UnsafeBuffer command = TestNode.note(1, 50);
            while (true) {
                window.acquire();
                final CompletableFuture<Void> told = client.ask(command, 0, command.capacity())
                        .thenAccept(outcome -> {
                            window.release();
                            tell(out, outcome);
                        });
                if (told.isCompletedExceptionally()) {
                    return;
                }
            }
        }
    }

    private static void tell(final FileOutputStream out, final Outcome outcome) {
        try {
            out.write((MARK + outcome.sequence() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (final IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
