package io.vexchange.exchange;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands with what they speak through and what they read from. */
final class Commands implements IFactory {
    private final Console console;
    private final Map<String, String> environment;

    Commands(final Console console, final Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public <K> K create(final Class<K> type) throws Exception {
        return VenueCommand.class.isAssignableFrom(type)
                ? type.getDeclaredConstructor(Console.class, Map.class).newInstance(console, environment)
                : CommandLine.defaultFactory().create(type);
    }
}
