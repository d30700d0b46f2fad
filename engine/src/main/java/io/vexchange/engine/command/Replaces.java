package io.vexchange.engine.command;

import io.vexchange.engine.book.Expiries;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.matching.Limits;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.protocol.ReplaceOrderDecoder;
import io.vexchange.engine.risk.Holds;
import org.agrona.DirectBuffer;

/** G and its table. A refused one changes nothing and spends nothing. */
final class Replaces {
    private static final int POSS_RESEND = 2;

    private final Lookup lookup;
    private final Admission admission;
    private final Outbox outbox;
    private final Expiries expiries;
    private final Reports reports;
    private final MarketEvents marketEvents;
    private final RequestEvents requestEvents;
    private final Endings endings;
    private final Matcher matcher;
    private final Order wanted;

    Replaces(final CoreParts parts, final Lookup lookup, final Admission admission, final Outbox outbox) {
        final Orders orders = parts.orders;
        expiries = parts.expiries;
        reports = parts.reports;
        marketEvents = parts.marketEvents;
        requestEvents = parts.requestEvents;
        endings = parts.endings;
        matcher = parts.matcher;
        this.lookup = lookup;
        this.admission = admission;
        this.outbox = outbox;
        wanted = orders.allocate();
    }

    void take(final ReplaceOrderDecoder command, final DirectBuffer buffer, final Answer answer) {
        if (outbox.isExhausted()) {
            answer.refused(Code.OUTBOX_FULL);
            return;
        }
        if (!lookup.own.load(buffer, command.limit() + Short.BYTES, command.clOrdIdLength())) {
            answer.refused(Code.INVALID_FIELD);
            return;
        }
        command.skipClOrdId();
        final int origLength = command.origClOrdIdLength();
        lookup.orig.load(buffer, command.limit() + Short.BYTES, origLength);
        final int mode = command.selfTradePrevention();
        if (mode != 0 && SelfTradePrevention.of(mode) == null) {
            answer.refused(Code.INVALID_FIELD);
            return;
        }
        if ((command.flags() & POSS_RESEND) != 0) {
            final Order repeated = lookup.repeated(command.requesterId(), command.accountId());
            if (repeated != null) {
                reports.begin(repeated, 'I').requester(command.requesterId()).answer();
                answer.done(repeated.id);
                return;
            }
        }
        Code code = lookup.find(
                command.requesterId(),
                command.accountId(),
                command.instrumentId(),
                command.orderId(),
                command.side(),
                origLength != 0);
        code = code == Code.NONE ? refusal(command, lookup.order) : code;
        if (code == Code.OUTBOX_FULL) {
            answer.refused(code);
            return;
        }
        answer.done(lookup.order == null ? 0 : lookup.order.id);
        if (code != Code.NONE) {
            requestEvents.cancelReject(lookup.order, command.requesterId(), '2', code, lookup.own, lookup.orig);
            return;
        }
        replace(lookup.order, command.requesterId());
    }

    private Code refusal(final ReplaceOrderDecoder command, final Order order) {
        if (command.gatewayCode() != 0) {
            return Codes.known(command.gatewayCode());
        }
        Wanted.fill(wanted, order, command);
        final boolean isPriceNew = wanted.priceTicks != order.priceTicks;
        final boolean isStopNew = wanted.stopPriceTicks != order.stopPriceTicks;
        final boolean isBelow = wanted.quantityLots > 0 && wanted.quantityLots < order.filledLots;
        final boolean ends = wanted.quantityLots == order.filledLots && order.filledLots > 0;
        Code code = admission.standing(order, command.requesterId());
        code = code == Code.NONE ? Wanted.type(wanted, order) : code;
        code = code == Code.NONE ? admission.combination(wanted) : code;
        code = code == Code.NONE ? admission.expiry(wanted) : code;
        code = code == Code.NONE && isBelow ? Code.QTY_BELOW_CUM : code;
        code = code == Code.NONE && !ends ? admission.quantity(wanted, order.quantityLots) : code;
        code = code == Code.NONE ? admission.notional(wanted, order) : code;
        code = code == Code.NONE ? admission.price(wanted, isPriceNew, isStopNew) : code;
        code = code == Code.NONE && outbox.isFull() ? Code.OUTBOX_FULL : code;
        if (code == Code.NONE && wanted.type == '1') {
            wanted.protectionTicks = Limits.protection(wanted);
        }
        code = code == Code.NONE ? admission.money(wanted, order.hold) : code;
        return code == Code.NONE ? admission.postOnly(wanted) : code;
    }

    private void replace(final Order order, final int requesterId) {
        final boolean wasInBook = order.stand == Order.Stand.BOOK;
        final boolean wasWaiting = order.isWaitingStop();
        final boolean losesPlace = Wanted.losesPlace(wanted, order);
        final boolean ends = wanted.leavesLots == 0;
        final long oldPriceTicks = order.priceTicks;
        final long oldShownLots = order.shownLots;
        if (ends || losesPlace) {
            Endings.withdraw(order);
            order.shownLots = 0;
        }
        accept(order);
        final int oldId = order.currentId;
        order.currentId = lookup.spendOwn();
        if (ends) {
            order.status = '2';
            endings.retire(order);
        }
        reports.begin(order, '5')
                .requester(requesterId)
                .ids(order.currentId, oldId)
                .tell();
        if (wasInBook && (ends || losesPlace)) {
            marketEvents.removed(order, order.entryId, oldPriceTicks);
        } else if (wasInBook && order.shownLots != oldShownLots) {
            marketEvents.changed(order);
        }
        if (!ends && losesPlace) {
            if (wasWaiting) {
                matcher.await(order);
            } else {
                matcher.arrive(order);
            }
        }
    }

    /** The order becomes what is wanted; in its level, if it is still there, its quantities follow. */
    private void accept(final Order order) {
        final long oldLeavesLots = order.leavesLots;
        final long oldShownLots = order.shownLots;
        order.quantityLots = wanted.quantityLots;
        order.leavesLots = wanted.leavesLots;
        order.type = wanted.type;
        order.timeInForce = wanted.timeInForce;
        order.selfTradePrevention = wanted.selfTradePrevention;
        order.flags = wanted.flags;
        order.priceTicks = wanted.priceTicks;
        order.stopPriceTicks = wanted.stopPriceTicks;
        order.displayLots = wanted.displayLots;
        order.minimumLots = wanted.minimumLots;
        order.protectionTicks = wanted.protectionTicks;
        order.coverTicks = wanted.coverTicks;
        order.expireTimeMicros = wanted.expireTimeMicros;
        order.expireDay = wanted.expireDay;
        order.makerRate = wanted.makerRate;
        order.takerRate = wanted.takerRate;
        order.auctionRate = wanted.auctionRate;
        if (order.stand == Order.Stand.BOOK) {
            order.shownLots = order.displayLots == Order.ABSENT
                    ? order.leavesLots
                    : Math.min(order.shownLots, order.fullTipLots());
        }
        if (order.level != null) {
            order.level.change(order.shownLots - oldShownLots, order.leavesLots - oldLeavesLots);
        }
        Holds.refresh(order);
        expiries.update(order);
    }
}
