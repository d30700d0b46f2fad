package io.vexchange.exchange.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.function.Supplier;

/** The type of a setting: how it is checked, and what is said when it is wrong. */
@FunctionalInterface
interface Kind {
    /**
     * @param config the value at path {@code "value"}
     * @param value the same, never null
     * @throws ConfigException when it does not fit
     * @return null when it fits, else what was expected
     */
    String fault(Config config, ConfigValue value);

    static Kind text() {
        return (config, value) -> value.valueType() == ConfigValueType.STRING ? null : "a text";
    }

    static Kind bool() {
        return (config, value) -> attempt(() -> config.getBoolean("value")) ? null : "true or false";
    }

    static Kind integer(final long least, final long most) {
        return (config, value) -> attempt(() -> check(config.getLong("value"), least, most))
                ? null
                : "a whole number from " + least + " to " + most;
    }

    static Kind port() {
        return (config, value) -> attempt(() -> check(config.getInt("value"), 0, 65_535))
                ? null
                : "a port from 0 (any free one) to 65535";
    }

    static Kind duration() {
        return (config, value) ->
                value.valueType() == ConfigValueType.STRING && attempt(() -> config.getDuration("value"))
                        ? null
                        : "a duration with its unit, such as 30s, 5m, 1h or 14d";
    }

    static Kind texts() {
        return (config, value) -> attempt(() -> config.getStringList("value")) ? null : "a list of texts";
    }

    static Kind word(final List<String> words) {
        return (config, value) ->
                attempt(() -> contains(words, config.getString("value"))) ? null : "one of " + String.join(", ", words);
    }

    static Kind matching(final String regex, final String expected) {
        return (config, value) -> value.valueType() == ConfigValueType.STRING
                        && value.unwrapped().toString().matches(regex)
                ? null
                : expected;
    }

    private static Object contains(final List<String> words, final String word) {
        if (!words.contains(word)) {
            throw new ConfigException.BadValue("value", word);
        }
        return word;
    }

    private static Object check(final long number, final long least, final long most) {
        if (number < least || number > most) {
            throw new ConfigException.BadValue("value", Long.toString(number));
        }
        return number;
    }

    /** Typesafe config answers a wrong type by an exception only. */
    private static boolean attempt(final Supplier<Object> read) {
        try {
            return read.get() != null;
        } catch (final ConfigException | ArithmeticException e) {
            return false;
        }
    }
}
