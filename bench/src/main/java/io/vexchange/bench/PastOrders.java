package io.vexchange.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A history of orders written straight into the tables of a venue that is measured, each with its reports and every third with a trade,
 * over thirty days. Accounts share it unevenly: ALPHA-B has one order in a thousand.
 */
final class PastOrders implements AutoCloseable {
    private static final long FIRST_ORDER = 1_000_000_000L;
    private static final long FIRST_EVENT = 1_000_000L;
    private static final long PARTITION = 10_000_000L;
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://([^/?]+)/([^?]+).*");
    private static final String OWNER = "vex_owner";
    private static final String ACCOUNT = "case when i % 1000 = 7 then 'ALPHA-B' else 'LOAD-' || (1 + i % 8) end";
    private static final String AT = "now() - interval '30 days' + i * (interval '29 days' / %d)";

    private final Connection owner;
    private long count;

    /**
     * @param url of the reader, as the venue prints it
     * @param data folder of the venue
     */
    PastOrders(final String url, final Path data) throws IOException, SQLException {
        final Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            throw new IOException("no address of PostgreSQL: " + url);
        }
        final String password = Files.readString(data.resolve("secrets").resolve(OWNER), StandardCharsets.US_ASCII)
                .strip();
        owner = DriverManager.getConnection(
                "jdbc:postgresql://" + address.group(1) + "/" + address.group(2), OWNER, password);
    }

    /** Writes that many orders, and takes note of how the tables look then. */
    void write(final int orders) throws SQLException {
        count = orders;
        final String at = AT.formatted(orders);
        for (long n = 0; n <= (FIRST_EVENT + 2L * orders) / PARTITION; n++) {
            execute("select exchange.add_execution_partition(" + n + ")");
        }
        execute("set synchronous_commit = off");
        execute(
                "insert into exchange.orders (id, client_order_id, account, participant, symbol, side, order_type, time_in_force, price,"
                        + " quantity, filled_quantity, leaves_quantity, canceled_quantity, visible_quantity, post_only, avg_price, status,"
                        + " entered_by, created_at, updated_at, event_sequence)"
                        + " select " + FIRST_ORDER + " + i, 'past-' || (" + FIRST_ORDER + " + i), " + ACCOUNT
                        + ", 'LOAD', 'ACME',"
                        + " case i % 2 when 0 then 'BUY' else 'SELL' end, 'LIMIT', 'DAY', 100, 10,"
                        + " case i % 3 when 0 then 10 else 0 end, 0, case i % 3 when 0 then 0 else 10 end, 0, false,"
                        + " case i % 3 when 0 then 100 end, case i % 3 when 0 then 'FILLED' else 'CANCELED' end, 'LOAD1', "
                        + at
                        + ", " + at + ", " + FIRST_EVENT + " + 2 * i + 1 from generate_series(0, " + (orders - 1)
                        + ") i");
        execute(
                "insert into exchange.executions (event_sequence, order_id, client_order_id, account, participant, symbol, side, exec_type,"
                        + " order_status, quantity, price, leaves_quantity, filled_quantity, at)"
                        + " select " + FIRST_EVENT + " + 2 * i + s, " + FIRST_ORDER + " + i, 'past-' || (" + FIRST_ORDER
                        + " + i), "
                        + ACCOUNT + ", 'LOAD', 'ACME', case i % 2 when 0 then 'BUY' else 'SELL' end,"
                        + " case s when 0 then 'NEW' else 'CANCELED' end, case s when 0 then 'NEW' else 'CANCELED' end, 10, 100,"
                        + " case s when 0 then 10 else 0 end, 0, " + at + " from generate_series(0, " + (orders - 1)
                        + ") i,"
                        + " generate_series(0, 1) s");
        execute(
                "insert into exchange.trades (id, symbol, price, quantity, value, aggressor_side, status, buy_order_id, sell_order_id,"
                        + " buy_account, sell_account, buy_fee, sell_fee, fee_asset, seq, event_sequence,"
                        + " trade_day, executed_at, updated_at)"
                        + " select " + FIRST_ORDER + " + i, 'ACME', 100, 10, 1000, 'BUY', 'EXECUTED', " + FIRST_ORDER
                        + " + i, "
                        + FIRST_ORDER + " + i + 1, " + ACCOUNT
                        + ", 'LOAD-' || (1 + (i + 1) % 8), 0.1, 0, 'USD', i + 1, " + FIRST_EVENT
                        + " + 2 * i + 1, current_date, " + at + ", " + at + " from generate_series(0, " + (orders - 1)
                        + ", 3) i");
        execute("vacuum analyze exchange.orders");
        execute("vacuum analyze exchange.executions");
        execute("vacuum analyze exchange.trades");
    }

    private void execute(final String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @return the id of the order at that place */
    long someOrder(final int place) {
        return FIRST_ORDER + place;
    }

    /** @return an instant in the middle of the history, and hours after it */
    String hour(final int hours) throws SQLException {
        return rows("select to_char(created_at at time zone 'UTC' + interval '" + hours
                        + " hours', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from exchange.orders where id = "
                        + someOrder((int) (count / 2)))
                .get(0);
    }

    /** @return plans of the queries behind the slower reads */
    List<String> explain() throws SQLException {
        final List<String> plans = new ArrayList<>();
        for (final String query : List.of(
                "select * from exchange.orders where account = 'ALPHA-B' order by id desc limit 50",
                "select * from exchange.executions where account = 'ALPHA-B' order by event_sequence desc limit 50",
                "select * from exchange.trades where buy_account = 'ALPHA-B' order by id desc limit 50",
                "select * from exchange.orders where account in (select id from exchange.accounts) and client_order_id = 'past-"
                        + someOrder((int) (count / 2)) + "'")) {
            plans.add("\n" + query);
            plans.addAll(rows("explain (analyze, buffers, costs off) " + query));
        }
        return plans;
    }

    private List<String> rows(final String sql) throws SQLException {
        final List<String> rows = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
