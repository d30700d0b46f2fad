package io.vexchange.exchange.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A checkout with a configuration of its own. */
final class ConfigFiles {
    private final Path home;

    ConfigFiles(final Path home) {
        this.home = home;
        write("exchange.conf", "");
    }

    ConfigFiles write(final String name, final String text) {
        try {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve(name), text);
            return this;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return home.resolve("config");
    }

    ExchangeConfig load() {
        return load(Map.of(), Map.of());
    }

    ExchangeConfig load(final Map<String, String> environment, final Map<String, String> options) {
        return new ConfigLoader(home, environment).load(null, options);
    }
}
