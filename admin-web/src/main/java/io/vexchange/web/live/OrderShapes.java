package io.vexchange.web.live;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.ExecType;
import io.vexchange.engine.model.Liquidity;
import io.vexchange.engine.model.OrderStatus;
import io.vexchange.engine.model.OrderType;
import io.vexchange.engine.model.PegReference;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.model.TimeInForce;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.web.json.Times;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.shape.TradeShape;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reports of the engine as shapes. Threads: any. */
final class OrderShapes {
    private static final int FLAG_POST_ONLY = 1;

    private final Directory directory;

    /** Words of a trade's status, by its number. */
    static final String[] TRADE_STATUS = {"EXECUTED", "CORRECTED", "BUSTED"};

    OrderShapes(final Directory directory) {
        this.directory = directory;
    }

    /**
     * @param it an order as it stands
     * @param sequence the event it is shown at when the report is a record and tells none
     */
    OrderShape order(final OrderReport it, final long sequence) {
        final Instrument instrument = directory.instrument(it.instrumentId());
        final OrderType type = OrderType.of(it.orderType());
        final boolean isStop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        return new OrderShape(
                Long.toString(it.orderId()),
                it.orderClOrdId(),
                account(it.accountId()),
                participant(it.participantId()),
                instrument.symbol(),
                Side.of(it.side()).name(),
                type.name(),
                TimeInForce.of(it.timeInForce()).name(),
                price(instrument, it.priceTicks()),
                price(instrument, it.stopPriceTicks()),
                it.isOpen() ? price(instrument, it.workingPriceTicks()) : null,
                instrument.quantity(it.quantityLots()),
                instrument.quantity(it.filledLots()),
                instrument.quantity(it.leavesLots()),
                instrument.quantity(it.quantityLots() - it.filledLots() - it.leavesLots()),
                average(instrument, it),
                quantity(instrument, it.displayLots()),
                quantity(instrument, it.minimumLots()),
                (it.flags() & FLAG_POST_ONLY) != 0,
                it.pegReference() == 0
                        ? null
                        : PegReference.of(it.pegReference()).name(),
                it.selfTradePrevention() == 0
                        ? null
                        : SelfTradePrevention.of(it.selfTradePrevention()).name(),
                expiry(it),
                isStop ? (it.flags() & OrderReport.FLAG_STOP_TRIGGERED) != 0 : null,
                OrderStatus.of(it.orderStatus()).name(),
                code(it),
                it.enteredText(),
                owner(it.ownerId()),
                Times.text(it.createdMicros()),
                Times.text(it.timeMicros()),
                it.sequence() == 0 ? sequence : it.sequence());
    }

    ExecutionShape execution(final OrderReport it) {
        final Instrument instrument = directory.instrument(it.instrumentId());
        final boolean isFill = it.tradeId() != 0 && it.lastLots() != Decimals.ABSENT && it.lastLots() > 0;
        final var quote = directory.asset(instrument.quoteAssetId());
        return new ExecutionShape(
                Long.toString(it.sequence()),
                it.sequence(),
                Long.toString(it.orderId()),
                it.clOrdId(),
                it.origClOrdId().isEmpty() ? null : it.origClOrdId(),
                account(it.accountId()),
                instrument.symbol(),
                Side.of(it.side()).name(),
                ExecType.of(it.execType()).name(),
                OrderStatus.of(it.orderStatus()).name(),
                instrument.quantity(it.quantityLots()),
                price(instrument, it.priceTicks()),
                isFill ? price(instrument, it.lastPriceTicks()) : null,
                isFill ? instrument.quantity(it.lastLots()) : null,
                instrument.quantity(it.leavesLots()),
                instrument.quantity(it.filledLots()),
                average(instrument, it),
                it.tradeId() == 0 ? null : Long.toString(it.tradeId()),
                it.liquidity() == 0 ? null : Liquidity.of(it.liquidity()).name(),
                isFill && it.fee() != Decimals.ABSENT ? Decimals.formatMoney(it.fee(), quote.scale()) : null,
                isFill ? quote.name() : null,
                it.refSequence() == 0 ? null : Long.toString(it.refSequence()),
                code(it),
                it.enteredText(),
                isFill ? it.publicSequence() : null,
                Times.text(it.timeMicros()));
    }

    /** A trade as its event tells it; when it was made, and its number in the public sequence then, are told by the caller. */
    TradeShape trade(final TradeDecoder it, final String executedAt, final long seq) {
        final Instrument instrument = directory.instrument(it.instrumentId());
        final var quote = directory.asset(instrument.quoteAssetId());
        final Side aggressor = Side.of(it.aggressorSide());
        final byte[] reason = new byte[it.reasonLength()];
        it.getReason(reason, 0, reason.length);
        return new TradeShape(
                Long.toString(it.tradeId()),
                instrument.symbol(),
                instrument.price(it.priceTicks()),
                instrument.quantity(it.lots()),
                Decimals.formatMoney(it.value(), quote.scale()),
                aggressor == null ? null : aggressor.name(),
                TRADE_STATUS[it.status()],
                Long.toString(it.buyOrderId()),
                Long.toString(it.sellOrderId()),
                account(it.buyAccountId()),
                account(it.sellAccountId()),
                Decimals.formatMoney(it.buyFee(), quote.scale()),
                Decimals.formatMoney(it.sellFee(), quote.scale()),
                quote.name(),
                it.originalPriceTicks() == Decimals.ABSENT ? null : instrument.price(it.originalPriceTicks()),
                it.originalLots() == Decimals.ABSENT ? null : instrument.quantity(it.originalLots()),
                reason.length == 0 ? null : new String(reason, StandardCharsets.UTF_8),
                seq,
                it.sequence(),
                executedAt,
                Times.text(it.timeMicros()));
    }

    String account(final int accountId) {
        final Account account = directory.account(accountId);
        return account == null ? null : account.name();
    }

    private String participant(final int participantId) {
        final Participant participant = directory.participant(participantId);
        return participant == null ? null : participant.name();
    }

    /** SenderCompID, or REST: and the user. */
    String owner(final int ownerId) {
        if (ownerId < 0) {
            final User user = directory.user(-ownerId);
            return "REST:" + (user == null ? -ownerId : user.name());
        }
        final Session session = directory.session(ownerId);
        return session == null ? null : session.name();
    }

    private static String code(final OrderReport it) {
        return it.code() == Code.NONE ? null : it.code().name();
    }

    private static String average(final Instrument instrument, final OrderReport it) {
        return it.filledLots() == 0 ? null : instrument.averagePrice(it.filledValue(), it.filledLots());
    }

    private static String price(final Instrument instrument, final long ticks) {
        return ticks == Decimals.ABSENT ? null : instrument.price(ticks);
    }

    private static String quantity(final Instrument instrument, final long lots) {
        return lots == Decimals.ABSENT || lots == 0 ? null : instrument.quantity(lots);
    }

    /** FIX 432 means the whole of its day. */
    private static String expiry(final OrderReport it) {
        if (it.expireDay() != 0) {
            return String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02dT23:59:59.999999Z",
                    it.expireDay() / 10_000,
                    it.expireDay() / 100 % 100,
                    it.expireDay() % 100);
        }
        return it.expireTimeMicros() == Decimals.ABSENT ? null : Times.textOrNull(it.expireTimeMicros());
    }
}
