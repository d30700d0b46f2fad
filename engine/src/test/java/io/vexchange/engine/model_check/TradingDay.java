package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Rolls the trading day and lets orders expire, in the order in which they fall due. */
final class TradingDay {
    private final Registry registry;
    private final Reports reports;
    private final Operators operators;
    private final int gtcDays;
    private long rolloverSecondOfDay;
    private LocalDate day;

    TradingDay(final Registry registry, final Reports reports, final Operators operators, final int gtcDays) {
        this.registry = registry;
        this.reports = reports;
        this.operators = operators;
        this.gtcDays = gtcDays;
    }

    void open(final long rollover) {
        rolloverSecondOfDay = rollover;
        name(dayOf(reports.nowMicros));
    }

    private LocalDate dayOf(final long micros) {
        return instant(micros)
                .minusSeconds(rolloverSecondOfDay)
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static Instant instant(final long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private void name(final LocalDate next) {
        day = next;
        reports.tradeDay = number(next);
    }

    static long number(final LocalDate day) {
        return day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
    }

    private Instant nextRoll() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(rolloverSecondOfDay);
    }

    /** Everything that is due at or before now: by due time, then the roll, phase changes, expiries. */
    void work() {
        while (nextDueMicros() <= reports.nowMicros) {
            final long due = nextDueMicros();
            final Market resuming = nextResuming();
            if (nextRollMicros() == due) {
                roll();
            } else if (resuming != null && resuming.phaseUntilMicros == due) {
                operators.enter(resuming, Phase.CONTINUOUS, 0, null);
            } else {
                operators.expire(nextExpiring(), "EXPIRED");
            }
        }
    }

    /** When something falls due next, Long.MAX_VALUE: never. */
    long nextDueMicros() {
        if (day == null) {
            return Long.MAX_VALUE;
        }
        final Order expiring = nextExpiring();
        final Market resuming = nextResuming();
        return Math.min(
                nextRollMicros(),
                Math.min(
                        expiring == null ? Long.MAX_VALUE : expiring.expireTimeMicros,
                        resuming == null ? Long.MAX_VALUE : resuming.phaseUntilMicros));
    }

    private long nextRollMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, nextRoll());
    }

    private Market nextResuming() {
        Market next = null;
        for (final Market market : registry.markets.values()) {
            if (market.phaseUntilMicros != 0 && (next == null || market.phaseUntilMicros < next.phaseUntilMicros)) {
                next = market;
            }
        }
        return next;
    }

    private Order nextExpiring() {
        Order next = null;
        for (final Order order : registry.liveOrders()) {
            if (order.expireTimeMicros != null && (next == null || isBefore(order, next))) {
                next = order;
            }
        }
        return next;
    }

    private static boolean isBefore(final Order one, final Order other) {
        if (!one.expireTimeMicros.equals(other.expireTimeMicros)) {
            return one.expireTimeMicros < other.expireTimeMicros;
        }
        return one.market.id != other.market.id ? one.market.id < other.market.id : one.id < other.id;
    }

    /** A GTC order lives so many days and no longer. */
    private boolean isTooOld(final Order order) {
        final boolean isGoodTillCancel = order.timeInForce.equals("1");
        return isGoodTillCancel && !dayOf(order.createdMicros).plusDays(gtcDays).isAfter(day.plusDays(1));
    }

    /** Expiries by instrument and order id; then the next day; ids of ended orders are free. */
    private void roll() {
        for (final Market market : registry.markets.values()) {
            for (final Order order : registry.liveOrders()) {
                if (order.market == market && order.timeInForce.equals("0")) {
                    operators.expire(order, "DAY_END");
                } else if (order.market == market && isTooOld(order)) {
                    operators.expire(order, "EXPIRED");
                } else if (order.market == market && order.expireDay != 0 && order.expireDay <= reports.tradeDay) {
                    operators.expire(order, "EXPIRED");
                }
            }
        }
        name(day.plusDays(1));
        reports.event(Item.of("DayRolled").with("tradeDay", reports.tradeDay));
        registry.orders.values().removeIf(order -> !order.isLive());
        for (final Account account : registry.accounts.values()) {
            account.orders.removeIf(order -> !order.isLive());
            account.byClOrdId.values().removeIf(order -> !order.isLive());
        }
    }
}
