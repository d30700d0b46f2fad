package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** At which price an auction trades, and how much: every candidate is tried. */
final class Uncross {
    static final Result NONE = new Result(0, BigInteger.ZERO, BigInteger.ZERO);

    private final Market market;

    /**
     * @param surplus of the buy side above 0, of the sell side below
     */
    record Result(long ticks, BigInteger lots, BigInteger surplus) {
        boolean isNone() {
            return lots.signum() == 0;
        }
    }

    Uncross(final Market market) {
        this.market = market;
    }

    /** The orders of a side that take part, in their priority: market orders by time, then price, then time. */
    List<Order> side(final String side) {
        final List<Order> orders = new ArrayList<>();
        market.waitingMarket.stream()
                .filter(order -> order.side.equals(side))
                .sorted(Comparator.comparing(order -> order.place))
                .forEach(orders::add);
        market.side(side).stream().filter(order -> !order.isPeg()).forEach(orders::add);
        return orders;
    }

    Result result() {
        final TreeSet<Long> candidates = new TreeSet<>();
        market.resting.stream()
                .filter(order -> !order.isPeg())
                .map(Order::bookTicks)
                .forEach(candidates::add);
        if (candidates.isEmpty()) {
            candidates.add(market.referenceTicks);
        }
        List<Result> kept = new ArrayList<>();
        candidates.forEach(ticks -> kept.add(at(ticks)));
        final BigInteger most =
                kept.stream().map(Result::lots).max(Comparator.naturalOrder()).orElseThrow();
        if (most.signum() == 0) {
            return NONE;
        }
        kept.removeIf(each -> !each.lots.equals(most));
        final BigInteger least = kept.stream()
                .map(each -> each.surplus.abs())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        kept.removeIf(each -> !each.surplus.abs().equals(least));
        final Result lowest = kept.get(0);
        final Result highest = kept.get(kept.size() - 1);
        if (kept.stream().allMatch(each -> each.surplus.signum() > 0)) {
            return highest;
        }
        if (kept.stream().allMatch(each -> each.surplus.signum() < 0)) {
            return lowest;
        }
        if (market.referenceTicks <= lowest.ticks) {
            return lowest;
        }
        return market.referenceTicks >= highest.ticks ? highest : at(market.referenceTicks);
    }

    private Result at(final long ticks) {
        final BigInteger demand = lots("1", ticks);
        final BigInteger supply = lots("2", ticks);
        return new Result(ticks, demand.min(supply), demand.subtract(supply));
    }

    private BigInteger lots(final String side, final long ticks) {
        return side(side).stream()
                .filter(order -> takes(order, ticks))
                .map(order -> BigInteger.valueOf(order.leavesLots))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Whether an order takes part at a price. */
    static boolean takes(final Order order, final long ticks) {
        if (order.isUnpriced()) {
            return isWithin(order, ticks, order.joinTicks) && isWithin(order, ticks, hold(order));
        }
        return isWithin(order, ticks, order.bookTicks());
    }

    private static Long hold(final Order order) {
        final boolean isBounded = order.isBuy() && order.account.type == AccountType.CASH;
        if (!isBounded) {
            return null;
        }
        return order.type.equals("3") ? (Long) Money.cover(order) : order.boundTicks;
    }

    private static boolean isWithin(final Order order, final long ticks, final Long limit) {
        return limit == null || (order.isBuy() ? ticks <= limit : ticks >= limit);
    }

    /** Crossed, locked, or with market orders. */
    static boolean isNeeded(final Market market) {
        final Long bid = market.bestOwnPrice("1");
        final Long offer = market.bestOwnPrice("2");
        return !market.waitingMarket.isEmpty() || (bid != null && offer != null && bid >= offer);
    }

    Order head(final String side, final long ticks) {
        return side(side).stream()
                .filter(order -> takes(order, ticks))
                .findFirst()
                .orElse(null);
    }
}
