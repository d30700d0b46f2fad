package io.vexchange.exchange;

import java.io.PrintStream;

/** What people see of a command. Nothing else writes to the standard streams. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param out for what was asked for
     * @param err for what went wrong
     */
    public Console(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param line that was asked for */
    public void say(final String line) {
        out.println(line);
        out.flush();
    }

    /** @param line that tells what went wrong and what to do; a line break in it becomes a blank */
    public void complain(final String line) {
        err.println(line.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }
}
