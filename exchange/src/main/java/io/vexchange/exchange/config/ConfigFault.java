package io.vexchange.exchange.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;

/** Words a mistake in the configuration: file and line (or option, or variable), key, and what was expected. */
final class ConfigFault {
    private ConfigFault() {}

    static StartFailure at(final ConfigOrigin origin, final String path, final String text) {
        return new StartFailure(ExitCode.USAGE, place(origin) + ": " + path + ": " + text);
    }

    static StartFailure of(final ConfigException e) {
        final String text = e.getMessage().lines().findFirst().orElse("cannot be read");
        return new StartFailure(ExitCode.USAGE, text, e);
    }

    /** @return {@code file:line}, or the option or variable */
    static String place(final ConfigOrigin origin) {
        if (origin == null) {
            return "configuration";
        }
        final String file = origin.filename();
        if (file == null) {
            return origin.description();
        }
        return origin.lineNumber() > 0 ? file + ':' + origin.lineNumber() : file;
    }
}
