package io.vexchange.web.stream;

import io.vexchange.web.access.Principal;
import io.vexchange.web.history.HistoryUnavailableException;
import io.vexchange.web.live.AccountListener;
import io.vexchange.web.live.LazyReport;
import io.vexchange.web.shape.BalanceShape;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.OrderShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Orders, executions and balances of accounts. A frame is encoded at most once for all its viewers. The hub's thread only, but for the
 * listener's calls.
 */
final class AccountStreams implements PrivateStreams, AccountListener {
    static final int MAX_BACK = 100_000;

    private final PrivateFeed feed;
    private final Executor hub;
    private final Executor background;
    private final Set<AccountSlot> orders = new LinkedHashSet<>();
    private final Set<AccountSlot> executions = new LinkedHashSet<>();
    private final Set<AccountSlot> balances = new LinkedHashSet<>();

    /**
     * @param feed what happens to accounts
     * @param hub its thread
     * @param background for reads of the history
     */
    AccountStreams(final PrivateFeed feed, final Executor hub, final Executor background) {
        this.feed = feed;
        this.hub = hub;
        this.background = background;
        feed.listen(this);
    }

    int viewers(final Channel channel) {
        return slots(channel).size();
    }

    private Set<AccountSlot> slots(final Channel channel) {
        return switch (channel) {
            case ORDERS -> orders;
            case EXECUTIONS -> executions;
            default -> balances;
        };
    }

    @Override
    public void subscribe(final Viewer viewer, final Channel channel, final String key, final Request request) {
        final Principal principal = viewer.principal();
        final String account = request.text("account");
        if (account != null && !principal.maySee(account)) {
            refuse(viewer, channel, request, "ACCOUNT_NOT_ALLOWED", "account=" + account);
            return;
        }
        final long after = request.whole("afterEventSequence", Long.MAX_VALUE);
        if (after < 0 || (after != Long.MAX_VALUE && channel != Channel.EXECUTIONS)) {
            refuse(viewer, channel, request, "INVALID_FIELD", "afterEventSequence");
            return;
        }
        final List<String> names =
                account != null ? List.of(account) : principal.role().isStaff() ? null : principal.accounts();
        if (after < feed.sequence() - MAX_BACK) {
            refuse(viewer, channel, request, "TOO_FAR_BACK", "at most " + MAX_BACK + " events back");
            return;
        }
        final Set<AccountSlot> members = slots(channel);
        final AccountSlot slot = new AccountSlot(viewer, names, members::remove);
        viewer.unsubscribe(key);
        viewer.enqueue(Frames.subscribed(request.id(), channel.word(), null, 0));
        members.add(slot);
        viewer.subscribe(key, slot);
        switch (channel) {
            case ORDERS -> viewer.enqueueSnapshot(Frames.snapshot("orders", feed.openOrders(names), feed.sequence()));
            case BALANCES -> {
                final Collection<String> all = names == null ? feed.accounts() : names;
                all.forEach(name -> balance(slot, name));
            }
            default -> {
                if (after != Long.MAX_VALUE) {
                    catchUp(slot, after);
                }
            }
        }
    }

    private static void refuse(
            final Viewer viewer, final Channel channel, final Request request, final String code, final String detail) {
        viewer.enqueue(Frames.error(request.id(), "subscribe", channel.word(), code, detail));
    }

    /** What happens meanwhile waits in the slot, so that nothing comes twice or out of order. */
    private void catchUp(final AccountSlot slot, final long after) {
        final List<PrivateFeed.Report> kept = feed.after(after);
        if (kept != null) {
            send(slot, kept, after);
            return;
        }
        slot.hold();
        try {
            background.execute(() -> fromHistory(slot, after));
        } catch (final RejectedExecutionException e) {
            slot.viewer().close(CloseCodes.TRY_AGAIN, "busy");
        }
    }

    /** On a thread of its own: reads until the reports in memory go on without a gap. */
    private void fromHistory(final AccountSlot slot, final long after) {
        final List<PrivateFeed.Report> found = new ArrayList<>();
        try {
            long last = after;
            List<PrivateFeed.Report> kept = null;
            for (int tries = 0; kept == null && tries < 100 && found.size() <= MAX_BACK; tries++) {
                final List<PrivateFeed.Report> page = feed.historyAfter(last, slot.accounts(), 1_000);
                found.addAll(page);
                last = page.isEmpty() ? last : page.get(page.size() - 1).sequence();
                kept = page.size() < 1_000 ? feed.after(last) : null;
            }
            final List<PrivateFeed.Report> rest = kept;
            hub.execute(() -> {
                if (rest == null) {
                    slot.viewer().close(CloseCodes.TRY_AGAIN, "the history is behind");
                    return;
                }
                found.addAll(rest);
                send(slot, found, after);
                slot.release();
            });
        } catch (final HistoryUnavailableException e) {
            hub.execute(() -> slot.viewer().close(CloseCodes.TRY_AGAIN, "the history is not available"));
        }
    }

    private static void send(final AccountSlot slot, final List<PrivateFeed.Report> reports, final long after) {
        long last = after;
        for (final PrivateFeed.Report report : reports) {
            if (report.sequence() > last && slot.wants(report.account())) {
                slot.viewer().enqueue(Frames.data("execution", "executions", null, report.execution()));
            }
            last = Math.max(last, report.sequence());
        }
        slot.sentThrough(last);
    }

    @Override
    public void onReport(final long sequence, final int accountId, final LazyReport report) {
        hub.execute(() -> report(sequence, feed.account(accountId), report));
    }

    private void report(final long sequence, final String account, final LazyReport report) {
        if (!executions.isEmpty()) {
            String frame = null;
            for (final AccountSlot slot : List.copyOf(executions)) {
                if (slot.wants(account)) {
                    if (frame == null) {
                        final ExecutionShape execution = report.execution();
                        frame = Frames.data("execution", "executions", null, execution);
                    }
                    slot.offer(sequence, frame);
                }
            }
        }
        if (!orders.isEmpty()) {
            String frame = null;
            for (final AccountSlot slot : List.copyOf(orders)) {
                if (slot.wants(account)) {
                    if (frame == null) {
                        final OrderShape order = report.order();
                        if (order == null) {
                            return;
                        }
                        frame = Frames.data("order", "orders", null, order);
                    }
                    slot.viewer().enqueue(frame);
                }
            }
        }
    }

    @Override
    public void onBalance(final int accountId) {
        hub.execute(() -> {
            if (!balances.isEmpty()) {
                final String account = feed.account(accountId);
                List.copyOf(balances).stream()
                        .filter(slot -> slot.wants(account))
                        .forEach(slot -> balance(slot, account));
            }
        });
    }

    private void balance(final AccountSlot slot, final String account) {
        for (final BalanceShape row : feed.balances(account)) {
            if (slot.isNews(row)) {
                slot.viewer().enqueue(Frames.data("balance", "balances", null, row));
            }
        }
    }

    @Override
    public void onGap() {
        hub.execute(() -> {
            final Set<AccountSlot> all = new HashSet<>(orders);
            all.addAll(executions);
            all.addAll(balances);
            all.forEach(slot -> slot.viewer().close(CloseCodes.TRY_AGAIN, "some reports were missed: subscribe again"));
        });
    }
}
