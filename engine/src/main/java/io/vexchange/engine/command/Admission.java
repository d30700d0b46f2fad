package io.vexchange.engine.command;

import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.book.PegList;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.directory.Requester;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.PegReference;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.risk.Bounds;
import io.vexchange.engine.risk.Holds;

/** The checks of an order as it would be, each {@link Code#NONE} when it passes. Their order is their callers'. */
final class Admission {
    private static final long HUNDREDTH = 100;

    private final EventLog log;
    private final Access access;
    private final Markets markets;
    private final Orders orders;
    private final int maxLiveOrders;

    Admission(
            final EventLog log,
            final Access access,
            final Markets markets,
            final Orders orders,
            final int maxLiveOrders) {
        this.log = log;
        this.access = access;
        this.markets = markets;
        this.orders = orders;
        this.maxLiveOrders = maxLiveOrders;
    }

    /** Enabled, kill switches, phase. */
    Code standing(final Order order, final int requesterId) {
        final Instrument instrument = order.market.instrument;
        final Requester owner = access.requester(order.ownerId);
        final Requester requester = requesterId == order.ownerId ? owner : access.requester(requesterId);
        if (!order.account.isEnabled
                || !order.account.participant.isEnabled
                || !instrument.isEnabled
                || (owner != null && !owner.isEnabled)
                || (requester != null && !requester.isEnabled)) {
            return Code.DISABLED;
        }
        if (markets.isKilled
                || order.account.isKilled
                || order.account.participant.isKilled
                || instrument.isKilled
                || (owner != null && owner.isKilled)
                || (requester != null && requester.isKilled)) {
            return Code.KILL_SWITCH;
        }
        final byte time = order.timeInForce;
        final boolean isImmediate = time == '3' || time == '4';
        return switch (order.market.phase) {
            case CONTINUOUS -> time == '2' ? Code.NOT_IN_THIS_PHASE : Code.NONE;
            case PRE_OPEN, OPENING_AUCTION -> isImmediate ? Code.NOT_IN_THIS_PHASE : Code.NONE;
            case VOLATILITY_AUCTION, CLOSING_AUCTION -> isImmediate || time == '2' ? Code.NOT_IN_THIS_PHASE : Code.NONE;
            case HALTED -> Code.HALTED;
            case CANCEL_ONLY -> Code.CANCEL_ONLY;
            case CLOSED -> Code.MARKET_CLOSED;
        };
    }

    /**
     * What only a new order is asked: one for the close needs a closing auction that runs or is in the schedule; a K has no price
     * before its first fill.
     */
    Code entry(final Order order) {
        final Market market = order.market;
        final boolean isHopeless = order.timeInForce == '7'
                && market.phase != Phase.CLOSING_AUCTION
                && !market.schedule.has(Phase.CLOSING_AUCTION);
        final boolean isPriced = order.type == 'K' && !order.isUnpriced();
        return isHopeless || isPriced ? Code.UNSUPPORTED_COMBINATION : Code.NONE;
    }

    /** The table of order types; what it needs and lacks; a date that has not passed. */
    Code combination(final Order order) {
        final boolean rests = Order.isRestingTime(order.timeInForce);
        final boolean isImmediate = order.timeInForce == '3' || order.timeInForce == '4';
        final boolean isPlain = !order.isPostOnly() && order.displayLots == Order.ABSENT;
        final boolean isSupported = switch (order.type) {
            case '1' ->
                (order.timeInForce == '0' || isImmediate || order.isForAuction())
                        && order.stopPriceTicks == Order.ABSENT
                        && isPlain;
            case '2' ->
                (rests || ((isImmediate || order.isForAuction()) && isPlain)) && order.stopPriceTicks == Order.ABSENT;
            case 'K' -> rests && isPlain && order.stopPriceTicks == Order.ABSENT;
            case 'P' -> rests && isPlain && order.stopPriceTicks == Order.ABSENT && isPeg(order.pegReference);
            case '3' -> rests && order.priceTicks == Order.ABSENT && isPlain;
            case '4' -> rests && !order.isPostOnly();
            default -> false;
        };
        final boolean hasDay = order.expireDay != 0;
        final boolean hasInstant = order.expireTimeMicros != Order.ABSENT;
        final boolean isGoodTillDate = order.timeInForce == '6';
        if (!isSupported
                || (order.pegReference != 0 && !order.isPeg())
                || (order.minimumLots != Order.ABSENT && order.timeInForce != '3')
                || (hasDay && hasInstant)
                || (!isGoodTillDate && (hasDay || hasInstant))) {
            return Code.UNSUPPORTED_COMBINATION;
        }
        final boolean needsPrice = order.type == '2' || order.type == '4';
        if ((needsPrice && order.priceTicks == Order.ABSENT)
                || (order.isStop() && order.stopPriceTicks == Order.ABSENT)
                || (order.isPeg() && order.pegReference == 0)
                || (isGoodTillDate && !hasDay && !hasInstant)) {
            return Code.MISSING_FIELD;
        }
        return Code.NONE;
    }

