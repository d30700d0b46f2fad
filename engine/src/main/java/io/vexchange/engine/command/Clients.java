package io.vexchange.engine.command;

import io.vexchange.engine.directory.NamedTable;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.LogIdentity;
import io.vexchange.engine.event.Replies;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ConsumerPositionDecoder;
import io.vexchange.engine.protocol.HelloDecoder;

/** Who sends commands: names, epochs, numbers without gaps, and how far durable consumers are. */
public final class Clients {
    private static final int EVENTS = 1;
    private static final int IMAGE = 2;
    private static final int DURABLE = 4;

    public final NamedTable<Client> table = new NamedTable<>();
    private final EventLog log;
    private final Replies replies;
    private final LogIdentity identity;

    public Clients(final EventLog log, final Replies replies, final LogIdentity identity) {
        this.log = log;
        this.replies = replies;
        this.identity = identity;
    }

    /** Begins a new epoch of the client, which is made if there is none of that name. */
    Client hello(final HelloDecoder command) {
        final byte[] name = new byte[command.nameLength()];
        command.getName(name, 0, name.length);
        final int known = table.idOf(name);
        final Client client = known == 0 ? new Client(table.nextId(), name) : table.get(known);
        if (known == 0) {
            table.add(name, client);
        }
        client.epoch++;
        if ((command.flags() & DURABLE) != 0 && !client.isDurable) {
            client.isDurable = true;
            client.position = Math.max(client.position, log.trimmedSequence());
        }
        final boolean wantsEvents = (command.flags() & (EVENTS | IMAGE)) == EVENTS;
        final boolean isTrimmed =
                wantsEvents && command.afterSequence() >= 0 && command.afterSequence() < log.trimmedSequence();
        replies.hello(
                client.id,
                client.epoch,
                client.lastNumber,
                isTrimmed ? Code.SEQUENCE_TRIMMED : Code.NONE,
                client.position,
                identity,
                name);
        return client;
    }

    /** Takes the number of a command: {@link Code#NONE} when it is the next one. */
    Code take(final int clientId, final int epoch, final long number) {
        final Client client = table.get(clientId);
        if (client == null || epoch != client.epoch) {
            return Code.FENCED;
        }
        if (number <= client.lastNumber) {
            return Code.ALREADY_APPLIED;
        }
        if (number > client.lastNumber + 1) {
            return Code.NUMBER_EXPECTED;
        }
        client.lastNumber = number;
        return Code.NONE;
    }

    long expectedNumber(final int clientId) {
        return table.get(clientId).lastNumber + 1;
    }

    void position(final ConsumerPositionDecoder command) {
        final Client client = table.get(command.origin().clientId());
        client.position = Math.max(client.position, Math.min(log.sequence(), command.sequence()));
        long least = Long.MAX_VALUE;
        for (int i = 1; i <= table.size(); i++) {
            if (table.get(i).isDurable) {
                least = Math.min(least, table.get(i).position);
            }
        }
        if (least != Long.MAX_VALUE && least > log.trimmedSequence()) {
            log.trim(least);
        }
    }
}
