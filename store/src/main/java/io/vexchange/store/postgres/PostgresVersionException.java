package io.vexchange.store.postgres;

/** The database was made by another major version, which these programs do not read. */
public final class PostgresVersionException extends PostgresStartException {
    private static final long serialVersionUID = 1L;

    /**
     * @param found major version of the database
     * @param own major version of the programs
     */
    public PostgresVersionException(final String found, final String own) {
        super("the database is of PostgreSQL " + found + ", this build brings " + own
                + ": move DATA/postgres/data away and let bin/exchange rebuild-projection make it again from the log");
    }
}
