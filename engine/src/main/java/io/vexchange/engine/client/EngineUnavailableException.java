package io.vexchange.engine.client;

/** Nothing can be sequenced now: the command was surely not taken. */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message the state of the client */
    public EngineUnavailableException(final String message) {
        super(message);
    }
}
