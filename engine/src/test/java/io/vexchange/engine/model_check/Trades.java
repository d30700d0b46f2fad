package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AuditAction;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The trades of this and the previous day, and what busting and correcting them does. */
final class Trades {
    static final class Trade {
        long id;
        Market market;
        Order buy;
        Order sell;
        long ticks;
        long lots;
        long originalTicks;
        long originalLots;
        BigInteger value;
        BigInteger buyFee;
        BigInteger sellFee;
        long buyRate;
        long sellRate;
        long day;
        boolean isBusted;
        String aggressorSide;
        /** The newest report of it to each side. */
        long buySequence;

        long sellSequence;
    }

    private static final BigInteger LARGEST_VALUE = BigInteger.ONE.shiftLeft(62);

    private final Reports reports;
    private final Account[] feeAccount;
    private final Counters counters;
    private final Map<Long, Trade> byId = new TreeMap<>();
    private long previousDay;

    Trades(final Reports reports, final Account[] feeAccount, final Counters counters) {
        this.reports = reports;
        this.feeAccount = feeAccount;
        this.counters = counters;
    }

    void add(final Trade trade) {
        byId.put(trade.id, trade);
    }

    /** The day that ends is the previous one from now on. */
    void roll(final long endedDay) {
        previousDay = endedDay;
        byId.values().removeIf(trade -> trade.day < previousDay);
    }

    Answer bust(final Item command) {
        final Trade trade = byId.get(command.value("tradeId"));
        final String refusal = refusal(command, trade);
        if (refusal != null) {
            return refused(command, AuditAction.TRADE_BUST, refusal);
        }
        restate(command, trade, trade.ticks, 0, "H");
        return done(command, AuditAction.TRADE_BUST);
    }

    Answer correct(final Item command) {
        final Trade trade = byId.get(command.value("tradeId"));
        String refusal = refusal(command, trade);
        long ticks = 0;
        long lots = 0;
        if (refusal == null) {
            ticks = command.number("priceTicks") == null ? trade.ticks : command.value("priceTicks");
            lots = command.number("lots") == null ? trade.lots : command.value("lots");
            final boolean isPossible = ticks > 0 && lots > 0 && lots <= trade.lots;
            final boolean isSame = ticks == trade.ticks && lots == trade.lots;
            refusal = !isPossible
                            || isSame
                            || Money.notional(trade.market, lots, ticks).compareTo(LARGEST_VALUE) > 0
                    ? "INVALID"
                    : null;
        }
        if (refusal != null) {
            return refused(command, AuditAction.TRADE_CORRECT, refusal);
        }
        restate(command, trade, ticks, lots, "G");
        return done(command, AuditAction.TRADE_CORRECT);
    }

    private String refusal(final Item command, final Trade trade) {
        if (trade == null) {
            final long id = command.value("tradeId");
            return id > 0 && id <= counters.trades ? "TRADE_TOO_OLD" : "NOT_FOUND";
        }
        return trade.isBusted ? "TRADE_BUSTED" : null;
    }

    private Answer refused(final Item command, final AuditAction action, final String code) {
        Operators.audit(reports, command, action, code, command.value("tradeId"));
        return Answer.refused(code);
    }

    private Answer done(final Item command, final AuditAction action) {
        Operators.audit(reports, command, action, "NONE", command.value("tradeId"));
        return Answer.of(command.value("tradeId"));
    }

