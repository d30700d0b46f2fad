package io.vexchange.bench.replay;

import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.MassCancelEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes order commands as a gateway does: an order is named by the ClOrdID it was entered with. Allocates nothing. */
final class OrderEntry {
    private static final long NONE = Long.MIN_VALUE;
    private static final byte[] NOTHING = {};
    private static final int ID_LENGTH = 20;
    private static final int DIGITS = 18;

    private final CommandWriter out;
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final MassCancelEncoder massCancel = new MassCancelEncoder();
    private final UnsafeBuffer id = new UnsafeBuffer(new byte[ID_LENGTH]);
    private final UnsafeBuffer original = new UnsafeBuffer(new byte[ID_LENGTH]);

    OrderEntry(final CommandWriter out) {
        this.out = out;
    }

    private static UnsafeBuffer text(final UnsafeBuffer buffer, final char kind, final long number) {
        buffer.putByte(0, (byte) 'C');
        buffer.putByte(1, (byte) kind);
        long rest = number;
        for (int i = 0; i < DIGITS; i++) {
            buffer.putByte(ID_LENGTH - 1 - i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        return buffer;
    }

    /** A limit order of the firm of its side. */
    void enter(
            final int instrumentId,
            final long number,
            final int side,
            final boolean isImmediate,
            final long ticks,
            final long lots,
            final char selfTradePrevention) {
        newOrder.wrapAndApplyHeader(out.buffer, 0, out.header)
                .ownerId(1 + side)
                .connectionEpoch(1)
                .instrumentId(instrumentId)
                .accountId(BenchVenue.FIRST_ACCOUNT + side)
                .side((short) ('1' + side))
                .orderType((short) '2')
                .timeInForce((short) (isImmediate ? '3' : '1'))
                .selfTradePrevention((short) selfTradePrevention)
                .pegReference((short) 0)
                .flags(0)
                .priceTicks(ticks)
                .stopPriceTicks(NONE)
                .quantityLots(lots)
                .displayLots(NONE)
                .minimumLots(NONE)
                .expireTimeMicros(NONE)
                .expireDay(0)
                .fingerprint(0)
                .putClOrdId(text(id, 'D', number), 0, ID_LENGTH)
                .putEcho(NOTHING, 0, 0);
        out.send(newOrder.encodedLength());
    }

    /** Cancels the order that was entered under a number. */
    void cancel(final int side, final long entered, final long number) {
        cancel.wrapAndApplyHeader(out.buffer, 0, out.header)
                .requesterId(1 + side)
                .accountId(BenchVenue.FIRST_ACCOUNT + side)
                .instrumentId(0)
                .orderId(0)
                .side((short) ('1' + side))
                .flags(0)
                .cause(0)
                .putClOrdId(text(id, 'F', number), 0, ID_LENGTH)
                .putOrigClOrdId(text(original, 'D', entered), 0, ID_LENGTH)
                .putAudit(NOTHING, 0, 0);
        out.send(cancel.encodedLength());
    }

    void replace(final int side, final long entered, final long number, final long ticks, final long lots) {
        replace.wrapAndApplyHeader(out.buffer, 0, out.header)
                .requesterId(1 + side)
                .accountId(BenchVenue.FIRST_ACCOUNT + side)
                .instrumentId(0)
                .orderId(0)
                .side((short) ('1' + side))
                .orderType((short) '2')
                .timeInForce((short) 0)
                .selfTradePrevention((short) 0)
                .pegReference((short) 0)
                .flags(0)
                .gatewayCode(0)
                .priceTicks(ticks)
                .stopPriceTicks(NONE)
                .quantityLots(lots)
                .displayLots(NONE)
                .minimumLots(NONE)
                .expireTimeMicros(NONE)
                .expireDay(0)
                .putClOrdId(text(id, 'G', number), 0, ID_LENGTH)
                .putOrigClOrdId(text(original, 'D', entered), 0, ID_LENGTH);
        out.send(replace.encodedLength());
    }

    /** Cancels all live orders of the venue, asked for by nobody but the venue itself. */
    void massCancel(final long number) {
        massCancel
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .requesterId(0)
                .accountId(0)
                .instrumentId(0)
                .side((short) 0)
                .scope((short) '7')
                .cause(0)
                .putClOrdId(text(id, 'Q', number), 0, ID_LENGTH)
                .putOrigClOrdId(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0);
        out.send(massCancel.encodedLength());
    }
}
