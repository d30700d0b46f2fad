package io.vexchange.engine.event;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ExecutionReportEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * ExecutionReports: {@link #begin} takes an order as it stands, the other methods add what is special about the report, {@link #tell} or
 * {@link #answer} sends it.
 */
public final class Reports {
    /** The order waits for its stop price. */
    public static final int STOP_WAITING = 4;

    private static final int LAST_OF_MASS_STATUS = 8;
    private static final int UNKNOWN = 16;
    private static final int DUPLICATE = 32;
    private static final int UNASKED = 64;
    private static final int UNASKED_REASON = 99;
    private static final int FIXED_LENGTH =
            ExecutionReportEncoder.BLOCK_LENGTH + 5 * Short.BYTES + 3 * (IdKey.MAX_LENGTH + Integer.BYTES);

    private final EventLog log;
    private final ClOrdIds ids;
    private final ExecutionReportEncoder encoder = new ExecutionReportEncoder();
    private final UnsafeBuffer idBytes = new UnsafeBuffer(new byte[IdKey.MAX_LENGTH + Integer.BYTES]);
    private final UnsafeBuffer nothing = new UnsafeBuffer(new byte[0]);

    private Order order;
    private byte execType;
    private byte liquidity;
    private int flags;
    private int code;
    private int restatementReason;
    private int requesterId;
    private int clOrdId;
    private int origClOrdId;
    private long lastPriceTicks;
    private long lastLots;
    private long tradeId;
    private long fee;
    private long publicSequence;
    private DirectBuffer requestId;
    private int requestIdOffset;
    private int requestIdLength;

    public Reports(final EventLog log, final ClOrdIds ids) {
        this.log = log;
        this.ids = ids;
    }

    /** Begins a report of an order. */
    public Reports begin(final Order subject, final char what) {
        order = subject;
        execType = (byte) what;
        liquidity = 0;
        flags = flags(subject);
        code = 0;
        restatementReason = 0;
        requesterId = 0;
        clOrdId = subject.currentId;
        origClOrdId = ClOrdIds.NONE;
        lastPriceTicks = Order.ABSENT;
        lastLots = Order.ABSENT;
        tradeId = 0;
        fee = Order.ABSENT;
        publicSequence = 0;
        requestId = nothing;
        requestIdOffset = 0;
        requestIdLength = 0;
        return this;
    }

    private static int flags(final Order order) {
        int flags = order.flags & Order.POST_ONLY;
        if (order.isStop()) {
            if (order.isTriggered()) {
                flags |= Order.TRIGGERED;
            } else if (order.isLive()) {
                flags |= STOP_WAITING;
            }
        }
        return flags;
    }

    public Reports code(final Code why) {
        code = why.number();
        return this;
    }

    /** Caused by a request of this session or user. */
    public Reports requester(final int id) {
        requesterId = id;
        return this;
    }

    /** Answers a request that carried an id of its own: 11 is the request's, 41 the order's. */
    public Reports ids(final int own, final int orig) {
        clOrdId = own;
        origClOrdId = orig;
        return this;
    }

    /** Ended without a request of the owner: 378=99. */
    public Reports unasked() {
        return unasked(UNASKED_REASON);
    }

    /** Not asked for by the owner, with its 378. */
    public Reports unasked(final int reason) {
        restatementReason = reason;
        flags |= UNASKED;
        return this;
    }

    public Reports duplicate() {
        flags |= DUPLICATE;
        return this;
    }

    public Reports lastOfMassStatus() {
        flags |= LAST_OF_MASS_STATUS;
        return this;
    }

    public Reports request(final DirectBuffer buffer, final int offset, final int length) {
        requestId = buffer;
        requestIdOffset = offset;
        requestIdLength = length;
        return this;
    }

    public Reports fill(
            final long ticks,
            final long lots,
            final long trade,
            final long feeUnits,
            final char added,
            final long print) {
        lastPriceTicks = ticks;
        lastLots = lots;
        tradeId = trade;
        fee = feeUnits;
        liquidity = (byte) added;
        publicSequence = print;
        return this;
    }

    /** Sends it as an event that changed the order. */
    public void tell() {
        order.changedMicros = log.timeMicros;
        tellUntouched();
    }

    /** Sends it as an event that left the order as it was. */
    public void tellUntouched() {
        start();
        encoder.sequence(log.nextSequence()).timeMicros(log.timeMicros);
        encode();
        log.commitEvent(encoder.encodedLength());
    }

    /** Sends it as an answer or a record: no event, the time is that of the order's last one. */
    public void answer() {
        if (code == 0) {
            code = order.code;
        }
        start();
        encoder.sequence(0).timeMicros(order.changedMicros);
        encode();
        log.commitReply(encoder.encodedLength());
    }

    private void start() {
        final int offset = log.claim(FIXED_LENGTH + order.echoLength() + requestIdLength);
        encoder.wrapAndApplyHeader(log.buffer(), offset, log.header());
    }

    private void encode() {
        final Account account = order.account;
        final Instrument instrument = order.market.instrument;
        final boolean isInBook = order.stand == Order.Stand.BOOK;
        encoder.orderId(order.id)
                .instrumentId(instrument.id)
                .accountId(account.id)
                .participantId(account.participant.id)
                .ownerId(order.ownerId)
                .requesterId(requesterId)
                .execType(execType)
                .orderStatus(order.status)
                .side(order.side)
                .orderType(order.type)
                .timeInForce(order.timeInForce)
                .selfTradePrevention(order.selfTradePrevention)
                .pegReference(order.pegReference)
                .liquidity(liquidity)
                .flags(flags)
                .code(code)
                .restatementReason((short) restatementReason)
                .priceTicks(order.priceTicks)
                .stopPriceTicks(order.stopPriceTicks)
                .workingPriceTicks(isInBook ? order.priceTicks : Order.ABSENT)
                .quantityLots(order.quantityLots)
                .filledLots(order.filledLots)
                .leavesLots(order.leavesLots)
                .visibleLots(isInBook ? order.shownLots : 0)
                .displayLots(order.displayLots)
                .minimumLots(order.minimumLots)
                .filledValue(order.filledValue)
                .lastPriceTicks(lastPriceTicks)
                .lastLots(lastLots)
                .tradeId(tradeId)
                .fee(fee)
                .publicSequence(publicSequence)
                .refSequence(0)
                .expireTimeMicros(order.expireTimeMicros)
                .expireDay(order.expireDay)
                .tradeDay(log.tradeDay)
                .createdMicros(order.createdMicros)
                .baseTotal(account.total(instrument.base.id))
                .baseHeld(account.held(instrument.base.id))
                .quoteTotal(account.total(instrument.quote.id))
                .quoteHeld(account.held(instrument.quote.id));
        encoder.putClOrdId(idBytes, 0, ids.copy(clOrdId, idBytes, 0));
        encoder.putOrigClOrdId(idBytes, 0, ids.copy(origClOrdId, idBytes, 0));
        encoder.putOrderClOrdId(idBytes, 0, ids.copy(order.currentId, idBytes, 0));
        encoder.putEcho(order.echo(), 0, order.echoLength());
        encoder.putRequestId(requestId, requestIdOffset, requestIdLength);
    }

    /** Answers a status request that finds nothing. {@code asked} comes back in echo. */
    public void answerUnknown(final UnknownOrder unknown) {
        final int offset = log.claim(FIXED_LENGTH + unknown.askedLength + unknown.requestIdLength);
        encoder.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(0)
                .timeMicros(log.timeMicros)
                .orderId(0)
                .instrumentId(unknown.instrumentId)
                .accountId(unknown.accountId)
                .participantId(0)
                .ownerId(0)
                .requesterId(unknown.requesterId)
                .execType((short) 'I')
                .orderStatus((short) '8')
                .side((short) 0)
                .orderType((short) 0)
                .timeInForce((short) 0)
                .selfTradePrevention((short) 0)
                .pegReference((short) 0)
                .liquidity((short) 0)
                .flags(UNKNOWN | (unknown.isMassStatus ? LAST_OF_MASS_STATUS : 0))
                .code((unknown.isMassStatus ? Code.NO_ORDERS : Code.UNKNOWN_ORDER).number())
                .restatementReason((short) 0)
                .priceTicks(Order.ABSENT)
                .stopPriceTicks(Order.ABSENT)
                .workingPriceTicks(Order.ABSENT)
                .quantityLots(0)
                .filledLots(0)
                .leavesLots(0)
                .visibleLots(0)
                .displayLots(Order.ABSENT)
                .minimumLots(Order.ABSENT)
                .filledValue(0)
                .lastPriceTicks(Order.ABSENT)
                .lastLots(Order.ABSENT)
                .tradeId(0)
                .fee(Order.ABSENT)
                .publicSequence(0)
                .refSequence(0)
                .expireTimeMicros(Order.ABSENT)
                .expireDay(0)
                .tradeDay(log.tradeDay)
                .createdMicros(0)
                .baseTotal(0)
                .baseHeld(0)
                .quoteTotal(0)
                .quoteHeld(0);
        encoder.putClOrdId(unknown.clOrdId, unknown.clOrdIdOffset, unknown.clOrdIdLength);
        encoder.putOrigClOrdId(nothing, 0, 0);
        encoder.putOrderClOrdId(nothing, 0, 0);
        encoder.putEcho(unknown.asked, unknown.askedOffset, unknown.askedLength);
        encoder.putRequestId(unknown.requestId, unknown.requestIdOffset, unknown.requestIdLength);
        log.commitReply(encoder.encodedLength());
    }
}
