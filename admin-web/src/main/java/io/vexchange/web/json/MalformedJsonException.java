package io.vexchange.web.json;

/** A text is not one JSON object as the venue takes it. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, and where, for the caller's eyes */
    public MalformedJsonException(final String message) {
        super(message);
    }
}
