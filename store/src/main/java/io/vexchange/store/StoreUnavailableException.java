package io.vexchange.store;

/** The database does not answer now; the same may succeed later. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried
     * @param cause why it failed
     */
    public StoreUnavailableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
