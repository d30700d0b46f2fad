package io.vexchange.store.postgres;

/** Something else listens on the port. */
public final class PostgresPortInUseException extends PostgresStartException {
    private static final long serialVersionUID = 1L;

    /** @param port taken by somebody else */
    public PostgresPortInUseException(final int port) {
        super("postgres port " + port + " is in use (--pg-port, VEX_PG_PORT; 0 = any free one)");
    }
}
