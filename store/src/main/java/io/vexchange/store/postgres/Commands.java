package io.vexchange.store.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of the operating system that are run to their end. */
final class Commands {
    /**
     * How a program ended.
     *
     * @param status 0 is success
     * @param output of both streams
     */
    record Result(int status, String output) {
        boolean isSuccess() {
            return status == 0;
        }

        /** @return the last line that says something */
        String lastLine() {
            final List<String> lines =
                    output.lines().filter(each -> !each.isBlank()).toList();
            return lines.isEmpty() ? "status " + status : lines.get(lines.size() - 1);
        }
    }

    private static final long LIMIT_SECONDS = 120;
    private static final int NOT_FOUND = 127;

    private Commands() {}

    /** A program's environment is ours without what would lead PostgreSQL elsewhere, and speaks English. */
    static ProcessBuilder builder(final List<String> command) {
        final ProcessBuilder builder = new ProcessBuilder(command);
        final Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(each -> each.startsWith("PG"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    static Result run(final List<String> command, final String input) throws InterruptedException {
        final Process process;
        try {
            process = builder(command)
                    .redirectErrorStream(true)
                    .directory(new File("/"))
                    .start();
        } catch (final IOException e) {
            return new Result(NOT_FOUND, String.valueOf(e.getMessage()));
        }
        try {
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return new Result(-1, "no end within " + LIMIT_SECONDS + " s");
            }
            return new Result(process.exitValue(), output);
        } catch (final IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } finally {
            process.destroyForcibly();
        }
    }

    static Result run(final List<String> prefix, final String... command) throws InterruptedException {
        final List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return run(whole, "");
    }

    /** Java knows only the signals TERM and KILL. */
    static void signal(final long pid, final String name) throws InterruptedException {
        run(List.of("sh", "-c", "kill -" + name + " " + pid), "");
    }
}
