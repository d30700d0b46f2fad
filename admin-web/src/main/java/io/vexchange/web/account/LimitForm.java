package io.vexchange.web.account;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Limits;
import io.vexchange.engine.model.Code;
import io.vexchange.web.http.Members;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.PositionLimitShape;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads limits from the members of a request; what is wrong is noted there. */
final class LimitForm {
    private static final int MAX_DECIMALS = 18;
    private static final long MAX_ORDERS = 100_000_000;
    private static final long MAX_RATE = 1_000_000;
    private static final String POSITION = "maxPosition";

    private final Members members;
    private final Function<String, Instrument> instruments;
    private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    private int decimals;

    LimitForm(final Members members, final Function<String, Instrument> instruments) {
        this.members = members;
        this.instruments = instruments;
    }

    /** @return the limits; only to be used when no fault is noted */
    Limits read() {
        for (final String name : new String[] {"maxOrderQuantity", "maxOrderNotional", "maxOpenNotional", POSITION}) {
            amounts.put(name, amount(members, name));
        }
        final Long openOrders = members.integer("maxOpenOrders", 0, MAX_ORDERS);
        final Long perSecond = members.integer("ordersPerSecond", 1, MAX_RATE);
        final Long burst = members.integer("orderBurst", 1, MAX_RATE);
        if (burst != null && perSecond == null) {
            members.fault(Problems.MISSING_FIELD, "ordersPerSecond", "a burst needs a rate");
        }
        final Map<Integer, BigDecimal> positions = new HashMap<>();
        final Map<String, Members> bySymbol = members.objectsByName("instruments", PositionLimitShape.class);
        if (bySymbol != null) {
            bySymbol.forEach((symbol, each) -> position(positions, symbol, each));
        }
        final Map<Integer, Long> ofInstruments = new HashMap<>();
        positions.forEach((id, amount) -> ofInstruments.put(id, whole("instruments", amount)));
        return new Limits(
                decimals,
                whole("maxOrderQuantity"),
                whole("maxOrderNotional"),
                openOrders == null ? Decimals.ABSENT : openOrders,
                whole("maxOpenNotional"),
                whole(POSITION),
                perSecond == null ? Decimals.ABSENT : perSecond,
                burst != null ? burst : perSecond == null ? Decimals.ABSENT : perSecond,
                ofInstruments);
    }

    private void position(final Map<Integer, BigDecimal> positions, final String symbol, final Members each) {
        each.require(POSITION);
        final Instrument instrument = instruments.apply(symbol);
        if (instrument == null) {
            members.fault(
                    Problems.ofRefusal(Code.UNKNOWN_SYMBOL), "instruments." + symbol, "there is no such instrument");
            return;
        }
        final BigDecimal amount = amount(each, POSITION);
        if (amount != null) {
            positions.put(instrument.id(), amount);
        }
    }

    private BigDecimal amount(final Members from, final String name) {
        final String digits = from.decimal(name);
        if (digits == null) {
            return null;
        }
        final BigDecimal stripped = new BigDecimal(digits).stripTrailingZeros();
        if (stripped.signum() < 0 || stripped.scale() > MAX_DECIMALS) {
            from.fault(Problems.INVALID_FIELD, name, "not less than 0, with at most 18 decimals");
            return null;
        }
        decimals = Math.max(decimals, stripped.scale());
        return stripped;
    }

    private long whole(final String name) {
        return whole(name, amounts.get(name));
    }

    private long whole(final String name, final BigDecimal amount) {
        if (amount == null) {
            return Decimals.ABSENT;
        }
        try {
            return amount.movePointRight(decimals).longValueExact();
        } catch (final ArithmeticException e) {
            members.fault(Problems.ofRefusal(Code.NUMBER_RANGE), name, "too many digits beside the other limits");
            return Decimals.ABSENT;
        }
    }
}
