package io.vexchange.exchange.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.vexchange.exchange.StartFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One object of the seed. Every read names a key; {@link #done} refuses the keys that nobody has named. */
final class SeedEntry {
    private static final int MOST_DECIMALS = 18;

    private final ConfigObject object;
    private final String path;
    private final Set<String> named = new HashSet<>();

    SeedEntry(final ConfigObject object, final String path) {
        this.object = object;
        this.path = path;
    }

    ConfigOrigin origin() {
        return object.origin();
    }

    ConfigOrigin origin(final String key) {
        final ConfigValue value = object.get(key);
        return value == null ? object.origin() : value.origin();
    }

    String path(final String key) {
        return path + '.' + key;
    }

    StartFailure fault(final String key, final String text) {
        return ConfigFault.at(origin(key), path(key), text);
    }

    void done() {
        for (final String each : object.keySet()) {
            if (!named.contains(each)) {
                throw fault(each, "unknown key");
            }
        }
    }

    private ConfigValue value(final String key) {
        named.add(key);
        final ConfigValue value = object.get(key);
        return value == null || value.valueType() == ConfigValueType.NULL ? null : value;
    }

    private StartFailure missing(final String key) {
        return ConfigFault.at(object.origin(), path(key), "is missing");
    }

    /** @return the text, or null when it is not given */
    String optionalText(final String key) {
        final ConfigValue value = value(key);
        if (value == null) {
            return null;
        }
        if (value.valueType() != ConfigValueType.STRING) {
            throw fault(key, "expected a text, found " + value.unwrapped());
        }
        return (String) value.unwrapped();
    }

    /** @return the name, which fits 1 to 32 characters of FIX's ids */
    String name(final String key) {
        final String text = optionalText(key);
        if (text == null) {
            throw missing(key);
        }
        if (!text.matches("[!-~]{1,32}")) {
            throw fault(key, "expected 1 to 32 characters without blanks, found \"" + text + '"');
        }
        return text;
    }

    String secret(final String key) {
        return optionalText(key);
    }

    boolean flag(final String key, final boolean otherwise) {
        final ConfigValue value = value(key);
        if (value == null) {
            return otherwise;
        }
        try {
            return value.atKey("v").getBoolean("v");
        } catch (final ConfigException e) {
            throw fault(key, "expected true or false, found " + value.unwrapped());
        }
    }

    int integer(final String key, final int least, final int most, final Integer otherwise) {
        final ConfigValue value = value(key);
        if (value == null) {
            if (otherwise == null) {
                throw missing(key);
            }
            return otherwise;
        }
        try {
            final int number = value.atKey("v").getInt("v");
            if (number >= least && number <= most) {
                return number;
            }
        } catch (final ConfigException e) {
            throw fault(key, "expected a whole number, found " + value.unwrapped());
        }
        throw fault(key, "expected a whole number from " + least + " to " + most + ", found " + value.unwrapped());
    }

    /** @return the exact decimal, null when it is not given */
    BigDecimal optionalDecimal(final String key) {
        final ConfigValue value = value(key);
        return value == null ? null : decimal(path(key), value);
    }

    BigDecimal decimal(final String key) {
        final BigDecimal number = optionalDecimal(key);
        if (number == null) {
            throw missing(key);
        }
        return number;
    }

    BigDecimal positive(final String key) {
        final BigDecimal number = decimal(key);
        if (number.signum() <= 0) {
            throw fault(key, "expected more than 0, found " + number.toPlainString());
        }
        return number;
    }

    /** @return a decimal times 10^digits, which must be whole: percent in basis points (2), basis points in hundredths (2) */
    int scaled(final String key, final int digits, final String otherwise, final int most) {
        final BigDecimal given = optionalDecimal(key);
        final BigDecimal scaled = (given == null ? new BigDecimal(otherwise) : given).movePointRight(digits);
        try {
            final int number = scaled.intValueExact();
            if (Math.abs(number) <= most) {
                return number;
            }
        } catch (final ArithmeticException e) {
            throw fault(key, "expected at most " + digits + " decimals, found " + given);
        }
        throw fault(key, "expected at most " + BigDecimal.valueOf(most, digits).toPlainString() + ", found " + given);
    }

    private static BigDecimal decimal(final String path, final ConfigValue value) {
        if (value.valueType() == ConfigValueType.NUMBER) {
            throw ConfigFault.at(
                    value.origin(), path, "decimals are quoted, so that they stay exact: \"" + value.unwrapped() + '"');
        }
        final String text = value.valueType() == ConfigValueType.STRING ? (String) value.unwrapped() : "";
        if (!text.matches("-?[0-9]{1,30}(\\.[0-9]{1," + MOST_DECIMALS + "})?")) {
            throw ConfigFault.at(
                    value.origin(), path, "expected a decimal such as \"0.01\", found " + value.unwrapped());
        }
        return new BigDecimal(text);
    }

    <E extends Enum<E>> E word(final String key, final Class<E> type, final E otherwise) {
        final String text = optionalText(key);
        if (text == null) {
            return otherwise;
        }
        final String wanted = text.replace('-', '_').toUpperCase(Locale.ROOT);
        for (final E each : type.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        throw fault(
                key,
                "expected one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + ", found "
                        + text);
    }

    List<String> texts(final String key) {
        final ConfigValue value = value(key);
        if (value == null) {
            return List.of();
        }
        try {
            return value.atKey("v").getStringList("v");
        } catch (final ConfigException e) {
            throw fault(key, "expected a list of texts");
        }
    }

    /** @return the decimals of an object by key, line by line, then by name */
    Map<String, BigDecimal> decimals(final String key) {
        final Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        final SeedEntry below = optionalObject(key);
        if (below != null) {
            below.object.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, ConfigValue> each) -> line(each.getValue()))
                            .thenComparing(Map.Entry::getKey))
                    .forEach(each -> numbers.put(each.getKey(), decimal(below.path(each.getKey()), each.getValue())));
        }
        return numbers;
    }

    private static int line(final ConfigValue value) {
        return value.origin().lineNumber();
    }

    /** @return the object, or null when it is not given */
    SeedEntry optionalObject(final String key) {
        final ConfigValue value = value(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ConfigObject found)) {
            throw fault(key, "expected { … }");
        }
        return new SeedEntry(found, path(key));
    }

    /** @return the objects of a list; none when it is not given */
    List<SeedEntry> objects(final String key) {
        final List<SeedEntry> entries = new ArrayList<>();
        final ConfigValue value = value(key);
        if (value == null) {
            return entries;
        }
        if (!(value instanceof ConfigList list)) {
            throw fault(key, "expected a list");
        }
        for (final ConfigValue each : list) {
            if (!(each instanceof ConfigObject found)) {
                throw ConfigFault.at(each.origin(), path(key), "expected a list of { … }");
            }
            entries.add(new SeedEntry(found, path(key) + '[' + entries.size() + ']'));
        }
        return entries;
    }
}
