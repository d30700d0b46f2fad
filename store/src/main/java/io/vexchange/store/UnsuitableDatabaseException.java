package io.vexchange.store;

/** The database answers, but the venue cannot use it: too old, not UTF8, no rights, tables of a stranger. The message is for people. */
public final class UnsuitableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsuitableDatabaseException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
