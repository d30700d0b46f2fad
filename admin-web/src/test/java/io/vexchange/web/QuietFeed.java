package io.vexchange.web;

import io.vexchange.web.live.AccountListener;
import io.vexchange.web.shape.BalanceShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.stream.PrivateFeed;
import java.util.List;

/** No account, no order: nothing ever happens. */
public final class QuietFeed implements PrivateFeed {
    @Override
    public void listen(final AccountListener listener) {
        // nothing to tell
    }

    @Override
    public String account(final int accountId) {
        return null;
    }

    @Override
    public List<OrderShape> openOrders(final List<String> accounts) {
        return List.of();
    }

    @Override
    public List<BalanceShape> balances(final String account) {
        return List.of();
    }

    @Override
    public List<String> accounts() {
        return List.of();
    }

    @Override
    public long sequence() {
        return 0;
    }

    @Override
    public List<Report> after(final long sequence) {
        return List.of();
    }

    @Override
    public List<Report> historyAfter(final long sequence, final List<String> accounts, final int limit) {
        return List.of();
    }
}
