package io.vexchange.engine.client;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * One ExecutionReport as values: an order as it stands after an event. Absent numbers are {@link Decimals#ABSENT}, absent characters 0.
 *
 * @param sequence of the event = ExecID, 0: an answer or record
 * @param timeMicros engine time, microseconds since the epoch
 * @param orderId order
 * @param instrumentId instrument
 * @param accountId account
 * @param participantId firm
 * @param ownerId who entered the order: a FIX session, or minus a user
 * @param requesterId who caused the report by a request, 0 = nobody
 * @param execType FIX 150
 * @param orderStatus FIX 39
 * @param side FIX 54
 * @param orderType FIX 40
 * @param timeInForce FIX 59
 * @param selfTradePrevention FIX 7928
 * @param pegReference R, M or 0
 * @param liquidity FIX 851
 * @param flags see the protocol
 * @param code why
 * @param restatementReason FIX 378, 0 = absent
 * @param priceTicks limit
 * @param stopPriceTicks stop price
 * @param workingPriceTicks where it stands in the book
 * @param quantityLots total
 * @param filledLots filled
 * @param leavesLots still working
 * @param visibleLots displayed now
 * @param displayLots of an iceberg
 * @param minimumLots FIX 110
 * @param filledValue sum of lots * ticks over the fills
 * @param lastPriceTicks of the fill
 * @param lastLots of the fill
 * @param tradeId of the fill
 * @param fee of the fill, minor units of the quote asset
 * @param publicSequence of the print
 * @param refSequence FIX 19, 0 = none
 * @param expireTimeMicros FIX 126
 * @param expireDay FIX 432 as yyyymmdd, 0 = absent
 * @param tradeDay as yyyymmdd
 * @param createdMicros when the order was entered
 * @param baseTotal balance of the account after the event, minor units
 * @param baseHeld held of it
 * @param quoteTotal balance of the account after the event, minor units
 * @param quoteHeld held of it
 * @param clOrdId FIX 11 of the report
 * @param origClOrdId FIX 41 of the report, may be empty
 * @param orderClOrdId the id the order bears after the event
 * @param echo as entered, opaque
 * @param requestId of a status answer
 */
public record OrderReport(
        long sequence,
        long timeMicros,
        long orderId,
        int instrumentId,
        int accountId,
        int participantId,
        int ownerId,
        int requesterId,
        char execType,
        char orderStatus,
        char side,
        char orderType,
        char timeInForce,
        char selfTradePrevention,
        char pegReference,
        char liquidity,
        int flags,
        Code code,
        int restatementReason,
        long priceTicks,
        long stopPriceTicks,
        long workingPriceTicks,
        long quantityLots,
        long filledLots,
        long leavesLots,
        long visibleLots,
        long displayLots,
        long minimumLots,
        long filledValue,
        long lastPriceTicks,
        long lastLots,
        long tradeId,
        long fee,
        long publicSequence,
        long refSequence,
        long expireTimeMicros,
        int expireDay,
        int tradeDay,
        long createdMicros,
        long baseTotal,
        long baseHeld,
        long quoteTotal,
        long quoteHeld,
        String clOrdId,
        String origClOrdId,
        String orderClOrdId,
        String echo,
        String requestId) {

    /** Before the text that a REST order was entered with, in what the engine only carries; the field ends with SOH. */
    public static final String TEXT_FIELD = "9408=";

    /** The order takes its stop as triggered. */
    public static final int FLAG_STOP_TRIGGERED = 2;
    /** The stop waits. */
    public static final int FLAG_STOP_WAITING = 4;

    /**
     * @param buffer holds an ExecutionReport
     * @param offset of its SBE header
     * @return its values
     */
    public static OrderReport decode(final DirectBuffer buffer, final int offset) {
        final ExecutionReportDecoder it = new ExecutionReportDecoder();
        it.wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        return decode(it, it.workingPriceTicks(), it.visibleLots());
    }

    static OrderReport decode(final ExecutionReportDecoder it, final long workingPriceTicks, final long visibleLots) {
        return new OrderReport(
                it.sequence(),
                it.timeMicros(),
                it.orderId(),
                it.instrumentId(),
                it.accountId(),
                it.participantId(),
                it.ownerId(),
                it.requesterId(),
                (char) it.execType(),
                (char) it.orderStatus(),
                (char) it.side(),
                (char) it.orderType(),
                (char) it.timeInForce(),
                (char) it.selfTradePrevention(),
                (char) it.pegReference(),
                (char) it.liquidity(),
                it.flags(),
                Code.of(it.code()),
                it.restatementReason(),
                it.priceTicks(),
                it.stopPriceTicks(),
                workingPriceTicks,
                it.quantityLots(),
                it.filledLots(),
                it.leavesLots(),
                visibleLots,
                it.displayLots(),
                it.minimumLots(),
                it.filledValue(),
                it.lastPriceTicks(),
                it.lastLots(),
                it.tradeId(),
                it.fee(),
                it.publicSequence(),
                it.refSequence(),
                it.expireTimeMicros(),
                it.expireDay(),
                it.tradeDay(),
                it.createdMicros(),
                it.baseTotal(),
                it.baseHeld(),
                it.quoteTotal(),
                it.quoteHeld(),
                VarText.text(it.clOrdIdLength(), it::getClOrdId),
                VarText.text(it.origClOrdIdLength(), it::getOrigClOrdId),
                VarText.text(it.orderClOrdIdLength(), it::getOrderClOrdId),
                VarText.text(it.echoLength(), it::getEcho),
                VarText.text(it.requestIdLength(), it::getRequestId));
    }

    /** @return the text a user entered the order with by REST, null without one */
    public String enteredText() {
        return ownerId < 0 && echo.startsWith(TEXT_FIELD) && echo.length() > TEXT_FIELD.length()
                ? echo.substring(TEXT_FIELD.length(), echo.length() - 1)
                : null;
    }

    /** @return true while something of it may still trade */
    public boolean isOpen() {
        return leavesLots > 0 && (orderStatus == '0' || orderStatus == '1');
    }
}
