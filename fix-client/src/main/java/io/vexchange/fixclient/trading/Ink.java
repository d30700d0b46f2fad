package io.vexchange.fixclient.trading;

/** Colours for a terminal, or none. */
final class Ink {
    private final boolean colours;

    Ink(final boolean colours) {
        this.colours = colours;
    }

    String dim(final String text) {
        return paint("2", text);
    }

    String bold(final String text) {
        return paint("1", text);
    }

    String red(final String text) {
        return paint("31", text);
    }

    String green(final String text) {
        return paint("32", text);
    }

    String yellow(final String text) {
        return paint("33", text);
    }

    String cyan(final String text) {
        return paint("36", text);
    }

    private String paint(final String code, final String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
