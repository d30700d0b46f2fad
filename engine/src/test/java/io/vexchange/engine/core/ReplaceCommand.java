package io.vexchange.engine.core;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A replace as a test says it; what it does not say keeps its value. */
final class ReplaceCommand {
    private static final long ABSENT = Long.MIN_VALUE;

    private final TestVenue venue;
    private final Trader trader;
    private final long orderId;
    private int accountId;
    private int instrumentId;
    private char side;
    private char type;
    private char timeInForce;
    private char selfTradePrevention;
    private char pegReference;
    private int flags;
    private Code gatewayCode = Code.NONE;
    private long priceTicks = ABSENT;
    private long stopPriceTicks = ABSENT;
    private long quantityLots = ABSENT;
    private long displayLots = ABSENT;
    private long expireTimeMicros = ABSENT;
    private String clOrdId;
    private String origClOrdId = "";

    ReplaceCommand(final TestVenue venue, final Trader trader, final long orderId) {
        this.venue = venue;
        this.trader = trader;
        this.orderId = orderId;
        clOrdId = venue.nextClOrdId();
    }

    ReplaceCommand lots(final long lots) {
        quantityLots = lots;
        return this;
    }

    ReplaceCommand at(final long ticks) {
        priceTicks = ticks;
        return this;
    }

    ReplaceCommand stop(final long ticks) {
        stopPriceTicks = ticks;
        return this;
    }

    ReplaceCommand display(final long lots) {
        displayLots = lots;
        return this;
    }

    ReplaceCommand type(final char fix) {
        type = fix;
        return this;
    }

    ReplaceCommand peg(final char fix) {
        pegReference = fix;
        return this;
    }

    ReplaceCommand time(final char fix) {
        timeInForce = fix;
        return this;
    }

    ReplaceCommand until(final long micros) {
        expireTimeMicros = micros;
        return time('6');
    }

    ReplaceCommand mode(final char fix) {
        selfTradePrevention = fix;
        return this;
    }

    ReplaceCommand postOnly(final boolean is) {
        flags |= is ? 9 : 8;
        return this;
    }

    ReplaceCommand possResend() {
        flags |= 2;
        return this;
    }

    ReplaceCommand gatewayCode(final Code code) {
        gatewayCode = code;
        return this;
    }

    ReplaceCommand side(final char fix) {
        side = fix;
        return this;
    }

    ReplaceCommand id(final String text) {
        clOrdId = text;
        return this;
    }

    ReplaceCommand orig(final String text) {
        origClOrdId = text;
        return this;
    }

    List<String> send() {
        final UnsafeBuffer buffer = venue.command();
        final byte[] id = clOrdId.getBytes(StandardCharsets.US_ASCII);
        final byte[] orig = origClOrdId.getBytes(StandardCharsets.US_ASCII);
        final ReplaceOrderEncoder encoder = new ReplaceOrderEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .requesterId(trader.requesterId())
                .accountId(accountId)
                .instrumentId(instrumentId)
                .orderId(orderId)
                .side((short) side)
                .orderType((short) type)
                .timeInForce((short) timeInForce)
                .selfTradePrevention((short) selfTradePrevention)
                .pegReference((short) pegReference)
                .flags(flags)
                .gatewayCode(gatewayCode.number())
                .priceTicks(priceTicks)
                .stopPriceTicks(stopPriceTicks)
                .quantityLots(quantityLots)
                .displayLots(displayLots)
                .minimumLots(ABSENT)
                .expireTimeMicros(expireTimeMicros)
                .expireDay(0)
                .putClOrdId(id, 0, id.length)
                .putOrigClOrdId(orig, 0, orig.length);
        return venue.send(encoder.encodedLength());
    }
}
