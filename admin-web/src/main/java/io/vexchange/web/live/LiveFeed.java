package io.vexchange.web.live;

import io.vexchange.engine.client.Account;
import io.vexchange.web.history.ExecutionFilter;
import io.vexchange.web.history.History;
import io.vexchange.web.shape.BalanceShape;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.stream.PrivateFeed;
import java.util.ArrayList;
import java.util.List;

/** The private channels on the live state and the history. */
final class LiveFeed implements PrivateFeed {
    private final LiveVenue venue;
    private final OrderDesk orders;
    private final AccountDesk desk;
    private final History history;

    LiveFeed(final LiveVenue venue, final OrderDesk orders, final AccountDesk desk, final History history) {
        this.venue = venue;
        this.orders = orders;
        this.desk = desk;
        this.history = history;
    }

    @Override
    public void listen(final AccountListener listener) {
        venue.listen(listener);
    }

    @Override
    public String account(final int accountId) {
        return venue.shapes().account(accountId);
    }

    @Override
    public List<OrderShape> openOrders(final List<String> accounts) {
        return orders.open(accounts);
    }

    @Override
    public List<BalanceShape> balances(final String account) {
        return desk.balances(account);
    }

    @Override
    public List<String> accounts() {
        return venue.directory().accounts().stream().map(Account::name).sorted().toList();
    }

    @Override
    public long sequence() {
        return venue.state().sequence();
    }

    @Override
    public List<Report> after(final long sequence) {
        final List<RecentExecutions.Report> kept = venue.recent().after(sequence, venue.beganAfter());
        if (kept == null) {
            return null;
        }
        final List<Report> reports = new ArrayList<>(kept.size());
        for (final RecentExecutions.Report each : kept) {
            reports.add(new Report(
                    each.sequence, account(each.accountId), venue.lazy(each).execution()));
        }
        return reports;
    }

    @Override
    public List<Report> historyAfter(final long sequence, final List<String> accounts, final int limit) {
        final ExecutionFilter filter = new ExecutionFilter(accounts, null, null, List.of(), List.of(), null, null);
        final List<Report> reports = new ArrayList<>();
        for (final ExecutionShape each : history.executionsAfter(filter, sequence, limit)) {
            reports.add(new Report(each.eventSequence(), each.account(), each));
        }
        return reports;
    }
}
