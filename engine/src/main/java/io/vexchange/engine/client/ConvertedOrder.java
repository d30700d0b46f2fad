package io.vexchange.engine.client;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * An order entry in the engine's numbers, or what is wrong with it. Reusable, for one thread; filled by {@link Conversion}. Absent numbers
 * are {@link Decimals#ABSENT}, absent ids and characters 0.
 */
public final class ConvertedOrder {
    private static final int FLAG_POST_ONLY = 1;

    Instrument instrument;
    int instrumentId;
    int accountId;
    int side;
    int orderType;
    int timeInForce;
    int selfTradePrevention;
    int pegReference;
    boolean postOnly;
    long priceTicks;
    long stopPriceTicks;
    long quantityLots;
    long displayLots;
    long minimumLots;
    long expireTimeMicros;
    int expireDay;
    private final List<OrderFault> faults = new ArrayList<>();

    void begin(final OrderEntry entry) {
        instrument = null;
        instrumentId = 0;
        accountId = 0;
        side = entry.side;
        orderType = entry.orderType;
        timeInForce = entry.timeInForce;
        selfTradePrevention = entry.selfTradePrevention;
        pegReference = entry.pegReference;
        postOnly = entry.postOnly;
        priceTicks = Decimals.ABSENT;
        stopPriceTicks = Decimals.ABSENT;
        quantityLots = Decimals.ABSENT;
        displayLots = Decimals.ABSENT;
        minimumLots = Decimals.ABSENT;
        expireTimeMicros = entry.expireTimeMicros;
        expireDay = entry.expireDay;
        faults.clear();
    }

    void fault(final OrderField field, final Code code) {
        faults.add(new OrderFault(field, code));
    }

    /** @return NONE, or the first fault's code: a new order is refused so by the gateway, a replace goes on with it as gatewayCode */
    public Code code() {
        return faults.isEmpty() ? Code.NONE : faults.get(0).code();
    }

    /** @return the first fault's field, or null */
    public OrderField field() {
        return faults.isEmpty() ? null : faults.get(0).field();
    }

    /** @return every fault in the order in which a gateway looks for them; valid until the next conversion */
    public List<OrderFault> faults() {
        return faults;
    }

    /** @return the instrument named, or null when it is unknown or none was named */
    public Instrument instrument() {
        return instrument;
    }

    /** @return the account, 0 = none named, -1 = unknown */
    public int accountId() {
        return accountId;
    }

    /** @return total quantity, lots */
    public long quantityLots() {
        return quantityLots;
    }

    /** @return limit, ticks */
    public long priceTicks() {
        return priceTicks;
    }

    /**
     * A 64-bit fingerprint of the order in the engine's numbers, so that 10 and 10.0 are the same order.
     *
     * @return never 0
     */
    public long fingerprint() {
        long hash = 0xcbf29ce484222325L;
        hash = mix(hash, instrumentId);
        hash = mix(hash, accountId);
        hash = mix(hash, side << 24 | orderType << 16 | timeInForce << 8 | pegReference);
        hash = mix(hash, selfTradePrevention << 1 | (postOnly ? 1 : 0));
        hash = mix(hash, priceTicks);
        hash = mix(hash, stopPriceTicks);
        hash = mix(hash, quantityLots);
        hash = mix(hash, displayLots);
        hash = mix(hash, minimumLots);
        hash = mix(hash, expireTimeMicros);
        hash = mix(hash, expireDay);
        return hash == 0 ? 1 : hash;
    }

    private static long mix(final long hash, final long value) {
        final long mixed = (hash ^ value) * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 29;
    }

    /**
     * Fills in everything of a new order but origin, owner, epoch, the other flags and the var data.
     *
     * @param command wrapped with its header applied; flags are set to post-only or 0
     */
    public void encode(final NewOrderEncoder command) {
        command.instrumentId(instrumentId)
                .accountId(accountId)
                .side((short) side)
                .orderType((short) orderType)
                .timeInForce((short) timeInForce)
                .selfTradePrevention((short) selfTradePrevention)
                .pegReference((short) pegReference)
                .flags(postOnly ? FLAG_POST_ONLY : 0)
                .priceTicks(priceTicks)
                .stopPriceTicks(stopPriceTicks)
                .quantityLots(quantityLots)
                .displayLots(displayLots)
                .minimumLots(minimumLots)
                .expireTimeMicros(expireTimeMicros)
                .expireDay(expireDay)
                .fingerprint(fingerprint());
    }

    /**
     * Fills in everything of a replace but origin, requester, order id, the other flags and the var data; gatewayCode is {@link #code()}.
     *
     * @param command wrapped with its header applied; flags are set to post-only or 0
     */
    public void encode(final ReplaceOrderEncoder command) {
        command.accountId(accountId)
                .instrumentId(instrumentId)
                .side((short) side)
                .orderType((short) orderType)
                .timeInForce((short) timeInForce)
                .selfTradePrevention((short) selfTradePrevention)
                .pegReference((short) pegReference)
                .flags(postOnly ? FLAG_POST_ONLY : 0)
                .gatewayCode(code().number())
                .priceTicks(priceTicks)
                .stopPriceTicks(stopPriceTicks)
                .quantityLots(quantityLots)
                .displayLots(displayLots)
                .minimumLots(minimumLots)
                .expireTimeMicros(expireTimeMicros)
                .expireDay(expireDay);
    }
}
