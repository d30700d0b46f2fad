package io.vexchange.store.projection;

/** The log and the database do not belong together (exit code 6); the message is fit to be shown to a user. */
public final class ProjectionMismatchException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message which is where */
    public ProjectionMismatchException(final String message) {
        super(message);
    }
}
