package io.vexchange.exchange;

/** What {@code bin/exchange} ends with. A supervisor restarts on {@link #FATAL} and not on the others. */
public enum ExitCode {
    /** Done, or stopped in order. */
    OK(0),
    /** A check found differences, or there is nothing to act on. */
    FAILED(1),
    /** Wrong usage or configuration, also a bind that is refused. */
    USAGE(2),
    /** The data folder is in use, or is not ours to use. */
    DATA_FOLDER(3),
    /** A port is in use. */
    PORT_IN_USE(4),
    /** PostgreSQL cannot start. */
    DATABASE(5),
    /** The log is damaged, or belongs to another database. */
    LOG(6),
    /** The build is older than the log's behaviour version. */
    BUILD_TOO_OLD(7),
    /** Ended while running: start again. */
    FATAL(70);

    private final int status;

    ExitCode(final int status) {
        this.status = status;
    }

    /** @return the process's exit status */
    public int status() {
        return status;
    }
}
