package io.vexchange.exchange.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Reads the configuration: command line over environment over {@code exchange.conf} over what is built in. */
public final class ConfigLoader {
    private static final String FILE = "exchange.conf";

    private final Path home;
    private final Map<String, String> environment;

    /**
     * @param home the checkout; where {@code config/} is and what a relative {@code data} in the file refers to
     * @param environment variables of the process
     */
    public ConfigLoader(final Path home, final Map<String, String> environment) {
        this.home = home.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param configFolder of {@code --config}, null when it is not given
     * @param options of the command line by name, such as {@code --fix-port}
     * @return the configuration
     * @throws StartFailure with {@link ExitCode#USAGE}, naming file and line, option or variable
     */
    public ExchangeConfig load(final Path configFolder, final Map<String, String> options) {
        final Path folder = folder(configFolder);
        final Path file = folder.resolve(FILE);
        if (!Files.isReadable(file)) {
            throw new StartFailure(
                    ExitCode.USAGE,
                    "no readable file " + FILE + " in the configuration folder " + folder + " (--config, VEX_CONFIG)");
        }
        try {
            final Config fromFile = ConfigFactory.parseFile(file.toFile()).resolve();
            checkKeys(fromFile.root());
            final Config all = given(options, "--", false)
                    .withFallback(given(environment, "VEX_", true))
                    .withFallback(fromFile)
                    .withFallback(builtIn());
            checkValues(all);
            final LoadedConfig loaded = new LoadedConfig(all, folder);
            return new ConfigAssembly(loaded, folder).assemble(dataFolder(loaded), unknownVariables());
        } catch (final ConfigException e) {
            throw ConfigFault.of(e);
        }
    }

    private Path folder(final Path given) {
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        final String variable = environment.get("VEX_CONFIG");
        return variable == null || variable.isEmpty()
                ? home.resolve("config")
                : Path.of(variable).toAbsolutePath().normalize();
    }

    /** Relative in the file: to the checkout, whatever the working directory. Given otherwise: as the shell understands it. */
    private Path dataFolder(final LoadedConfig loaded) {
        final Path path = Path.of(loaded.text("vex.data"));
        final boolean inFile = loaded.origin("vex.data").filename() != null;
        final boolean builtIn = Objects.equals(loaded.origin("vex.data").description(), BUILT_IN);
        return (inFile || builtIn ? home.resolve(path) : path.toAbsolutePath()).normalize();
    }

    private static final String BUILT_IN = "built-in";

    private static Config builtIn() {
        Config config = ConfigFactory.empty();
        for (final Setting each : Settings.all()) {
            if (each.builtIn() != null) {
                config = config.withValue(each.path(), ConfigValueFactory.fromAnyRef(each.builtIn(), BUILT_IN));
            }
        }
        return config;
    }

    private static Config given(final Map<String, String> values, final String prefix, final boolean variables) {
        Config config = ConfigFactory.empty();
        for (final Setting each : Settings.all()) {
            final String name = variables ? each.variable() : each.option();
            final String value = name == null ? null : values.get(name);
            if (value != null && name.startsWith(prefix) && !(variables && value.isEmpty())) {
                config = config.withValue(
                        each.path(),
                        ConfigValueFactory.fromAnyRef(value).withOrigin(ConfigOriginFactory.newSimple(name)));
            }
        }
        return config;
    }

    private static void checkKeys(final ConfigObject root) {
        root.forEach((key, value) -> {
            if (!"vex".equals(key)) {
                throw ConfigFault.at(value.origin(), key, "unknown key: all settings are below vex");
            }
            if (value.valueType() != ConfigValueType.OBJECT) {
                throw ConfigFault.at(value.origin(), key, "expected { … }");
            }
            checkBelow((ConfigObject) value, key);
        });
    }

    private static void checkBelow(final ConfigObject object, final String prefix) {
        object.forEach((key, value) -> {
            final String path = prefix + '.' + key;
            if (path.equals(Settings.SEED)) {
                return;
            }
            if (Settings.at(path) != null) {
                return;
            }
            if (!Settings.hasBelow(path)) {
                throw ConfigFault.at(value.origin(), path, "unknown key");
            }
            if (value.valueType() != ConfigValueType.OBJECT) {
                throw ConfigFault.at(value.origin(), path, "expected { … }, found " + found(value));
            }
            checkBelow((ConfigObject) value, path);
        });
    }

    private static void checkValues(final Config config) {
        for (final Setting each : Settings.all()) {
            if (!config.hasPath(each.path())) {
                continue;
            }
            final ConfigValue value = config.getValue(each.path());
            final String expected = each.kind().fault(value.atKey("value"), value);
            if (expected != null) {
                final String found = each.secret() ? "" : ", found " + found(value);
                throw ConfigFault.at(value.origin(), each.path(), "expected " + expected + found);
            }
            if (each.fixed() && !isBuiltIn(each, value)) {
                throw ConfigFault.at(
                        value.origin(),
                        each.path(),
                        "this version knows only " + (each.builtIn() == null ? "null" : each.builtIn()));
            }
        }
    }

    private static boolean isBuiltIn(final Setting setting, final ConfigValue value) {
        return setting.builtIn() != null
                && ConfigValueFactory.fromAnyRef(setting.builtIn()).equals(value);
    }

    private static String found(final ConfigValue value) {
        return value.valueType() == ConfigValueType.OBJECT ? "{ … }" : '"' + String.valueOf(value.unwrapped()) + '"';
    }

    private List<String> unknownVariables() {
        final List<String> warnings = new ArrayList<>();
        for (final String each : new TreeSet<>(environment.keySet())) {
            if (each.startsWith("VEX_") && !Settings.isVariable(each)) {
                warnings.add("environment variable " + each + " is not known and not read");
            }
        }
        return warnings;
    }
}
