package io.vexchange.engine.phase;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.matching.Auctions;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.model.Phase;

/** Moves a market from one phase to another and does what that entails. */
public final class PhaseChanges {
    private static final int MAX_PROLONGATIONS = 2;

    private final Auctions auctions;
    private final Matcher matcher;

    public PhaseChanges(final Auctions auctions, final Matcher matcher) {
        this.auctions = auctions;
        this.matcher = matcher;
    }

    /** @return true when a new instrument may begin in that phase: an auction has an end, which is not given there */
    public static boolean isFirst(final Phase phase) {
        return !Market.isAuction(phase);
    }

    /** @return true when a market may be moved so: a closed one only opens */
    public static boolean isAllowed(final Phase from, final Phase to) {
        return from != Phase.CLOSED
                || to == Phase.CLOSED
                || to == Phase.PRE_OPEN
                || to == Phase.OPENING_AUCTION
                || to == Phase.CONTINUOUS;
    }

    /** @return what follows a phase that ends by itself, or null when it does not */
    public static Phase after(final Phase phase) {
        return switch (phase) {
            case HALTED, CANCEL_ONLY, OPENING_AUCTION, VOLATILITY_AUCTION -> Phase.CONTINUOUS;
            case CLOSING_AUCTION -> Phase.CLOSED;
            default -> null;
        };
    }

    /**
     * An operator or the engine changes the phase of a market.
     *
     * @param actorId who wants it, 0: the engine
     * @param untilMicros when it ends by itself, of auctions, HALTED and CANCEL_ONLY only; {@link Order#ABSENT}: not
     */
    public void enter(final Market market, final Phase phase, final int actorId, final long untilMicros) {
        final Phase next = after(phase);
        enter(market, phase, actorId, next == null ? Order.ABSENT : untilMicros, next);
    }

    private void enter(
            final Market market, final Phase phase, final int actorId, final long untilMicros, final Phase next) {
        matcher.note(market);
        if (phase == Phase.CONTINUOUS) {
            auctions.uncross(market, phase);
            auctions.set(market, phase, actorId, Order.ABSENT, null);
            matcher.open(market);
            return;
        }
        if (phase == Phase.CLOSED && market.phase == Phase.CLOSING_AUCTION) {
            auctions.uncross(market, phase);
        }
        auctions.begin(market, phase, actorId, untilMicros, next);
        if (phase == Phase.CLOSED) {
            auctions.close(market);
        }
    }

    /** An auction ends at another time. */
    public void end(final Market market, final int actorId, final long untilMicros) {
        if (market.phaseUntilMicros != untilMicros) {
            market.phaseActorId = actorId;
            auctions.end(market, untilMicros, after(market.phase));
        }
    }

    /** The phase of a market ends because its time is over. */
    void end(final Market market) {
        if (market.phase == Phase.VOLATILITY_AUCTION
                && market.prolongations < MAX_PROLONGATIONS
                && auctions.isOutsideCollar(market)) {
            auctions.prolong(market);
        } else {
            final Phase next = market.nextPhase;
            final boolean isScheduled =
                    market.schedule.nextMicros() == market.phaseUntilMicros && market.schedule.phase(0) == next;
            if (isScheduled) {
                market.schedule.drop();
            }
            enterUntilNextChange(market, next, isScheduled);
        }
    }

    /** The next change of a market's schedule is due. */
    void followSchedule(final Market market) {
        final Phase phase = market.schedule.phase(0);
        market.schedule.drop();
        if (!isHeeded(market, phase)) {
            return;
        }
        enterUntilNextChange(market, phase, true);
    }

    /** An auction of the schedule lasts until the schedule's next change. */
    private void enterUntilNextChange(final Market market, final Phase phase, final boolean isScheduled) {
        final boolean hasEnd = isScheduled && Market.isAuction(phase) && market.schedule.size() != 0;
        if (hasEnd) {
            enter(market, phase, 0, market.schedule.atMicros(0), market.schedule.phase(0));
        } else {
            enter(market, phase, 0, Order.ABSENT, null);
        }
    }

    /** What an operator has set stays until he changes it or its time is over; halts, whoever set them, end by the close only. */
    static boolean isHeeded(final Market market, final Phase phase) {
        if (market.phase == phase || !isAllowed(market.phase, phase)) {
            return false;
        }
        if (market.phase == Phase.HALTED || market.phase == Phase.CANCEL_ONLY) {
            return phase == Phase.CLOSED;
        }
        if (market.phaseActorId == 0) {
            return true;
        }
        if (market.phase == Phase.CLOSED) {
            return false;
        }
        final boolean isTakenOver = market.phase == Phase.VOLATILITY_AUCTION && phase == Phase.CLOSING_AUCTION;
        return !market.isAuction() || isTakenOver || phase == Phase.CLOSED;
    }
}
