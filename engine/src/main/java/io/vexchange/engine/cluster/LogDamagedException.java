package io.vexchange.engine.cluster;

/** The log or a snapshot is not what was written. The message names the place. */
public final class LogDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogDamagedException(final String message, final Throwable cause) {
        super(message, cause);
    }

    LogDamagedException(final String message) {
        super(message);
    }
}
