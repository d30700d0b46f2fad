package io.vexchange.exchange.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The effective values and where each came from. All are known, of the right type, and given by whoever comes first. */
final class LoadedConfig {
    private static final ConfigRenderOptions PLAIN =
            ConfigRenderOptions.concise().setFormatted(false).setJson(false);

    private final Config config;
    private final Path configFolder;

    LoadedConfig(final Config config, final Path configFolder) {
        this.config = config;
        this.configFolder = configFolder;
    }

    boolean has(final String path) {
        return config.hasPath(path);
    }

    String text(final String path) {
        return config.hasPath(path) ? config.getString(path) : null;
    }

    int integer(final String path) {
        return config.getInt(path);
    }

    long number(final String path) {
        return config.getLong(path);
    }

    boolean flag(final String path) {
        return config.getBoolean(path);
    }

    Duration duration(final String path) {
        return config.getDuration(path);
    }

    List<String> texts(final String path) {
        return config.getStringList(path);
    }

    /** @return {@code path.password}, or what the file {@code path.password-file} holds; null when neither is given */
    String password(final String path) {
        final String file = path + ".password-file";
        if (!has(file)) {
            return text(path + ".password");
        }
        final Path from = configFolder.resolve(text(file));
        try {
            return Files.readString(from, StandardCharsets.UTF_8).strip();
        } catch (final IOException e) {
            throw new StartFailure(
                    ExitCode.USAGE,
                    ConfigFault.place(origin(file)) + ": " + file + ": cannot read " + from + ": " + e.getMessage(),
                    e);
        }
    }

    ConfigOrigin origin(final String path) {
        return config.hasPathOrNull(path) && !config.getIsNull(path)
                ? config.getValue(path).origin()
                : null;
    }

    StartFailure fault(final String path, final String text) {
        return ConfigFault.at(origin(path), path, text);
    }

    Config raw() {
        return config;
    }

    /** @return a line a setting: key, value (secrets as {@code ***}) and where it came from */
    List<String> print() {
        final List<String> lines = new ArrayList<>();
        for (final Setting each : Settings.all()) {
            final String path = each.path();
            if (!config.hasPath(path)) {
                lines.add(path + " = null  # built-in");
                continue;
            }
            final ConfigValue value = config.getValue(path);
            final String shown = each.secret() ? "***" : masked(path, value.render(PLAIN));
            lines.add(path + " = " + shown + "  # " + ConfigFault.place(value.origin()));
        }
        return lines;
    }

    private static String masked(final String path, final String shown) {
        return path.endsWith("jdbc-url") ? shown.replaceAll("(?i)(password=)[^&\"]*", "$1***") : shown;
    }
}
