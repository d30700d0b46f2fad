package io.vexchange.web.live;

import io.vexchange.engine.client.User;
import java.util.concurrent.CompletableFuture;

/** Changes of the directory, as commands. Each answers when the live state of this process shows it. Threads: any. */
public final class DirectoryDesk {
    private final LiveVenue venue;
    private final DirectoryCommands commands;

    DirectoryDesk(final LiveVenue venue, final Commander commander) {
        this.venue = venue;
        this.commands = new DirectoryCommands(commander);
    }

    /**
     * Sets the password of a user.
     *
     * @param name of a user that exists
     * @param passwordHash Argon2id
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> setPassword(final String name, final String passwordHash, final byte[] audit) {
        final User it = venue.directory().user(name);
        final String properties =
                Properties.of(it.properties()).put("passwordHash", passwordHash).toString();
        final User changed = new User(it.id(), it.name(), it.role(), it.enabled(), it.accountIds(), properties);
        return commands.define(changed, audit).thenApply(outcome -> {
            Refusals.check(outcome, "user=" + name);
            return outcome.sequence();
        });
    }
}
