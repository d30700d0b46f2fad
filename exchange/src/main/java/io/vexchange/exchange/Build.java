package io.vexchange.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** Which build this is, and where it stands. */
final class Build {
    private Build() {}

    /** @return such as {@code 0.1.0} */
    static String version() {
        final Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** @return version, stamp of the sources where the launcher built them, and Java */
    static String describe() {
        final String stamp = System.getProperty("vex.build");
        return "V-Exchange " + version() + (stamp == null ? "" : " (build " + stamp + ")") + ", Java "
                + Runtime.version().toString();
    }

    /** @return the checkout, which the launcher names; without a launcher the working directory */
    static Path home() {
        return Path.of(System.getProperty("vex.home", "")).toAbsolutePath().normalize();
    }
}
