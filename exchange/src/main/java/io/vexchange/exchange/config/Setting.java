package io.vexchange.exchange.config;

/**
 * One key of {@code exchange.conf}.
 *
 * @param path such as {@code vex.fix.port}
 * @param kind what its value must be
 * @param builtIn the value when nobody gives one, null = none
 * @param option of the command line, null = none
 * @param variable of the environment, null = none
 * @param secret never shown
 * @param fixed this version knows only the built-in value
 */
record Setting(String path, Kind kind, Object builtIn, String option, String variable, boolean secret, boolean fixed) {

    static Setting of(final String path, final Kind kind, final Object builtIn) {
        return new Setting(path, kind, builtIn, null, null, false, false);
    }

    Setting by(final String newOption, final String newVariable) {
        return new Setting(path, kind, builtIn, newOption, newVariable, secret, fixed);
    }

    Setting hidden() {
        return new Setting(path, kind, builtIn, option, variable, true, fixed);
    }

    Setting asItIs() {
        return new Setting(path, kind, builtIn, option, variable, secret, true);
    }
}
