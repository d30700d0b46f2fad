package io.vexchange.web.venue;

import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.web.http.Members;
import io.vexchange.web.live.InstrumentDesk;
import io.vexchange.web.problem.Problems;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads an instrument from the members of a request; what is wrong is noted there. */
final class InstrumentForm {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,15}");
    private static final int MAX_TEXT = 16;
    private static final int MAX_DECIMALS = 18;
    private static final int MAX_BP = 1_000_000;
    private static final int DAY_SECONDS = 86_400;

    private final Members members;
    private final InstrumentDesk desk;

    InstrumentForm(final Members members, final InstrumentDesk desk) {
        this.members = members;
        this.desk = desk;
    }

    /** @return a new instrument, null when a member without which nothing else can be read is at fault */
    Instrument read() {
        members.require(
                "symbol", "base", "quote", "tickSize", "lotSize", "minQuantity", "maxQuantity", "referencePrice");
        final String symbol = members.text("symbol", SYMBOL, "1 to 16 of capitals, digits, dot and hyphen");
        final Asset base = asset("base");
        final Asset quote = asset("quote");
        final BigDecimal tick = step("tickSize");
        final BigDecimal lot = step("lotSize");
        if (symbol == null || base == null || quote == null || tick == null || lot == null) {
            return null;
        }
        if (base.id() == quote.id()) {
            members.fault(Problems.INVALID_FIELD, "quote", "the same asset as base");
        }
        if (tick.scale() + lot.scale() > quote.scale()) {
            members.fault(
                    Problems.INVALID_FIELD,
                    "tickSize",
                    "decimals of tick and lot are more than the " + quote.scale() + " of " + quote.name());
        }
        if (lot.scale() > base.scale()) {
            members.fault(
                    Problems.INVALID_FIELD, "lotSize", "more decimals than the " + base.scale() + " of " + base.name());
        }
        return changed(new Instrument(
                0,
                symbol,
                base.id(),
                quote.id(),
                tick.unscaledValue().longValueExact(),
                tick.scale(),
                lot.unscaledValue().longValueExact(),
                lot.scale(),
                0,
                0,
                InstrumentDesk.NO_MAXIMUM,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                true,
                Phase.CLOSED,
                "{}"));
    }

    /** @return the instrument with the members given; what is left out stays */
    Instrument changed(final Instrument known) {
        final BigDecimal tick = known.id() == 0 ? null : step("tickSize");
        final BigDecimal lot = known.id() == 0 ? null : step("lotSize");
        final Boolean enabled = members.flag("enabled");
        final Long seconds = members.integer("volatilityAuctionSeconds", 0, DAY_SECONDS);
        final SelfTradePrevention mode = members.word("selfTradePreventionDefault", SelfTradePrevention.class);
        if (mode != null && mode != SelfTradePrevention.CANCEL_NEWEST) {
            members.fault(
                    Problems.ofRefusal(Code.UNSUPPORTED_COMBINATION),
                    "selfTradePreventionDefault",
                    "always CANCEL_NEWEST; set another at the firm or the session");
        }
        final Instrument it = new Instrument(
                known.id(),
                known.symbol(),
                known.baseAssetId(),
                known.quoteAssetId(),
                tick == null ? known.tickMantissa() : tick.unscaledValue().longValueExact(),
                tick == null ? known.tickDecimals() : tick.scale(),
                lot == null ? known.lotMantissa() : lot.unscaledValue().longValueExact(),
                lot == null ? known.lotDecimals() : lot.scale(),
                lots("minQuantity", known, known.minimumLots()),
                lots("maxQuantity", known, known.maximumLots()),
                notional(known),
                ticks(known),
                hundredths("staticCollarPercent", known.staticCollarBp(), 0),
                hundredths("dynamicCollarPercent", known.dynamicCollarBp(), 0),
                hundredths("protectionPercent", known.protectionBp(), 0),
                seconds == null ? known.volatilityAuctionSeconds() : seconds.intValue(),
                hundredths("makerFeeBp", known.makerFeeRate(), -MAX_BP),
                hundredths("takerFeeBp", known.takerFeeRate(), -MAX_BP),
                hundredths("auctionFeeBp", known.auctionFeeRate(), 0),
                enabled == null ? known.enabled() : enabled,
                known.phase(),
                known.properties());
        agree(it);
        return it;
    }

    private void agree(final Instrument it) {
        if (it.minimumLots() > it.maximumLots()) {
            members.fault(Problems.INVALID_FIELD, "maxQuantity", "less than minQuantity");
        }
        if (it.dynamicCollarBp() > 0 && it.staticCollarBp() > 0 && it.dynamicCollarBp() > it.staticCollarBp()) {
            members.fault(Problems.INVALID_FIELD, "dynamicCollarPercent", "wider than staticCollarPercent");
        }
        if (it.dynamicCollarBp() > 0 && it.protectionBp() > it.dynamicCollarBp()) {
            members.fault(Problems.INVALID_FIELD, "protectionPercent", "wider than dynamicCollarPercent");
        }
        if (it.makerFeeRate() + it.takerFeeRate() < 0) {
            members.fault(Problems.INVALID_FIELD, "makerFeeBp", "a rebate greater than takerFeeBp");
        }
    }

    private Asset asset(final String name) {
        final String id = members.text(name, MAX_TEXT);
        final Asset asset = id == null ? null : desk.asset(id);
        if (id != null && asset == null) {
            members.fault(Problems.INVALID_FIELD, name, "there is no asset " + id);
        }
        return asset;
    }

    private BigDecimal step(final String name) {
        final String digits = members.decimal(name);
        if (digits == null) {
            return null;
        }
        final BigDecimal stripped = new BigDecimal(digits).stripTrailingZeros();
        final BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        if (plain.signum() <= 0
                || plain.scale() > MAX_DECIMALS
                || plain.unscaledValue().bitLength() > 62) {
            members.fault(Problems.INVALID_FIELD, name, "greater than 0, with at most 18 decimals");
            return null;
        }
        return plain;
    }

    private long lots(final String name, final Instrument of, final long absent) {
        return number(name, of.lotMantissa(), of.lotDecimals(), Code.QTY_LOT, absent);
    }

    private long ticks(final Instrument of) {
        return number(
                "referencePrice", of.tickMantissa(), of.tickDecimals(), Code.PRICE_TICK, of.referencePriceTicks());
    }

    private long notional(final Instrument of) {
        return members.has("maxNotional") && members.isNull("maxNotional")
                ? InstrumentDesk.NO_MAXIMUM
                : number(
                        "maxNotional",
                        1,
                        desk.asset(of.quoteAssetId()).scale(),
                        Code.INVALID_FIELD,
                        of.maximumNotional());
    }

    private long number(
            final String name, final long mantissa, final int decimals, final Code notAMultiple, final long absent) {
        final String digits = members.decimal(name);
        if (digits == null) {
            return absent;
        }
        final long number = Decimals.parse(digits, mantissa, decimals);
        if (number == Decimals.NOT_A_MULTIPLE) {
            members.fault(Problems.ofRefusal(notAMultiple), name, digits + " is no multiple of its step");
        } else if (!Decimals.isNumber(number) || number >= InstrumentDesk.NO_MAXIMUM) {
            members.fault(Problems.ofRefusal(Code.NUMBER_RANGE), name, digits + " is out of range");
        } else if (number <= 0) {
            members.fault(Problems.INVALID_FIELD, name, "greater than 0");
        } else {
            return number;
        }
        return absent;
    }

    /** Percent as basis points, basis points as hundredths; null is 0. */
    private int hundredths(final String name, final int absent, final int least) {
        if (!members.has(name)) {
            return absent;
        }
        final String digits = members.decimal(name);
        if (digits == null) {
            return 0;
        }
        try {
            final int value = new BigDecimal(digits).movePointRight(2).intValueExact();
            if (value >= least && value <= MAX_BP) {
                return value;
            }
        } catch (final ArithmeticException e) {
            // told below
        }
        members.fault(Problems.INVALID_FIELD, name, "at most two decimals, from " + least / 100 + " to 10000");
        return absent;
    }
}
