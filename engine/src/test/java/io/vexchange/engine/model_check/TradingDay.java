package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Rolls the trading day and lets orders expire, in the order in which they fall due. */
final class TradingDay {
    private static final Set<String> DAY_ORDERS = Set.of("0", "2", "7");

    private final Registry registry;
    private final Reports reports;
    private final Phases phases;
    private final Runnable endOfCommand;
    private final BooleanSupplier isOutboxFull;
    private final Trades trades;
    private final int gtcDays;
    private long rolloverSecondOfDay;
    private LocalDate day;

    TradingDay(
            final Registry registry,
            final Reports reports,
            final Phases phases,
            final Runnable endOfCommand,
            final BooleanSupplier isOutboxFull,
            final Trades trades,
            final int gtcDays) {
        this.trades = trades;
        this.registry = registry;
        this.reports = reports;
        this.phases = phases;
        this.endOfCommand = endOfCommand;
        this.isOutboxFull = isOutboxFull;
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
            if (nextRollMicros() == due) {
                roll();
            } else if (nextChangeMicros() == due) {
                change(due);
            } else if (nextExpiring() != null && nextExpiring().expireTimeMicros == due) {
                phases.expire(nextExpiring(), "EXPIRED");
            } else {
                phases.indicate(nextIndicative());
            }
            endOfCommand.run();
        }
    }

    /** When something falls due next, Long.MAX_VALUE: never. */
    long nextDueMicros() {
        if (day == null) {
            return Long.MAX_VALUE;
        }
        final Order expiring = nextExpiring();
        final long expiry = expiring == null ? Long.MAX_VALUE : expiring.expireTimeMicros;
        return Math.min(Math.min(nextRollMicros(), expiry), Math.min(nextChangeMicros(), nextIndicativeMicros()));
    }

    private long nextRollMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, nextRoll());
    }

    private long nextIndicativeMicros() {
        final Market next = nextIndicative();
        return next == null ? Long.MAX_VALUE : next.indicatedMicros + Phases.INDICATIVE_MICROS;
    }

    private Market nextIndicative() {
        return registry.markets.values().stream()
                .filter(market -> market.isIndicativeDue && market.indicatedMicros != null)
                .min(Comparator.comparing((Market market) -> market.indicatedMicros)
                        .thenComparing(market -> market.id))
                .orElse(null);
    }

    private long nextChangeMicros() {
        return registry.markets.values().stream()
                .mapToLong(this::changeMicros)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** A due uncross waits for room in the outbox. */
    private long changeMicros(final Market market) {
        final long until = market.phaseUntilMicros == 0 ? Long.MAX_VALUE : market.phaseUntilMicros;
        final long scheduled = market.schedule.isEmpty() ? Long.MAX_VALUE : market.schedule.firstKey();
        final long due = Math.min(until, scheduled);
        final boolean waits = due <= reports.nowMicros && isOutboxFull.getAsBoolean() && uncrosses(market, due);
        return waits ? Long.MAX_VALUE : due;
    }

    private static boolean uncrosses(final Market market, final long due) {
        final boolean ends = market.phaseUntilMicros == due;
        final Phase next = ends ? market.nextPhase : market.schedule.get(due);
        final boolean isEnd =
                next == Phase.CONTINUOUS || (next == Phase.CLOSED && market.phase == Phase.CLOSING_AUCTION);
        return isEnd && (ends || isHeeded(market, next)) && Uncross.isNeeded(market);
    }

    private void change(final long due) {
        for (final Market market : registry.markets.values()) {
            if (changeMicros(market) == due) {
                if (market.phaseUntilMicros == due) {
                    end(market, due);
                } else {
                    scheduled(market, market.schedule.remove(due));
                }
                return;
            }
        }
    }

    /** The end comes before a change of the schedule at the same instant, which then only says how long. */
    private void end(final Market market, final long due) {
        final Phase next = market.nextPhase;
        if (phases.isProlonged(market)) {
            return;
        }
        market.isOperators = false;
        if (next == market.schedule.get(due)) {
            market.schedule.remove(due);
            enter(market, next);
        } else {
            phases.enter(market, next, 0, null, null);
        }
    }

    private void scheduled(final Market market, final Phase phase) {
        if (market.phase == phase || !isHeeded(market, phase)) {
            return;
        }
        market.isOperators = false;
        enter(market, phase);
    }

    /** By the schedule: an auction lasts until the schedule's next change. */
    private void enter(final Market market, final Phase phase) {
        final boolean hasEnd = Market.isAuction(phase) && !market.schedule.isEmpty();
        phases.enter(
                market,
                phase,
                0,
                hasEnd ? market.schedule.firstKey() : null,
                hasEnd ? market.schedule.firstEntry().getValue() : null);
    }

    private static boolean isHeeded(final Market market, final Phase phase) {
        return switch (market.phase) {
            case HALTED, CANCEL_ONLY -> phase == Phase.CLOSED;
            case CLOSED -> !market.isOperators && Operators.mayChange(Phase.CLOSED, phase);
            case VOLATILITY_AUCTION -> !market.isOperators || phase == Phase.CLOSED || phase == Phase.CLOSING_AUCTION;
            case OPENING_AUCTION, CLOSING_AUCTION -> !market.isOperators || phase == Phase.CLOSED;
            default -> true;
        };
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
                if (order.market == market && DAY_ORDERS.contains(order.timeInForce)) {
                    phases.expire(order, "DAY_END");
                } else if (order.market == market && isTooOld(order)) {
                    phases.expire(order, "EXPIRED");
                } else if (order.market == market && order.expireDay != 0 && order.expireDay <= reports.tradeDay) {
                    phases.expire(order, "EXPIRED");
                }
            }
        }
        trades.roll(reports.tradeDay);
        name(day.plusDays(1));
        reports.event(Item.of("DayRolled").with("tradeDay", reports.tradeDay));
        registry.orders.values().removeIf(order -> !order.isLive());
        for (final Account account : registry.accounts.values()) {
            account.orders.removeIf(order -> !order.isLive());
            account.byClOrdId.values().removeIf(order -> !order.isLive());
        }
    }
}
