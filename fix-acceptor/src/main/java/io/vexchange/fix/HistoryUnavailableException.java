package io.vexchange.fix;

/** The history does not answer, or not in time. */
public final class HistoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause what went wrong */
    public HistoryUnavailableException(final Throwable cause) {
        super(cause);
    }
}
