package io.vexchange.engine.event;

import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.book.Order;
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
    static final int FIXED_LENGTH =
            ExecutionReportEncoder.BLOCK_LENGTH + 5 * Short.BYTES + 3 * (IdKey.MAX_LENGTH + Integer.BYTES);

    private final EventLog log;
    private final EventWriter writer;
    private final SbeEventWriter answers;
    private final ExecutionReportEncoder encoder = new ExecutionReportEncoder();
    private final UnsafeBuffer nothing = new UnsafeBuffer(new byte[0]);

    // read by who writes it
    Order order;
    byte execType;
    byte liquidity;
    int flags;
    int code;
    int restatementReason;
    int requesterId;
    int clOrdId;
    int origClOrdId;
    long lastPriceTicks;
    long lastLots;
    long tradeId;
    long fee;
    long publicSequence;
    long refSequence;
    int tradeDay;
    DirectBuffer requestId;
    int requestIdOffset;
    int requestIdLength;

    /**
     * @param writer takes events
     * @param answers takes answers and records
     */
    public Reports(final EventLog log, final EventWriter writer, final SbeEventWriter answers) {
        this.log = log;
        this.writer = writer;
        this.answers = answers;
    }

    /** @return the order that is reported */
    public Order order() {
        return order;
    }

    /** @return FIX 150 */
    public byte execType() {
        return execType;
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
        refSequence = 0;
        tradeDay = log.tradeDay;
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

    /** Takes back or changes what an earlier report told of a trade. */
    public Reports instead(final long sequence, final int day) {
        refSequence = sequence;
        tradeDay = day;
        return this;
    }

    /** Sends it as an event that changed the order. */
    public void tell() {
        order.changedMicros = log.timeMicros;
        tellUntouched();
    }

    /** Sends it as an event that left the order as it was. */
    public void tellUntouched() {
        writer.report(this);
    }

    /** Sends it as an answer or a record: no event, the time is that of the order's last one. */
    public void answer() {
        if (code == 0) {
            code = order.code;
        }
        answers.answer(this);
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
                .code(unknown.code().number())
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