    /** What stood is taken back, what stands from now on is booked; lots 0: nothing does. */
    private void restate(
            final Item command, final Trade trade, final long ticks, final long lots, final String execType) {
        final boolean isBust = lots == 0;
        final BigInteger value = Money.notional(trade.market, lots, ticks);
        final BigInteger buyFee = Money.fee(value, trade.buyRate);
        final BigInteger sellFee = Money.fee(value, trade.sellRate);
        book(trade, trade.lots, trade.value, trade.buyFee, trade.sellFee, -1);
        book(trade, lots, value, buyFee, sellFee, 1);
        for (final Order order : List.of(trade.buy, trade.sell)) {
            change(order, trade, ticks, lots);
        }
        final Item print = Item.of("Trade")
                .with("reversedLots", trade.lots)
                .with("reversedValue", trade.value)
                .with("reversedBuyFee", trade.buyFee)
                .with("reversedSellFee", trade.sellFee);
        if (!isBust) {
            trade.ticks = ticks;
            trade.lots = lots;
            trade.value = value;
            trade.buyFee = buyFee;
            trade.sellFee = sellFee;
        }
        trade.isBusted = isBust;
        final long publicSequence = ++trade.market.publicSequence;
        trade.buySequence = tell(trade, trade.buy, trade.buySequence, execType, publicSequence, isBust ? null : buyFee);
        trade.sellSequence =
                tell(trade, trade.sell, trade.sellSequence, execType, publicSequence, isBust ? null : sellFee);
        reports.event(print.with("tradeId", trade.id)
                .with("instrumentId", trade.market.id)
                .with("publicSequence", publicSequence)
                .with("status", isBust ? 2 : 1)
                .with("priceTicks", trade.ticks)
                .with("lots", trade.lots)
                .with("value", trade.value)
                .with("buyOrderId", trade.buy.id)
                .with("sellOrderId", trade.sell.id)
                .with("buyFee", trade.buyFee)
                .with("sellFee", trade.sellFee)
                .with("feesTotal", feeAccount[0].total(trade.market.quoteAssetId))
                .with("tradeDay", trade.day)
                .with("originalPriceTicks", trade.originalTicks)
                .with("originalLots", trade.originalLots));
        if (command.text("audit").isEmpty()) {
            trade.market.isTouched = true;
        }
    }

    private void book(
            final Trade trade,
            final long lots,
            final BigInteger value,
            final BigInteger buyFee,
            final BigInteger sellFee,
            final int sign) {
        final BigInteger factor = BigInteger.valueOf(sign);
        final BigInteger base = BigInteger.valueOf(lots)
                .multiply(BigInteger.valueOf(trade.market.lotUnits))
                .multiply(factor);
        trade.buy.account.post(trade.market.baseAssetId, base);
        trade.sell.account.post(trade.market.baseAssetId, base.negate());
        trade.buy.account.post(
                trade.market.quoteAssetId, value.add(buyFee).multiply(factor).negate());
        trade.sell.account.post(
                trade.market.quoteAssetId, value.subtract(sellFee).multiply(factor));
        feeAccount[0].post(trade.market.quoteAssetId, buyFee.add(sellFee).multiply(factor));
        for (final Account account : List.of(trade.buy.account, trade.sell.account)) {
            account.hasBeenRestated = true;
        }
    }

    private static void change(final Order order, final Trade trade, final long ticks, final long lots) {
        final long fewer = trade.lots - lots;
        order.filledLots -= fewer;
        order.filledValue = order.filledValue
                .subtract(BigInteger.valueOf(trade.lots).multiply(BigInteger.valueOf(trade.ticks)))
                .add(BigInteger.valueOf(lots).multiply(BigInteger.valueOf(ticks)));
        if (order.isLive()) {
            order.quantityLots -= fewer;
            order.status = order.filledLots > 0 ? "1" : "0";
            if (order.displayLots != null) {
                order.displayLots = Math.min(order.displayLots, order.quantityLots);
            }
        } else if (order.status.equals("2") && order.filledLots < order.quantityLots) {
            order.status = "4";
        }
    }

    private long tell(
            final Trade trade,
            final Order order,
            final long refSequence,
            final String execType,
            final long publicSequence,
            final BigInteger fee) {
        final Item report = reports.report(order, execType)
                .with("tradeId", trade.id)
                .with("refSequence", refSequence)
                .with("publicSequence", publicSequence)
                .with("tradeDay", trade.day)
                .with("fee", fee == null ? 0L : fee)
                .with("lastPriceTicks", fee == null ? 0L : trade.ticks)
                .with("lastLots", fee == null ? 0L : trade.lots);
        report.fields().remove("liquidity");
        reports.tell(order, report);
        return reports.sequence;
    }
}
