package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a change of phase does, in order; the end of auctions; indicative prices. */
final class Phases {
    static final long INDICATIVE_MICROS = 100_000;
    private static final int PROLONGATIONS = 2;
    private static final long MICROS_A_SECOND = 1_000_000;

    private final Registry registry;
    private final Reports reports;
    private final Matching matching;
    private final Pegs pegs;

    Phases(final Registry registry, final Reports reports, final Matching matching, final Pegs pegs) {
        this.registry = registry;
        this.reports = reports;
        this.matching = matching;
        this.pegs = pegs;
    }

    /** {@code untilMicros} null: until somebody changes it. */
    void enter(
            final Market market, final Phase phase, final int actorId, final Long untilMicros, final Phase nextPhase) {
        if (phase == Phase.CONTINUOUS || (phase == Phase.CLOSED && market.phase == Phase.CLOSING_AUCTION)) {
            uncross(market);
            leftovers(market, phase);
        }
        market.phase = phase;
        market.prolongations = 0;
        market.indicative = Uncross.NONE;
        market.indicatedMicros = null;
        market.isTouched = true;
        tell(market, actorId, untilMicros, nextPhase);
        if (phase == Phase.CLOSED) {
            pegs.park(market);
            close(market);
        } else if (phase == Phase.CONTINUOUS) {
            pegs.price(market);
            matching.trigger(market, market.referenceTicks);
            matching.workQueue(market);
        } else if (Market.isCallPhase(phase)) {
            pegs.park(market);
            if (phase == Phase.CLOSING_AUCTION) {
                joinForClose(market);
            } else {
                partForClose(market);
            }
        }
    }

    private void tell(final Market market, final int actorId, final Long untilMicros, final Phase nextPhase) {
        market.indicative = Uncross.NONE;
        market.isTouched = true;
        market.phaseUntilMicros = untilMicros == null ? 0 : untilMicros;
        market.nextPhase = untilMicros == null ? null : nextPhase;
        reports.event(Item.of("PhaseChanged")
                .with("instrumentId", market.id)
                .with("phase", market.phase.number())
                .with("actorId", actorId)
                .with("untilMicros", untilMicros)
                .with("nextPhase", market.nextPhase == null ? 0 : market.nextPhase.number()));
    }

    /** The present phase again, with another end. */
    void move(final Market market, final int actorId, final long untilMicros) {
        if (market.phaseUntilMicros != untilMicros) {
            tell(market, actorId, untilMicros, market.nextPhase == null ? following(market.phase) : market.nextPhase);
        }
    }

    static Phase following(final Phase phase) {
        return phase == Phase.CLOSING_AUCTION ? Phase.CLOSED : Phase.CONTINUOUS;
    }

    /** An order stopped by the dynamic collar waits in the book. */
    void interrupt(final Market market) {
        final long until = reports.nowMicros + market.setting("volatilityAuctionSeconds") * MICROS_A_SECOND;
        market.isOperators = false;
        enter(market, Phase.VOLATILITY_AUCTION, 0, until, Phase.CONTINUOUS);
    }

    /** A volatility auction whose price would lie outside the static collar goes on. */
    boolean isProlonged(final Market market) {
        final boolean isProlonged = market.phase == Phase.VOLATILITY_AUCTION
                && market.prolongations < PROLONGATIONS
                && isOutsideCollar(market);
        if (isProlonged) {
            final long length = market.setting("volatilityAuctionSeconds") * MICROS_A_SECOND;
            tell(market, 0, market.phaseUntilMicros + length, market.nextPhase);
            market.prolongations++;
        }
        return isProlonged;
    }

    private static boolean isOutsideCollar(final Market market) {
        final Uncross.Result result = new Uncross(market).result();
        return !result.isNone()
                && !Bounds.holds(result.ticks(), market.referenceTicks, market.setting("staticCollarBp"));
    }

    private void uncross(final Market market) {
        final Uncross.Result result = new Uncross(market).result();
        if (!result.isNone()) {
            matching.uncross(market, result.ticks());
            market.referenceTicks = result.ticks();
            market.collarTicks = result.ticks();
        }
    }

    private void leftovers(final Market market, final Phase next) {
        for (final Order order : registry.liveOrders()) {
            if (order.market != market) {
                continue;
            }
            final boolean isForAuction = order.timeInForce.equals("2")
                    || (order.timeInForce.equals("7") && !market.forClose.contains(order));
            if (market.waitingMarket.contains(order) && order.type.equals("K") && order.filledLots > 0) {
                market.waitingMarket.remove(order);
                order.priceTicks = order.lastFillTicks;
                order.boundTicks = null;
                order.protectionTicks = null;
                reports.stands(order, order.priceTicks);
                matching.rest(order);
            } else if (next == Phase.CONTINUOUS && isForAuction) {
                expire(order, "AUCTION_LEFTOVER");
            } else if (next == Phase.CONTINUOUS && market.waitingMarket.contains(order)) {
                matching.end(order, reports.report(order, "4").with("code", "NO_LIQUIDITY"));
            }
        }
    }

    private void close(final Market market) {
        for (final Order order : registry.liveOrders()) {
            if (order.market != market) {
                continue;
            }
            if (order.timeInForce.equals("2") || order.timeInForce.equals("7")) {
                expire(order, "AUCTION_LEFTOVER");
            } else if (order.timeInForce.equals("0")) {
                expire(order, "DAY_END");
            } else if (market.waitingMarket.contains(order)) {
                expire(order, "AUCTION_LEFTOVER");
            }
        }
    }

    void expire(final Order order, final String code) {
        matching.end(order, reports.report(order, "C").with("code", code), "C");
    }

    /** Another call phase follows: they wait for theirs. */
    private void partForClose(final Market market) {
        for (final Order order : registry.liveOrders()) {
            if (order.market == market && order.timeInForce.equals("7") && !market.forClose.contains(order)) {
                market.waitingMarket.remove(order);
                final boolean wasInBook = market.resting.remove(order);
                if (wasInBook) {
                    reports.stands(order, null);
                    reports.book(order, 2, 0);
                }
                order.shownLots = 0;
                market.forClose.add(order);
            }
        }
    }

    private void joinForClose(final Market market) {
        final List<Order> joining = new ArrayList<>(market.forClose);
        joining.sort(Comparator.comparing(order -> order.place));
        market.forClose.clear();
        for (final Order order : joining) {
            if (!order.isUnpriced()) {
                reports.stands(order, order.priceTicks);
            }
            matching.join(order);
        }
    }

    /** At the end of a command, and when it falls due. */
    void indicate(final Market market) {
        if (!Market.isAuction(market.phase)) {
            market.isIndicativeDue = false;
            return;
        }
        market.isIndicativeDue |= market.isTouched;
        final boolean isEarly =
                market.indicatedMicros != null && reports.nowMicros < market.indicatedMicros + INDICATIVE_MICROS;
        if (!market.isIndicativeDue || isEarly) {
            return;
        }
        market.isIndicativeDue = false;
        market.indicatedMicros = reports.nowMicros;
        final Uncross.Result result = new Uncross(market).result();
        if (!result.equals(market.indicative)) {
            market.indicative = result;
            final int sign = result.surplus().signum();
            reports.event(Item.of("Indicative")
                    .with("instrumentId", market.id)
                    .with("publicSequence", ++market.publicSequence)
                    .with("priceTicks", result.isNone() ? null : result.ticks())
                    .with("lots", result.lots())
                    .with("surplusLots", result.surplus().abs())
                    .with("surplusSide", sign == 0 ? "" : sign > 0 ? "1" : "2"));
        }
    }
}
