package io.vexchange.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says of itself in its folder.
 *
 * @param pid of the postmaster
 * @param isReady whether it takes connections
 */
record PostmasterFile(long pid, boolean isReady) {
    private static final int STATUS_LINE = 7;

    static Path in(final Path folder) {
        return folder.resolve("postmaster.pid");
    }

    /** @return what it says now; empty when there is none, or it is being written */
    static Optional<PostmasterFile> read(final Path folder) {
        try {
            final List<String> lines = Files.readAllLines(in(folder), StandardCharsets.ISO_8859_1);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            final boolean isReady =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()), isReady));
        } catch (final IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @return the living postmaster of the folder: a process number may be another process's by now */
    static Optional<ProcessHandle> process(final Path folder) {
        return read(folder)
                .flatMap(file -> ProcessHandle.of(file.pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> worksIn(process.pid(), folder));
    }

    /** A postmaster's working folder is its database. */
    private static boolean worksIn(final long pid, final Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "cwd"))
                    .equals(folder.toRealPath());
        } catch (final IOException e) {
            return false;
        }
    }
}
