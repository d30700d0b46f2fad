package io.vexchange.engine.model_check;

import java.util.Map;
import java.util.TreeMap;

/** Named clients: epochs, numbers without gaps, and how far the durable ones have consumed. */
final class Clients {
    private static final int DURABLE = 4;

    private static final class Client {
        int id;
        int epoch;
        long lastNumber;
        boolean isDurable;
        long position;
    }

    private final Map<String, Client> byName = new TreeMap<>();
    private final Map<Integer, Client> byId = new TreeMap<>();

    Item hello(final Item command, final long sequence) {
        final Client client = byName.computeIfAbsent(command.text("name"), name -> new Client());
        if (client.id == 0) {
            client.id = byName.size();
            byId.put(client.id, client);
        }
        client.epoch++;
        client.isDurable |= (command.value("flags") & DURABLE) != 0;
        return Item.of("HelloReply")
                .with("clientId", client.id)
                .with("epoch", client.epoch)
                .with("lastNumber", client.lastNumber)
                .with("sequence", sequence)
                .with("trimmedSequence", trimmed())
                .with("name", command.text("name"));
    }

    /** Null: the command is to be applied. */
    Answer refusal(final Item command) {
        final Client client = byId.get(command.id("clientId"));
        if (command.value("epoch") < client.epoch) {
            return Answer.refused("FENCED");
        }
        if (command.value("number") <= client.lastNumber) {
            return Answer.refused("ALREADY_APPLIED");
        }
        if (command.value("number") > client.lastNumber + 1) {
            return new Answer("NUMBER_EXPECTED", client.lastNumber + 1);
        }
        client.lastNumber++;
        return null;
    }

    int epoch(final int clientId) {
        return byId.get(clientId).epoch;
    }

    long lastNumber(final int clientId) {
        return byId.get(clientId).lastNumber;
    }

    void position(final Item command, final long sequence) {
        final Client client = byId.get(command.id("clientId"));
        client.position = Math.max(client.position, Math.min(sequence, command.value("sequence")));
    }

    long trimmed() {
        return byName.values().stream()
                .filter(client -> client.isDurable)
                .mapToLong(client -> client.position)
                .min()
                .orElse(0);
    }
}
