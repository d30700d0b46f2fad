package io.vexchange.fixclient.trading;

import java.io.Console;

/** Whether a person is looking. */
public final class Terminals {
    private Terminals() {}

    /** True when standard input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null is what older ones return, the newer ones are asked below
    public static boolean isInteractive() {
        final Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // from JDK 22 there is a console without a terminal too, and this method tells them apart
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
