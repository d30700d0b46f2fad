package io.vexchange.engine.command;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ReplaceOrderDecoder;

/** An order as a replace wants it: what the request leaves out keeps its value. */
final class Wanted {
    private static final int POST_ONLY_IS_MEANT = 8;

    private Wanted() {}

    /** Fills {@code wanted}. */
    static void fill(final Order wanted, final Order order, final ReplaceOrderDecoder command) {
        wanted.copyTerms(order);
        if (command.quantityLots() != Order.ABSENT) {
            wanted.quantityLots = command.quantityLots();
        }
        wanted.leavesLots = wanted.quantityLots - order.filledLots;
        final byte type = (byte) command.orderType();
        final boolean isLimitNow =
                (order.type == '4' && order.isTriggered()) || (order.type == 'K' && !order.isUnpriced());
        final boolean isOnlyNamed = type == 0 || (isLimitNow && type == '2');
        wanted.type = isOnlyNamed ? order.type : type;
        if (command.selfTradePrevention() != 0) {
            wanted.selfTradePrevention = (byte) command.selfTradePrevention();
        }
        if ((command.flags() & POST_ONLY_IS_MEANT) != 0) {
            wanted.flags = (byte) ((order.flags & ~Order.POST_ONLY) | (command.flags() & Order.POST_ONLY));
        }
        wanted.pegReference = (byte) command.pegReference();
        fillPrices(wanted, order, command);
        fillDisplay(wanted, order, command.displayLots());
        fillTime(wanted, command);
    }

    private static void fillPrices(final Order wanted, final Order order, final ReplaceOrderDecoder command) {
        final long priceTicks = command.priceTicks();
        if (wanted.type == '1' || (wanted.type == '3' && priceTicks == Order.ABSENT)) {
            wanted.priceTicks = Order.ABSENT;
        } else if (priceTicks != Order.ABSENT) {
            wanted.priceTicks = priceTicks;
        }
        if (command.stopPriceTicks() != Order.ABSENT) {
            wanted.stopPriceTicks = command.stopPriceTicks();
        }
        if (command.minimumLots() != Order.ABSENT) {
            wanted.minimumLots = command.minimumLots();
        }
        NewOrders.takeRates(wanted);
        if (order.isStop() && order.isTriggered()) {
            wanted.coverTicks = order.coverTicks;
        }
    }

    /** The whole quantity makes an iceberg plain; a tip that is merely kept is never more than the quantity. */
    private static void fillDisplay(final Order wanted, final Order order, final long displayLots) {
        if (displayLots != Order.ABSENT) {
            wanted.displayLots = displayLots == wanted.quantityLots ? Order.ABSENT : displayLots;
        } else if (order.displayLots != Order.ABSENT) {
            wanted.displayLots = Math.min(order.displayLots, Math.max(1, wanted.quantityLots));
        }
    }

    /** A new date takes the old one's place; an order that is no longer GTD has none. */
    private static void fillTime(final Order wanted, final ReplaceOrderDecoder command) {
        if (command.timeInForce() != 0) {
            wanted.timeInForce = (byte) command.timeInForce();
        }
        final boolean isDated = command.expireTimeMicros() != Order.ABSENT || command.expireDay() != 0;
        if (isDated) {
            wanted.expireTimeMicros = command.expireTimeMicros();
            wanted.expireDay = command.expireDay();
        } else if (wanted.timeInForce != '6') {
            wanted.expireTimeMicros = Order.ABSENT;
            wanted.expireDay = 0;
        }
    }

    /** Whether an order may turn into that type, or change that stop price. */
    static Code type(final Order wanted, final Order order) {
        final boolean isSame = order.type == wanted.type;
        final boolean becomesMarket = order.type == '2' && wanted.type == '1';
        final boolean isStopChange = order.isWaitingStop() && wanted.isStop();
        final boolean isOtherPeg =
                order.isPeg() && wanted.pegReference != 0 && wanted.pegReference != order.pegReference;
        if ((!isSame && !becomesMarket && !isStopChange) || isOtherPeg) {
            return Code.TYPE_CHANGE;
        }
        final boolean isLateStop = order.isTriggered() && wanted.stopPriceTicks != order.stopPriceTicks;
        final boolean keepsTime = wanted.timeInForce == order.timeInForce
                || (Order.isRestingTime(wanted.timeInForce) && Order.isRestingTime(order.timeInForce));
        final boolean isEarlyPrice = order.type == 'K' && order.isUnpriced() && wanted.priceTicks != Order.ABSENT;
        return isLateStop || isEarlyPrice || !keepsTime ? Code.UNSUPPORTED_COMBINATION : Code.NONE;
    }

    /** Whether the change costs the order its place. */
    static boolean losesPlace(final Order wanted, final Order order) {
        return wanted.quantityLots > order.quantityLots
                || wanted.priceTicks != order.priceTicks
                || wanted.stopPriceTicks != order.stopPriceTicks
                || wanted.type != order.type
                || tip(wanted) > tip(order);
    }

    /** Whether what bounds an order without a price, or a peg, stays as it was. */
    static boolean keepsBounds(final Order wanted, final Order order) {
        return order.isPeg() || (order.isUnpriced() && !losesPlace(wanted, order));
    }

    private static long tip(final Order order) {
        return order.displayLots == Order.ABSENT ? order.quantityLots : order.displayLots;
    }
}
