package io.vexchange.engine.core;

import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A new order as a test says it; a limit GTC order unless it says otherwise. */
final class OrderCommand {
    private static final long ABSENT = Long.MIN_VALUE;
    private static final String NO_ECHO = "";

    private final TestVenue venue;
    private final Trader trader;
    private int accountId;
    private int instrumentId = TestVenue.ACME;
    private int connectionEpoch;
    private char side = '1';
    private char type = '2';
    private char timeInForce = '1';
    private char selfTradePrevention;
    private char pegReference;
    private int flags;
    private long priceTicks = ABSENT;
    private long stopPriceTicks = ABSENT;
    private long quantityLots = ABSENT;
    private long displayLots = ABSENT;
    private long minimumLots = ABSENT;
    private long expireTimeMicros = ABSENT;
    private int expireDay;
    private long fingerprint;
    private String clOrdId;
    private String echo = NO_ECHO;

    OrderCommand(final TestVenue venue, final Trader trader) {
        this.venue = venue;
        this.trader = trader;
        accountId = trader.accountId();
        clOrdId = venue.nextClOrdId();
    }

    OrderCommand buy(final long lots) {
        side = '1';
        quantityLots = lots;
        return this;
    }

    OrderCommand sell(final long lots) {
        side = '2';
        quantityLots = lots;
        return this;
    }

    OrderCommand side(final char fix) {
        side = fix;
        return this;
    }

    OrderCommand at(final long ticks) {
        priceTicks = ticks;
        return this;
    }

    OrderCommand market() {
        type = '1';
        timeInForce = '0';
        return this;
    }

    OrderCommand stop(final long ticks) {
        type = '3';
        stopPriceTicks = ticks;
        return this;
    }

    OrderCommand stopLimit(final long stopTicks, final long limitTicks) {
        type = '4';
        stopPriceTicks = stopTicks;
        priceTicks = limitTicks;
        return this;
    }

    OrderCommand type(final char fix) {
        type = fix;
        return this;
    }

    OrderCommand peg(final char fix) {
        pegReference = fix;
        return this;
    }

    /** 40=P with 18=R or M. */
    OrderCommand pegged(final char fix) {
        type = 'P';
        return peg(fix);
    }

    /** 40=K. */
    OrderCommand marketToLimit() {
        type = 'K';
        return this;
    }

    OrderCommand time(final char fix) {
        timeInForce = fix;
        return this;
    }

    OrderCommand day() {
        return time('0');
    }

    OrderCommand immediate() {
        return time('3');
    }

    OrderCommand fillOrKill() {
        return time('4');
    }

    OrderCommand until(final long micros) {
        expireTimeMicros = micros;
        return time('6');
    }

    OrderCommand untilDay(final int day) {
        expireDay = day;
        return time('6');
    }

    OrderCommand display(final long lots) {
        displayLots = lots;
        return this;
    }

    OrderCommand minimum(final long lots) {
        minimumLots = lots;
        return this;
    }

    OrderCommand postOnly() {
        flags |= 1;
        return this;
    }

    OrderCommand possResend() {
        flags |= 2;
        return this;
    }

    OrderCommand idempotent(final long print) {
        flags |= 4;
        fingerprint = print;
        return this;
    }

    OrderCommand mode(final char fix) {
        selfTradePrevention = fix;
        return this;
    }

    OrderCommand account(final int id) {
        accountId = id;
        return this;
    }

    OrderCommand instrument(final int id) {
        instrumentId = id;
        return this;
    }

    OrderCommand connection(final int epoch) {
        connectionEpoch = epoch;
        return this;
    }

    OrderCommand id(final String text) {
        clOrdId = text;
        return this;
    }

    OrderCommand echo(final String text) {
        echo = text;
        return this;
    }

    String clOrdId() {
        return clOrdId;
    }

    /** Sends it and tells everything it caused but {@code Applied}. */
    List<String> send() {
        final UnsafeBuffer buffer = venue.command();
        final byte[] id = clOrdId.getBytes(StandardCharsets.US_ASCII);
        final byte[] back = echo.getBytes(StandardCharsets.US_ASCII);
        final NewOrderEncoder encoder = new NewOrderEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .ownerId(trader.requesterId())
                .connectionEpoch(connectionEpoch)
                .instrumentId(instrumentId)
                .accountId(accountId)
                .side((short) side)
                .orderType((short) type)
                .timeInForce((short) timeInForce)
                .selfTradePrevention((short) selfTradePrevention)
                .pegReference((short) pegReference)
                .flags(flags)
                .priceTicks(priceTicks)
                .stopPriceTicks(stopPriceTicks)
                .quantityLots(quantityLots)
                .displayLots(displayLots)
                .minimumLots(minimumLots)
                .expireTimeMicros(expireTimeMicros)
                .expireDay(expireDay)
                .fingerprint(fingerprint)
                .putClOrdId(id, 0, id.length)
                .putEcho(back, 0, back.length);
        return venue.send(encoder.encodedLength());
    }

    /** Sends it and tells the id of the order. */
    long enter() {
        send();
        return venue.resultId();
    }
}
