package io.vexchange.store.postgres;

/** The embedded PostgreSQL cannot start. The message is for people: one line, what is wrong and what to do. */
public final class PostgresStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it cannot start. */
    public enum Reason {
        /** The folder holds a database of another major version. */
        WRONG_VERSION,
        /** Somebody else listens on the port. */
        PORT_IN_USE,
        /** Another launcher has the folder. */
        FOLDER_IN_USE,
        /** The machine does not let it run: no user but root, no user namespaces, no space, damaged files. */
        CANNOT_RUN
    }

    private final Reason reason;

    PostgresStartException(final Reason reason, final String message) {
        this(reason, message, null);
    }

    PostgresStartException(final Reason reason, final String message, final Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** @return why */
    public Reason reason() {
        return reason;
    }
}
