package io.vexchange.web.stream;

import io.vexchange.web.live.AccountListener;
import io.vexchange.web.shape.BalanceShape;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.OrderShape;
import java.util.List;

/** What the private channels need of the venue. Threads: any. */
public interface PrivateFeed {
    /**
     * A report as a channel sends it.
     *
     * @param sequence of the event
     * @param account whose
     * @param execution the report
     */
    record Report(long sequence, String account, ExecutionShape execution) {}

    /**
     * @param listener told of every report and balance from now on, by the thread that follows the engine
     */
    void listen(AccountListener listener);

    /**
     * @param accountId of the engine
     * @return the account's name
     */
    String account(int accountId);

    /**
     * @param accounts names, null for all
     * @return open orders, newest first
     */
    List<OrderShape> openOrders(List<String> accounts);

    /**
     * @param account name
     * @return its balances
     */
    List<BalanceShape> balances(String account);

    /** @return names of all accounts */
    List<String> accounts();

    /** @return the newest event shown */
    long sequence();

    /**
     * @param sequence of an event
     * @return the reports after it, oldest first; null when some of them are not kept in memory
     */
    List<Report> after(long sequence);

    /**
     * The same from the history, slowly.
     *
     * @param sequence of an event
     * @param accounts names, null for all
     * @param limit at most
     * @return reports after it, oldest first
     */
    List<Report> historyAfter(long sequence, List<String> accounts, int limit);
}
