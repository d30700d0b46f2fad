package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Phase;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The checks of a D, and of a G with its new values, in their order; the first that fails answers. */
final class Admission {
    private static final Set<String> RESTING = Set.of("0", "1", "6");
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Registry registry;
    private final Reports reports;
    private final KillSwitches killSwitches;
    private final BooleanSupplier isOutboxFull;

    Admission(
            final Registry registry,
            final Reports reports,
            final KillSwitches killSwitches,
            final BooleanSupplier isOutboxFull) {
        this.registry = registry;
        this.reports = reports;
        this.killSwitches = killSwitches;
        this.isOutboxFull = isOutboxFull;
    }

    /** Enabled, kill switches, phase. */
    String standing(final Order order, final int requesterId) {
        final Requester owner = registry.requesters.get(order.ownerId);
        final Requester requester = registry.requesters.get(requesterId);
        final boolean isDisabled = !order.account.enabled
                || !order.account.firm.enabled
                || !order.market.enabled
                || (owner != null && !owner.enabled)
                || (requester != null && !requester.enabled);
        if (isDisabled) {
            return "DISABLED";
        }
        if (killSwitches.covers(order) || killSwitches.coversSession(requesterId)) {
            return "KILL_SWITCH";
        }
        return switch (order.market.phase) {
            case HALTED -> "HALTED";
            case CANCEL_ONLY -> "CANCEL_ONLY";
            case CLOSED -> "MARKET_CLOSED";
            default -> null;
        };
    }

    /** What the phase takes. */
    String phase(final Order order) {
        final boolean isOpening = order.market.phase == Phase.PRE_OPEN || order.market.phase == Phase.OPENING_AUCTION;
        final boolean isImmediate = Set.of("3", "4").contains(order.timeInForce);
        if ((order.timeInForce.equals("2") && !isOpening) || (isImmediate && !order.market.isContinuous())) {
            return "NOT_IN_THIS_PHASE";
        }
        return null;
    }

    /** An order for the close needs a close to come. */
    String close(final Order order) {
        final boolean hasClosing = order.market.phase == Phase.CLOSING_AUCTION
                || order.market.schedule.containsValue(Phase.CLOSING_AUCTION);
        return order.timeInForce.equals("7") && !hasClosing ? "UNSUPPORTED_COMBINATION" : null;
    }

    /** The table of order types. */
    String combination(final Order order) {
        final boolean isSupported = switch (order.type) {
            case "1" ->
                Set.of("0", "2", "3", "4", "7").contains(order.timeInForce)
                        && order.stopPriceTicks == null
                        && !order.isPostOnly
                        && order.displayLots == null;
            case "2" ->
                Set.of("0", "1", "2", "3", "4", "6", "7").contains(order.timeInForce)
                        && order.stopPriceTicks == null
                        && (!order.isPostOnly || RESTING.contains(order.timeInForce))
                        && (order.displayLots == null || RESTING.contains(order.timeInForce));
            case "3" ->
                RESTING.contains(order.timeInForce)
                        && order.priceTicks == null
                        && !order.isPostOnly
                        && order.displayLots == null;
            case "4" -> RESTING.contains(order.timeInForce) && !order.isPostOnly;
            case "K" ->
                RESTING.contains(order.timeInForce)
                        && (order.priceTicks == null || order.filledLots > 0)
                        && order.stopPriceTicks == null
                        && !order.isPostOnly
                        && order.displayLots == null;
            case "P" ->
                RESTING.contains(order.timeInForce)
                        && order.stopPriceTicks == null
                        && !order.isPostOnly
                        && order.displayLots == null;
            default -> false;
        };
        final boolean mayHaveMinimum = order.timeInForce.equals("3");
        final boolean hasDay = order.expireDay != 0;
        final boolean hasInstant = order.expireTimeMicros != null;
        final boolean isGoodTillDate = order.timeInForce.equals("6");
        if (!isSupported
                || (!order.pegReference.isEmpty()
                        && !(order.isPeg() && Set.of("R", "M").contains(order.pegReference)))
                || (order.minimumLots != null && !mayHaveMinimum)
                || (hasDay && hasInstant)
                || (!isGoodTillDate && (hasDay || hasInstant))) {
            return "UNSUPPORTED_COMBINATION";
        }
        final boolean needsPrice = order.type.equals("2") || order.type.equals("4");
        final boolean isMissing = (needsPrice && order.priceTicks == null)
                || (order.isStop() && order.stopPriceTicks == null)
                || (order.isPeg() && order.pegReference.isEmpty())
                || (isGoodTillDate && !hasDay && !hasInstant);
        return isMissing ? "MISSING_FIELD" : null;
    }

