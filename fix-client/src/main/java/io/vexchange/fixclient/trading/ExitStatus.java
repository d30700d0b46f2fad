package io.vexchange.fixclient.trading;

/** What the process tells its caller. */
final class ExitStatus {
    static final int DONE = 0;
    /** An expectation did not hold, or the venue refused what a script took for granted. */
    static final int FAILED = 1;
    /** Wrong usage, a script that cannot be read, or no connection. */
    static final int USAGE = 2;

    private ExitStatus() {}
}
