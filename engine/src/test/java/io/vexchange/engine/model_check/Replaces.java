package io.vexchange.engine.model_check;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** G and its table. */
final class Replaces {
    private static final int POST_ONLY_IS_MEANT = 8;

    private final Lookup lookup;
    private final Reports reports;
    private final Admission admission;
    private final Matching matching;

    Replaces(final Lookup lookup, final Reports reports, final Admission admission, final Matching matching) {
        this.lookup = lookup;
        this.reports = reports;
        this.admission = admission;
        this.matching = matching;
    }

    Answer take(final Item command) {
        final Lookup.Found found = lookup.find(command);
        if (found.isRepeat()) {
            return Answer.of(found.order().id);
        }
        if (found.code() != null) {
            return lookup.reject(command, found, found.code(), "2");
        }
        final Order order = found.order();
        final Order wanted = wanted(order, command);
        final String refusal = refusal(order, wanted, command);
        if ("OUTBOX_FULL".equals(refusal)) {
            return new Answer(refusal, 0);
        }
        if (refusal != null) {
            return lookup.reject(command, found, refusal, "2");
        }
        replace(order, wanted, command);
        return Answer.of(order.id);
    }

    /** The order as it would be: what the request leaves out keeps its value. */
    private static Order wanted(final Order order, final Item command) {
        final Order wanted = order.copy();
        wanted.quantityLots = Objects.requireNonNullElse(command.number("quantityLots"), order.quantityLots);
        wanted.leavesLots = wanted.quantityLots - order.filledLots;
        final String type = command.text("orderType");
        final boolean isOnlyNamed = type.isEmpty()
                || (order.type.equals("4") && order.isTriggered && type.equals("2"))
                || (order.type.equals("K") && order.priceTicks != null && type.equals("2"));
        wanted.type = isOnlyNamed ? order.type : type;
        wanted.timeInForce = given(command.text("timeInForce"), order.timeInForce);
        if (!command.text("selfTradePrevention").isEmpty()) {
            wanted.selfTradePrevention = command.text("selfTradePrevention");
            wanted.mode = wanted.selfTradePrevention;
        }
        if ((command.value("flags") & POST_ONLY_IS_MEANT) != 0) {
            wanted.isPostOnly = (command.value("flags") & Reports.POST_ONLY) != 0;
        }
        final boolean losesPrice =
                wanted.type.equals("1") || (wanted.type.equals("3") && command.number("priceTicks") == null);
        wanted.priceTicks = losesPrice ? null : firstNumber(command.number("priceTicks"), order.priceTicks);
        wanted.stopPriceTicks = firstNumber(command.number("stopPriceTicks"), order.stopPriceTicks);
        wanted.minimumLots = firstNumber(command.number("minimumLots"), order.minimumLots);
        final Long instant = command.number("expireTimeMicros");
        final long day = command.value("expireDay");
        if (instant != null || day != 0) {
            wanted.expireTimeMicros = instant;
            wanted.expireDay = day;
        }
        if (!wanted.timeInForce.equals("6") && order.timeInForce.equals("6") && instant == null && day == 0) {
            wanted.expireTimeMicros = null;
            wanted.expireDay = 0;
        }
        wanted.displayLots = display(order, wanted, command.number("displayLots"));
        wanted.pegReference = command.text("pegReference");
        wanted.rates();
        return wanted;
    }

    private static Long display(final Order order, final Order wanted, final Long asked) {
        if (asked != null) {
            return asked == wanted.quantityLots ? null : asked;
        }
        return order.displayLots == null ? null : (Long) Math.min(order.displayLots, Math.max(1, wanted.quantityLots));
    }

    private static Long firstNumber(final Long asked, final Long kept) {
        return asked == null ? kept : asked;
    }

    private static String given(final String asked, final String kept) {
        return asked.isEmpty() ? kept : asked;
    }