    /** An instant or a day in the past. */
    String expiry(final Order order) {
        final boolean isInstantPast = order.expireTimeMicros != null && order.expireTimeMicros <= reports.nowMicros;
        final boolean isDayPast = order.expireDay != 0 && order.expireDay < reports.tradeDay;
        return isInstantPast || isDayPast ? "EXPIRE_TIME" : null;
    }

    /** {@code oldLots} 0 for a D; a G skips the bound it does not move towards. */
    String quantity(final Order order, final long oldLots) {
        final long lots = order.quantityLots;
        final boolean isTooSmall = lots != oldLots && lots < order.market.setting("minimumLots");
        final boolean isTooLarge = lots > oldLots && lots > order.market.setting("maximumLots");
        if (lots <= 0 || isTooSmall || isTooLarge) {
            return "QTY_INVALID";
        }
        if (isOutside(order.minimumLots, lots) || isOutside(order.displayLots, lots)) {
            return "QTY_INVALID";
        }
        if (order.displayLots != null
                && BigInteger.valueOf(order.displayLots)
                                .multiply(BigInteger.valueOf(100))
                                .compareTo(BigInteger.valueOf(lots))
                        < 0) {
            return "DISPLAY_TOO_SMALL";
        }
        return null;
    }

    private static boolean isOutside(final Long part, final long lots) {
        return part != null && (part <= 0 || part > lots);
    }

    String notional(final Order order) {
        final long ticks = switch (order.type) {
            case "3" -> order.stopPriceTicks;
            case "1" -> order.market.referenceTicks;
            case "K", "P" -> order.priceTicks == null ? order.market.referenceTicks : order.priceTicks;
            default -> order.priceTicks;
        };
        final BigInteger notional = Money.notional(order.market, order.quantityLots, ticks);
        final BigInteger maximum = BigInteger.valueOf(order.market.setting("maximumNotional"));
        return notional.compareTo(maximum.min(LARGEST)) > 0 ? "NOTIONAL" : null;
    }

    /** Price and static collar; a stop-limit's is measured from its own stop price until it is triggered. */
    String price(final Order order, final boolean isPriceNew, final boolean isStopNew) {
        if (isStopNew && order.stopPriceTicks != null && order.stopPriceTicks <= 0) {
            return "PRICE_COLLAR";
        }
        if (!isPriceNew || order.priceTicks == null) {
            return null;
        }
        final long centre = order.isStop() && !order.isTriggered ? order.stopPriceTicks : order.market.referenceTicks;
        final boolean isIn =
                order.priceTicks > 0 && Bounds.holds(order.priceTicks, centre, order.market.setting("staticCollarBp"));
        return isIn ? null : "PRICE_COLLAR";
    }

    String outbox() {
        return isOutboxFull.getAsBoolean() ? "OUTBOX_FULL" : null;
    }

    /** How far it may trade, for its hold: the protection limit, the collar where it waits. */
    void bounds(final Order order) {
        final boolean waits = !order.market.isContinuous() || order.timeInForce.equals("7");
        order.boundTicks = null;
        if (order.isPeg() || (waits && order.isUnpriced() && !order.isStop())) {
            order.boundTicks = Bounds.far(order, order.market.referenceTicks, order.market.setting("staticCollarBp"));
        } else if (order.isUnpriced() && !order.isStop()) {
            order.protectionTicks = Limits.protection(order);
        }
    }

    /** {@code oldHold} is what the order, if it lives already, holds now. */
    String money(final Order order, final BigInteger oldHold) {
        final BigInteger newHold = Money.hold(order);
        if (newHold.compareTo(oldHold) <= 0) {
            return null;
        }
        final BigInteger available =
                order.account.available(Money.heldAsset(order)).add(oldHold);
        return available.compareTo(newHold) < 0 ? "INSUFFICIENT_FUNDS" : null;
    }

    String postOnly(final Order order) {
        final Order best = order.market.best(order.opposite());
        if (!order.isPostOnly || !order.market.isContinuous() || best == null) {
            return null;
        }
        final boolean meets =
                order.isBuy() ? order.priceTicks >= best.bookTicks() : order.priceTicks <= best.bookTicks();
        return meets ? "POST_ONLY" : null;
    }
}