    /** None is looked at later: it is missing. */
    private static boolean isPeg(final byte reference) {
        return reference == 0 || PegReference.of(reference) != null;
    }

    /** A date that has not passed. */
    Code expiry(final Order order) {
        final boolean isPast = (order.expireDay != 0 && order.expireDay < log.tradeDay)
                || (order.expireTimeMicros != Order.ABSENT && order.expireTimeMicros <= log.timeMicros);
        return isPast ? Code.EXPIRE_TIME : Code.NONE;
    }

    /** @param oldLots what the minimum does not judge again when it is kept, nor the maximum unless it is raised; 0 for a new order */
    Code quantity(final Order order, final long oldLots) {
        final long lots = order.quantityLots;
        final Instrument instrument = order.market.instrument;
        if (lots <= 0
                || (lots != oldLots && lots < instrument.rules.minimumLots())
                || (lots > oldLots && lots > instrument.rules.maximumLots())
                || isOutside(order.minimumLots, lots)
                || isOutside(order.displayLots, lots)) {
            return Code.QTY_INVALID;
        }
        final boolean isTooSmall =
                order.displayLots != Order.ABSENT && order.displayLots < (lots + HUNDREDTH - 1) / HUNDREDTH;
        return isTooSmall ? Code.DISPLAY_TOO_SMALL : LimitChecks.quantity(order, oldLots);
    }

    private static boolean isOutside(final long part, final long lots) {
        return part != Order.ABSENT && (part <= 0 || part > lots);
    }

    /** @param old the order as it was, or null; what is not raised passes */
    Code notional(final Order order, final Order old) {
        final Instrument instrument = order.market.instrument;
        final long value = value(order);
        final long oldValue = old == null ? 0 : value(old);
        final boolean isTooLarge =
                value > instrument.rules.maximumNotional() && (value == Holds.TOO_MUCH || value > oldValue);
        return isTooLarge ? Code.NOTIONAL : LimitChecks.notional(order, value, oldValue);
    }

    private static long value(final Order order) {
        long ticks = order.type == '3' ? order.stopPriceTicks : order.priceTicks;
        if (ticks == Order.ABSENT) {
            ticks = order.market.referencePriceTicks;
        }
        return ticks <= 0 ? 0 : Holds.value(order.quantityLots, ticks, order.market.instrument.unitsPerTickLot);
    }

    /** Prices that come in: above 0, and the limit within the static collar. */
    Code price(final Order order, final boolean isPriceNew, final boolean isStopNew) {
        if (isStopNew && order.stopPriceTicks != Order.ABSENT && order.stopPriceTicks <= 0) {
            return Code.PRICE_COLLAR;
        }
        if (!isPriceNew || order.priceTicks == Order.ABSENT) {
            return Code.NONE;
        }
        if (order.priceTicks <= 0) {
            return Code.PRICE_COLLAR;
        }
        final int collarBp = order.market.instrument.rules.staticCollarBp();
        final boolean fromStop = order.type == '4' && !order.isTriggered();
        final long centre = fromStop ? order.stopPriceTicks : order.market.referencePriceTicks;
        final boolean isOut = collarBp != 0
                && (order.priceTicks < Bounds.below(centre, collarBp)
                        || order.priceTicks > Bounds.above(centre, collarBp));
        return isOut ? Code.PRICE_COLLAR : Code.NONE;
    }

    /** One more live order of the venue, one more peg of the instrument. */
    Code count(final Order order) {
        if (orders.liveCount() >= maxLiveOrders) {
            return Code.OPEN_ORDERS;
        }
        return order.isPeg() && order.market.pegs.size() >= PegList.MAX_PEGS ? Code.PEG_LIMIT : Code.NONE;
    }

    /** @param oldHold what the order, if it lives already, holds now */
    Code money(final Order order, final long oldHold) {
        final long newHold = Holds.of(order);
        if (newHold <= oldHold) {
            return Code.NONE;
        }
        if (!order.account.isCash) {
            return newHold == Holds.TOO_MUCH || !Holds.asset(order).hasRoomFor(newHold - oldHold)
                    ? Code.NOTIONAL
                    : Code.NONE;
        }
        final long available = order.account.available(Holds.asset(order).id) + oldHold;
        return available < newHold ? Code.INSUFFICIENT_FUNDS : Code.NONE;
    }

    Code postOnly(final Order order) {
        final Level best = order.opposite().best();
        if (!order.isPostOnly() || !order.market.isContinuous() || best == null) {
            return Code.NONE;
        }
        final boolean meets = order.isBuy() ? order.priceTicks >= best.priceTicks : order.priceTicks <= best.priceTicks;
        return meets ? Code.POST_ONLY : Code.NONE;
    }
}
