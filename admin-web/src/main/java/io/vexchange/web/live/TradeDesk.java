package io.vexchange.web.live;

import io.vexchange.engine.client.Balance;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.PublicTrade;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.ExecType;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.web.access.Principal;
import io.vexchange.web.json.Times;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.TradeActShape;
import io.vexchange.web.shape.TradeShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/** Busts and corrects trades. Threads: any. */
public final class TradeDesk {
    private static final int RECENT = 1_000;

    private final LiveVenue venue;
    private final OperatorCommands commands;

    /**
     * What must be known of a trade before it is changed.
     *
     * @param id of it
     * @param symbol of its instrument
     * @param seq its public sequence
     * @param executedAt when it was made
     */
    public record Known(long id, String symbol, long seq, String executedAt) {
        /**
         * @param it a trade of the history
         * @return what is known of it
         */
        public static Known of(final TradeShape it) {
            return new Known(Long.parseLong(it.id()), it.symbol(), it.seq(), it.executedAt());
        }
    }

    TradeDesk(final LiveVenue venue, final Commander commander) {
        this.venue = venue;
        this.commands = new OperatorCommands(commander);
    }

    /**
     * @param tradeId of a trade
     * @return it, when it is among the newest of its instrument; null when it must be looked for in the history
     */
    public Known recent(final long tradeId) {
        for (final Instrument instrument : venue.directory().instruments()) {
            for (final PublicTrade trade : venue.state().trades(instrument.id(), RECENT)) {
                if (trade.tradeId() == tradeId) {
                    return new Known(
                            tradeId, instrument.symbol(), trade.publicSequence(), Times.text(trade.timeMicros()));
                }
            }
        }
        return null;
    }

    /**
     * Busts a trade.
     *
     * @param principal an operator
     * @param tradeId of it
     * @param known what is known of it, null when nothing can be looked up now
     * @param audit of the act
     * @return the trade and both sides' reports
     */
    public CompletableFuture<TradeActShape> bust(
            final Principal principal, final long tradeId, final Known known, final byte[] audit) {
        return commands.bust(principal.userId(), tradeId, audit).thenApply(outcome -> done(outcome, tradeId, known));
    }

    /**
     * Corrects a trade.
     *
     * @param principal an operator
     * @param known the trade
     * @param price decimal, null when it stays
     * @param quantity decimal, null when it stays
     * @param audit of the act
     * @return the trade and both sides' reports
     */
    public CompletableFuture<TradeActShape> correct(
            final Principal principal,
            final Known known,
            final String price,
            final String quantity,
            final byte[] audit) {
        final Instrument instrument = venue.directory().instrument(known.symbol());
        final long ticks = price == null
                ? Decimals.ABSENT
                : number(price, "price", Code.PRICE_TICK, instrument.tickMantissa(), instrument.tickDecimals());
        final long lots = quantity == null
                ? Decimals.ABSENT
                : number(quantity, "quantity", Code.QTY_LOT, instrument.lotMantissa(), instrument.lotDecimals());
        return commands.correct(principal.userId(), known.id(), ticks, lots, audit)
                .thenApply(outcome -> done(outcome, known.id(), known));
    }

    static long number(
            final String digits, final String field, final Code notAMultiple, final long mantissa, final int decimals) {
        final long number = Decimals.parse(digits, mantissa, decimals);
        if (number == Decimals.NOT_A_MULTIPLE) {
            throw ProblemException.ofField(
                    Problems.ofRefusal(notAMultiple), field, field + "=" + digits + " is no multiple of its step");
        }
        if (!Decimals.isNumber(number)) {
            throw ProblemException.ofField(
                    Problems.ofRefusal(Code.NUMBER_RANGE), field, field + "=" + digits + " is out of range");
        }
        if (number <= 0) {
            throw ProblemException.ofField(Problems.INVALID_FIELD, field, field + " must be greater than 0");
        }
        return number;
    }

    private TradeActShape done(final Outcome outcome, final long tradeId, final Known known) {
        if (outcome.code() == Code.NOT_FOUND || outcome.code() == Code.UNKNOWN_ORDER) {
            throw new ProblemException(Problems.UNKNOWN_TRADE, "trade=" + tradeId);
        }
        if (outcome.code() == Code.INVALID) {
            throw ProblemException.ofField(
                    Problems.INVALID_FIELD, "quantity", "greater than 0 and not more than was traded");
        }
        Refusals.check(outcome, "trade=" + tradeId);
        TradeShape trade = null;
        List<String> negative = List.of();
        final List<OrderReport> reports = new ArrayList<>();
        for (final byte[] item : outcome.items()) {
            final int template = Refusals.template(item);
            if (template == TradeDecoder.TEMPLATE_ID) {
                final TradeDecoder it =
                        new TradeDecoder().wrapAndApplyHeader(new UnsafeBuffer(item), 0, new MessageHeaderDecoder());
                negative = negative(it);
                trade = venue.shapes()
                        .trade(
                                it,
                                known == null ? Times.text(it.timeMicros()) : known.executedAt(),
                                known == null ? it.publicSequence() : known.seq());
            } else if (template == ExecutionReportDecoder.TEMPLATE_ID) {
                final OrderReport report = OrderReport.decode(new UnsafeBuffer(item), 0);
                if (report.tradeId() == tradeId && isOfAct(report)) {
                    reports.add(report);
                }
            }
        }
        if (trade == null) {
            throw new IllegalStateException("no trade event of trade=" + tradeId);
        }
        final List<ExecutionShape> executions = reports.stream()
                .sorted(Comparator.comparingInt(OrderReport::side))
                .map(venue.shapes()::execution)
                .toList();
        return new TradeActShape(trade, executions, negative, outcome.sequence());
    }

    private static boolean isOfAct(final OrderReport report) {
        final ExecType type = ExecType.of(report.execType());
        return type == ExecType.TRADE_CANCEL || type == ExecType.TRADE_CORRECT;
    }

    private List<String> negative(final TradeDecoder it) {
        final Instrument instrument = venue.directory().instrument(it.instrumentId());
        return Stream.of(it.buyAccountId(), it.sellAccountId())
                .distinct()
                .filter(id -> isNegative(id, instrument.baseAssetId()) || isNegative(id, instrument.quoteAssetId()))
                .map(venue.shapes()::account)
                .toList();
    }

    private boolean isNegative(final int accountId, final int assetId) {
        final Balance balance = venue.lock().read(() -> venue.state().balance(accountId, assetId));
        return balance.available() < 0;
    }

    /**
     * Sets the reference price of an instrument.
     *
     * @param principal an operator
     * @param symbol of an instrument that exists
     * @param price decimal
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> setReferencePrice(
            final Principal principal, final String symbol, final String price, final byte[] audit) {
        final Instrument it = venue.directory().instrument(symbol);
        final long ticks = number(price, "price", Code.PRICE_TICK, it.tickMantissa(), it.tickDecimals());
        return commands.setReferencePrice(principal.userId(), it.id(), ticks, audit)
                .thenApply(outcome -> {
                    Refusals.check(outcome, symbol + " at " + price);
                    return outcome.sequence();
                });
    }
}
