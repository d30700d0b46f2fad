package io.vexchange.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.exchange.run.ControlSocket;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/exchange status}: 0 when the venue is ready. */
@Command(name = "status", description = "What runs on the data folder: 0 when it is ready, 1 when not.")
final class StatusCommand extends VenueCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    StatusCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        final Path data = dataFolder();
        final String answer = ControlSocket.ask(data, "status");
        final JsonNode status = answer == null || answer.isEmpty()
                ? JSON.createObjectNode().put("state", "STOPPED").put("data", data.toString())
                : JSON.readTree(answer);
        if (json) {
            console().say(JSON.writeValueAsString(status));
        } else {
            status.properties()
                    .forEach(each ->
                            console().say(each.getKey() + "=" + each.getValue().asText()));
        }
        return ("READY".equals(status.path("state").asText()) ? ExitCode.OK : ExitCode.FAILED).status();
    }
}
