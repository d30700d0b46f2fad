package io.vexchange.store.postgres;

/**
 * A role of the database and its password.
 *
 * @param user the role; null: what the URL says
 * @param password of it; null: what the URL says
 */
public record Credentials(String user, String password) {
    /** Neither name nor password: the URL says both. */
    public static final Credentials OF_URL = new Credentials(null, null);

    @Override
    public String toString() {
        return "Credentials[user=" + user + ", password=***]";
    }
}
