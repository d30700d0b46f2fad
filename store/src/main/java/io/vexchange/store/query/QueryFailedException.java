package io.vexchange.store.query;

/** The database does not answer, or not in time. */
public final class QueryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isTimeout;

    QueryFailedException(final boolean isTimeout, final Throwable cause) {
        super(cause);
        this.isTimeout = isTimeout;
    }

    /** @return true when the query took too long, false when there is no connection */
    public boolean isTimeout() {
        return isTimeout;
    }
}
