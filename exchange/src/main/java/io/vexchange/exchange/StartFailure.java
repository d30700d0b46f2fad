package io.vexchange.exchange;

/** Why the venue, or a command, does not start. Its message is one line for people, with what to do about it. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    /**
     * @param code to end with
     * @param message one line, without the words "cannot start"
     */
    public StartFailure(final ExitCode code, final String message) {
        this(code, message, null);
    }

    /**
     * @param code to end with
     * @param message one line, without the words "cannot start"
     * @param cause for the log file, may be null
     */
    public StartFailure(final ExitCode code, final String message, final Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** @return what to end with */
    public ExitCode code() {
        return code;
    }
}
