package io.vexchange.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** As whom PostgreSQL's programs run: they refuse root. */
enum RunAs {
    /** An ordinary user runs them as himself. */
    SELF {
        @Override
        List<String> prefix() {
            return List.of();
        }
    },
    /** Root runs them in a user namespace of their own, where root is nobody; the files stay root's. */
    USER_NAMESPACE {
        @Override
        List<String> prefix() {
            return List.of("unshare", "-U");
        }
    },
    /** Root runs them as the user nobody, whose the database then is. */
    NOBODY {
        @Override
        List<String> prefix() {
            return List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");
        }

        @Override
        void give(final Path dataFolder, final Path postgres) throws IOException {
            final Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(Files.getPosixFilePermissions(dataFolder, LinkOption.NOFOLLOW_LINKS));
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(dataFolder, permissions);
            Trees.forEach(postgres, each -> own(each, NOBODY_ID));
        }
    };

    /** Owned by whom this process runs as; /proc/self itself is a link that root owns. */
    private static final Path PROCESS = Path.of("/proc/self/task");

    private static final int ROOT = 0;
    private static final int NOBODY_ID = 65_534;

    /** @return what a command begins with */
    abstract List<String> prefix();

    /**
     * Makes the database the user's it runs as.
     *
     * @param dataFolder of the venue
     * @param postgres the folder below it that PostgreSQL works in
     */
    void give(final Path dataFolder, final Path postgres) throws IOException {
        if (Trees.owner(PROCESS) == ROOT && Trees.owner(postgres) != ROOT) {
            Trees.forEach(postgres, each -> own(each, ROOT));
        }
    }

    private static void own(final Path path, final int user) {
        try {
            if (Trees.owner(path) != user) {
                Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param program that must run
     * @return the first way in which it does
     * @throws PostgresStartException when there is none
     */
    static RunAs find(final String program) throws IOException, InterruptedException {
        if (Trees.owner(PROCESS) != ROOT) {
            return SELF;
        }
        for (final RunAs each : List.of(USER_NAMESPACE, NOBODY)) {
            if (Commands.run(each.prefix(), each == NOBODY ? "true" : program, "--version")
                    .isSuccess()) {
                return each;
            }
        }
        throw new PostgresStartException(
                PostgresStartException.Reason.CANNOT_RUN,
                "PostgreSQL does not run as root and this machine allows no user namespaces: start as an ordinary user, "
                        + "or give --jdbc-url");
    }
}
