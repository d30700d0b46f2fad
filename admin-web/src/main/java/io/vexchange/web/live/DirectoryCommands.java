package io.vexchange.web.live;

import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.User;
import io.vexchange.engine.protocol.DefineUserEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.agrona.ExpandableArrayBuffer;

/** Encodes the commands that change the directory. An id of 0 makes a new entry. Threads: any. */
final class DirectoryCommands {
    private static final int BYTES = 2_048;

    private final Commander commander;

    DirectoryCommands(final Commander commander) {
        this.commander = commander;
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static short flag(final boolean value) {
        return (short) (value ? 1 : 0);
    }

    CompletableFuture<Outcome> define(final User user, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineUserEncoder it = new DefineUserEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.userId(user.id()).role((short) user.role().number()).enabled(flag(user.enabled()));
        final DefineUserEncoder.AccountsEncoder group =
                it.accountsCount(user.accountIds().size());
        user.accountIds().forEach(id -> group.next().accountId(id));
        final byte[] name = bytes(user.name());
        final byte[] properties = bytes(user.properties());
        it.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }
}
