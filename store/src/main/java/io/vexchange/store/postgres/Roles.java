package io.vexchange.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.util.PasswordUtil;

/** The venue's database and its roles, made as the superuser. What is there already is left alone, but for the reader's password. */
final class Roles {
    static final String OWNER = "vex_owner";
    static final String WRITER = "vex_writer";
    static final String READER = "vex_reader";
    static final String DATABASE = "vexchange";

    private static final String CONNECT_SECONDS = "10";

    private final int port;
    private final Credentials superuser;

    Roles(final int port, final Credentials superuser) {
        this.port = port;
        this.superuser = superuser;
    }

    void apply(final Secrets.Secret owner, final Secrets.Secret writer, final String readerPassword)
            throws SQLException {
        final Properties properties = new Properties();
        properties.setProperty("user", superuser.user());
        properties.setProperty("password", superuser.password());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), properties);
                Statement statement = connection.createStatement()) {
            role(connection, statement, OWNER, owner.text(), owner.isNew());
            role(connection, statement, WRITER, writer.text(), writer.isNew());
            if (role(connection, statement, READER, readerPassword, true)) {
                statement.execute("alter role " + READER + " connection limit 20");
                statement.execute("alter role " + READER + " set default_transaction_read_only = on");
                statement.execute("alter role " + READER + " set statement_timeout = '30s'");
                statement.execute("alter role " + READER + " set search_path = exchange");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
                statement.execute("revoke all on database " + DATABASE + " from public");
                statement.execute("grant connect on database " + DATABASE + " to " + WRITER + ", " + READER);
            }
        }
    }

    static String url(final int port, final String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + '/' + database;
    }

    /** The server is given the verifier of a password only. */
    private static boolean role(
            final Connection connection,
            final Statement statement,
            final String name,
            final String password,
            final boolean mustSet)
            throws SQLException {
        final boolean isNew = !exists(connection, "select 1 from pg_roles where rolname = ?", name);
        if (isNew) {
            statement.execute("create role " + name + " login");
        }
        if (isNew || mustSet) {
            final String verifier = PasswordUtil.encodePassword(name, password.toCharArray(), "scram-sha-256");
            statement.execute("alter role " + name + " password '" + verifier + "'");
        }
        return isNew;
    }

    private static boolean exists(final Connection connection, final String query, final String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
