package io.vexchange.engine.phase;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Expiries;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.book.Trades;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.OperatorEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.model.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rolls the trading day and lets orders expire, in the order in which they fall due. */
public final class TradingDay {
    private static final long SECOND_MICROS = 1_000_000;
    private static final long DAY_MICROS = 86_400 * SECOND_MICROS;
    private static final int SECONDS_OF_DAY = 86_400;

    private final EventLog log;
    private final Orders orders;
    private final Trades trades;
    private final Markets markets;
    private final Accounts accounts;
    private final Expiries expiries;
    private final Endings endings;
    private final PhaseChanges phases;
    private final Deadlines deadlines;
    private final Matcher matcher;
    private final OperatorEvents events;
    private final CancelAfterTimer cancelAfters;
    private final FeeTierRoll feeTiers;
    private final int gtcDays;
    private final List<Order> expiring = new ArrayList<>();
    private boolean isOpen;
    private int rolloverSecondOfDay;
    private long day;

    public TradingDay(
            final EventLog log,
            final Orders orders,
            final Trades trades,
            final Markets markets,
            final Accounts accounts,
            final Expiries expiries,
            final Endings endings,
            final PhaseChanges phases,
            final Matcher matcher,
            final OperatorEvents events,
            final CancelAfterTimer cancelAfters,
            final FeeTierRoll feeTiers,
            final int gtcDays,
            final long outboxEvents) {
        deadlines = new Deadlines(log, markets, outboxEvents);
        this.log = log;
        this.orders = orders;
        this.trades = trades;
        this.markets = markets;
        this.accounts = accounts;
        this.expiries = expiries;
        this.endings = endings;
        this.phases = phases;
        this.matcher = matcher;
        this.events = events;
        this.cancelAfters = cancelAfters;
        this.feeTiers = feeTiers;
        this.gtcDays = gtcDays;
    }

    /** @return true when a day may roll at that second (UTC) */
    public static boolean isSecondOfDay(final int second) {
        return second >= 0 && second < SECONDS_OF_DAY;
    }

    public boolean isOpen() {
        return isOpen;
    }

    public int rolloverSecondOfDay() {
        return rolloverSecondOfDay;
    }

    /** @return the running day, counted from 1970-01-01 */
    public long epochDay() {
        return day;
    }

    /** Days begin at that second (UTC) from now on; today is the day that has begun. */
    public void open(final int second) {
        rolloverSecondOfDay = second;
        restore(second, dayOf(log.timeMicros));
    }

    private long dayOf(final long micros) {
        return Math.floorDiv(micros - rolloverSecondOfDay * SECOND_MICROS, DAY_MICROS);
    }

    /** As it was in a snapshot. */
    public void restore(final int second, final long epochDay) {
        isOpen = true;
        rolloverSecondOfDay = second;
        name(epochDay);
    }

    private void name(final long epochDay) {
        day = epochDay;
        final LocalDate date = LocalDate.ofEpochDay(epochDay);
        log.tradeDay = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private long nextRollMicros() {
        return (day + 1) * DAY_MICROS + rolloverSecondOfDay * SECOND_MICROS;
    }

    /** @return when something is due next, {@link Long#MAX_VALUE}: never */
    public long nextDueMicros() {
        if (!isOpen) {
            return Long.MAX_VALUE;
        }
        final Order first = expiries.first();
        final long expiryMicros = first == null ? Long.MAX_VALUE : first.expireTimeMicros;
        final long marketMicros = Math.min(deadlines.changeMicros(), deadlines.indicativeMicros());
        return Math.min(Math.min(nextRollMicros(), cancelAfters.nextDueMicros()), Math.min(marketMicros, expiryMicros));
    }

    /**
     * Does everything that is due at or before now, each as if by a command of its own: by due time, then the roll, changes of phase,
     * expiries, indicative prices.
     */
    public void work() {
        for (long due = nextDueMicros(); due <= log.timeMicros; due = nextDueMicros()) {
            final Order first = expiries.first();
            if (due == nextRollMicros()) {
                roll();
            } else if (due == deadlines.changeMicros()) {
                change(deadlines.changing(), due);
            } else if (first != null && due == first.expireTimeMicros) {
                endings.end(first, 'C', Code.EXPIRED);
            } else if (due == cancelAfters.nextDueMicros()) {
                cancelAfters.cancelNext();
            } else {
                matcher.publishIndicative(deadlines.indicative());
            }
            matcher.endCommand();
        }
    }

    /** The end of a phase comes before what the schedule says for the same instant. */
    private void change(final Market market, final long due) {
        markets.areDeadlinesStale = true;
        if (market.phaseUntilMicros == due) {
            phases.end(market);
        } else {
            phases.followSchedule(market);
        }
    }

    private void roll() {
        expireOrders();
        for (int i = 1; i <= markets.size(); i++) {
            markets.get(i).roll();
        }
        name(day + 1);
        events.dayRolled();
        feeTiers.roll();
        trades.roll();
        for (int i = 1; i <= accounts.table.size(); i++) {
            orders.forgetEnded(i);
        }
    }

    private void expireOrders() {
        for (Order order = orders.firstLive(); order != null; order = orders.nextLive(order)) {
            if (isOfTheDay(order) || isExpired(order)) {
                expiring.add(order);
            }
        }
        expiring.sort(Comparator.comparingInt(order -> order.market.instrument.id));
        for (final Order order : expiring) {
            endings.end(order, 'C', isOfTheDay(order) ? Code.DAY_END : Code.EXPIRED);
        }
        expiring.clear();
    }

    private static boolean isOfTheDay(final Order order) {
        return order.timeInForce == '0' || order.isForAuction();
    }

    private boolean isExpired(final Order order) {
        if (order.timeInForce == '1') {
            return dayOf(order.createdMicros) + gtcDays <= day + 1;
        }
        return order.expireDay != 0 && order.expireDay <= log.tradeDay;
    }
}
