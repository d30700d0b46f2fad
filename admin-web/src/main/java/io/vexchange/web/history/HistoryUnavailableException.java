package io.vexchange.web.history;

/** The database does not answer. */
public final class HistoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isTimeout;

    /**
     * @param isTimeout true when the query took too long, false when there is no connection
     * @param cause what happened
     */
    public HistoryUnavailableException(final boolean isTimeout, final Throwable cause) {
        super(cause);
        this.isTimeout = isTimeout;
    }

    /** @return true when the query took too long */
    public boolean isTimeout() {
        return isTimeout;
    }
}