    private String refusal(final Order order, final Order wanted, final Item command) {
        final boolean isPriceNew = !Objects.equals(order.priceTicks, wanted.priceTicks);
        final boolean isStopNew = !Objects.equals(order.stopPriceTicks, wanted.stopPriceTicks);
        final boolean ends = wanted.quantityLots == order.filledLots && order.filledLots > 0;
        final List<Supplier<String>> checks = List.of(
                () -> command.text("gatewayCode").isEmpty()
                                || command.text("gatewayCode").equals("NONE")
                        ? null
                        : command.text("gatewayCode"),
                () -> admission.standing(order, command.id("requesterId")),
                () -> type(order, wanted),
                () -> wanted.timeInForce.equals(order.timeInForce)
                                || Set.of("0", "1", "6").containsAll(List.of(wanted.timeInForce, order.timeInForce))
                        ? null
                        : "UNSUPPORTED_COMBINATION",
                () -> order.isTriggered && isStopNew ? "UNSUPPORTED_COMBINATION" : null,
                () -> phase(order, wanted),
                () -> admission.combination(wanted),
                () -> admission.expiry(wanted),
                () -> wanted.quantityLots > 0 && wanted.quantityLots < order.filledLots ? "QTY_BELOW_CUM" : null,
                () -> ends ? null : admission.quantity(wanted, order.quantityLots),
                () -> admission.notional(wanted),
                () -> admission.price(wanted, isPriceNew, isStopNew),
                admission::outbox,
                () -> money(order, wanted),
                () -> admission.postOnly(wanted));
        for (final Supplier<String> check : checks) {
            final String refusal = check.get();
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private String phase(final Order order, final Order wanted) {
        final boolean isKept =
                wanted.timeInForce.equals(order.timeInForce) && Set.of("2", "7").contains(order.timeInForce);
        return isKept ? null : admission.phase(wanted);
    }

    private static String type(final Order order, final Order wanted) {
        final boolean isSame = order.type.equals(wanted.type);
        final boolean becomesMarket = order.type.equals("2") && wanted.type.equals("1");
        final boolean isStopChange = order.isWaitingStop() && wanted.isStop();
        final boolean isPegKept =
                !order.isPeg() || wanted.pegReference.isEmpty() || wanted.pegReference.equals(order.pegReference);
        return (isSame || becomesMarket || isStopChange) && isPegKept ? null : "TYPE_CHANGE";
    }

    private String money(final Order order, final Order wanted) {
        if (losesPlace(order, wanted)) {
            admission.bounds(wanted);
        }
        final BigInteger oldHold = Money.hold(order);
        return admission.money(wanted, oldHold);
    }

    private static boolean losesPlace(final Order order, final Order wanted) {
        final long oldDisplay = order.displayLots == null ? order.quantityLots : order.displayLots;
        final long newDisplay = wanted.displayLots == null ? wanted.quantityLots : wanted.displayLots;
        return wanted.quantityLots > order.quantityLots
                || !Objects.equals(order.priceTicks, wanted.priceTicks)
                || !Objects.equals(order.stopPriceTicks, wanted.stopPriceTicks)
                || !order.type.equals(wanted.type)
                || newDisplay > oldDisplay;
    }

    private void replace(final Order order, final Order wanted, final Item command) {
        final Order before = order.copy();
        final boolean wasInBook = order.isInBook();
        final boolean wasWaiting = order.isWaitingStop();
        final boolean losesPlace = losesPlace(order, wanted);
        accept(order, wanted, command);
        order.market.isTouched = true;
        final boolean ends = order.leavesLots == 0;
        if (ends) {
            Matching.leave(order, "2");
        } else if (losesPlace) {
            order.market.resting.remove(order);
            order.market.waitingStops.remove(order);
            Matching.leaveAuction(order);
            order.shownLots = 0;
        } else if (wasInBook) {
            order.shownLots = order.displayLots == null ? order.leavesLots : Math.min(order.shownLots, order.fullTip());
        }
        reports.tell(
                order,
                reports.report(order, "5")
                        .with("requesterId", command.id("requesterId"))
                        .with("origClOrdId", before.clOrdId));
        if (wasInBook && (ends || losesPlace)) {
            before.entryId = order.entryId;
            reports.book(before, 2, 0);
        } else if (wasInBook && before.shownLots != order.shownLots) {
            reports.book(order, 1, order.shownLots);
        }
        if (!ends && losesPlace) {
            if (wasWaiting) {
                matching.await(order);
            } else {
                matching.arrive(order);
            }
        }
    }

    private static void accept(final Order order, final Order wanted, final Item command) {
        order.quantityLots = wanted.quantityLots;
        order.leavesLots = wanted.leavesLots;
        order.type = wanted.type;
        order.timeInForce = wanted.timeInForce;
        order.expireTimeMicros = wanted.expireTimeMicros;
        order.expireDay = wanted.expireDay;
        order.selfTradePrevention = wanted.selfTradePrevention;
        order.mode = wanted.mode;
        order.isPostOnly = wanted.isPostOnly;
        order.priceTicks = wanted.priceTicks;
        order.stopPriceTicks = wanted.stopPriceTicks;
        order.displayLots = wanted.displayLots;
        order.protectionTicks = wanted.protectionTicks;
        order.boundTicks = wanted.boundTicks;
        order.pegReference = wanted.pegReference;
        order.rates();
        if (!command.text("clOrdId").isEmpty()) {
            order.clOrdId = command.text("clOrdId");
            order.account.byClOrdId.put(order.clOrdId, order);
        }
    }
}
