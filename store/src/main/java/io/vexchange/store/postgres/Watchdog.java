package io.vexchange.store.postgres;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A shell that reads from a pipe this process holds. When the process is gone, however it went, the pipe ends and the shell stops the
 * server at once; told that all is well it just ends.
 */
final class Watchdog implements AutoCloseable {
    private static final String WATCH = "read -r word; [ \"$word\" = done ] && exit 0;"
            + " read -r pid <\"$2\" && [ \"$pid\" = \"$1\" ] && kill -QUIT \"$1\"";

    private final Process shell;

    private Watchdog(final Process shell) {
        this.shell = shell;
    }

    /**
     * @param pid of the server
     * @param postmasterFile says which process the server is
     */
    static Watchdog over(final long pid, final Path postmasterFile) throws IOException {
        return new Watchdog(Commands.builder(List.of(
                        "setsid",
                        "sh",
                        "-c",
                        WATCH,
                        "vexchange-watchdog",
                        String.valueOf(pid),
                        postmasterFile.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(new File("/"))
                .start());
    }

    long pid() {
        return shell.pid();
    }

    CompletableFuture<Process> onExit() {
        return shell.onExit();
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** The server is stopped at once, as if this process were gone. */
    void abandon() {
        try {
            shell.getOutputStream().close();
        } catch (final IOException e) {
            shell.destroyForcibly();
        }
    }

    /** The server has ended. */
    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (final IOException e) {
            // it has ended already
            shell.destroyForcibly();
        }
    }
}
