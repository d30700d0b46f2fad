package io.vexchange.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.vexchange.engine.Engine;
import io.vexchange.engine.EventSink;
import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.OriginEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import java.lang.management.ManagementFactory;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Once it has seen a day like this one, the engine allocates nothing. */
final class AllocationTest implements EventSink {
    private static final int ROUNDS = 20_000;
    private static final long NONE = Long.MIN_VALUE;

    private final TestVenue venue = new TestVenue();
    private final Engine engine = venue.engine();
    private final UnsafeBuffer command = new UnsafeBuffer(new byte[1_024]);
    private final UnsafeBuffer out = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
    private final UnsafeBuffer id = new UnsafeBuffer(new byte[16]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OriginEncoder origin = new OriginEncoder();
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final byte[] nothing = {};
    private long number;
    private long ids;
    private long orders;
    private long timeMicros = TestVenue.NOON;

    @Test
    void shouldAllocateNothingOnceWarm() {
        venue.hello("loop", 1);
        day();
        day();
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        final long idle = threads.getThreadAllocatedBytes(thread);
        final long cost = threads.getThreadAllocatedBytes(thread) - idle;
        final long before = threads.getThreadAllocatedBytes(thread);
        rounds();
        final long allocated = threads.getThreadAllocatedBytes(thread) - before - cost;
        assertThat(allocated).isLessThan(1_024);
        engine.checkInvariants();
    }

    private void day() {
        rounds();
        timeMicros += TestVenue.DAY;
        engine.onTime(timeMicros, this);
    }

    /** Rests, replaces, trades, refuses, cancels. */
    private void rounds() {
        for (int i = 0; i < ROUNDS; i++) {
            final long price = 10_000L + i % 90;
            order(2, TestVenue.BETA_A, '2', price, 5, 2);
            final long offer = orders;
            replace(2, offer, 4);
            order(1, TestVenue.ALPHA_A, '1', price, 3, NONE);
            order(1, TestVenue.ALPHA_A, '1', 1, 3, NONE);
            order(2, TestVenue.BETA_A, '1', 9_900L - i % 500, 3, NONE);
            cancel(2, orders);
            cancel(2, offer);
        }
    }

    private void order(
            final int owner,
            final int account,
            final char side,
            final long ticks,
            final long lots,
            final long display) {
        orders++;
        newOrder.wrapAndApplyHeader(command, 0, header)
                .ownerId(owner)
                .connectionEpoch(1)
                .instrumentId(TestVenue.ACME)
                .accountId(account)
                .side((short) side)
                .orderType((short) '2')
                .timeInForce((short) '0')
                .selfTradePrevention((short) 0)
                .pegReference((short) 0)
                .flags(0)
                .priceTicks(ticks)
                .stopPriceTicks(NONE)
                .quantityLots(lots)
                .displayLots(display)
                .minimumLots(NONE)
                .expireTimeMicros(NONE)
                .expireDay(0)
                .fingerprint(0)
                .putClOrdId(id, 0, nextId())
                .putEcho(id, 0, 8);
        send(newOrder.encodedLength());
    }

    private void replace(final int requester, final long orderId, final long lots) {
        replace.wrapAndApplyHeader(command, 0, header)
                .requesterId(requester)
                .accountId(0)
                .instrumentId(0)
                .orderId(orderId)
                .side((short) 0)
                .orderType((short) 0)
                .timeInForce((short) 0)
                .selfTradePrevention((short) 0)
                .pegReference((short) 0)
                .flags(0)
                .gatewayCode(0)
                .priceTicks(NONE)
                .stopPriceTicks(NONE)
                .quantityLots(lots)
                .displayLots(NONE)
                .minimumLots(NONE)
                .expireTimeMicros(NONE)
                .expireDay(0)
                .putClOrdId(id, 0, nextId())
                .putOrigClOrdId(nothing, 0, 0);
        send(replace.encodedLength());
    }

    private void cancel(final int requester, final long orderId) {
        cancel.wrapAndApplyHeader(command, 0, header)
                .requesterId(requester)
                .accountId(0)
                .instrumentId(0)
                .orderId(orderId)
                .side((short) 0)
                .flags(0)
                .cause(0)
                .putClOrdId(id, 0, nextId())
                .putOrigClOrdId(nothing, 0, 0)
                .putAudit(nothing, 0, 0);
        send(cancel.encodedLength());
    }

    private int nextId() {
        id.putLong(0, ++ids);
        return Long.BYTES;
    }

    private void send(final int encodedLength) {
        origin.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH)
                .clientId(2)
                .epoch(1)
                .number(++number);
        engine.apply(timeMicros, command, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength, this);
    }

    @Override
    public int claim(final int maxLength) {
        return 0;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return out;
    }

    @Override
    public void commit(final int length, final long sequence) {
        // nobody listens
    }
}
