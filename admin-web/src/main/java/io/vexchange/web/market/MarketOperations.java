package io.vexchange.web.market;

import io.vexchange.web.access.Access;
import io.vexchange.web.history.HistoryReads;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.json.Times;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.BookShape;
import io.vexchange.web.shape.CandleShape;
import io.vexchange.web.shape.InstrumentShape;
import io.vexchange.web.shape.LevelShape;
import io.vexchange.web.shape.ListShape;
import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.PublicTradeShape;
import io.vexchange.web.shape.StatsShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Market data by REST, from the live state. */
public final class MarketOperations {
    /** Levels of a book when none are asked for. */
    public static final int DEFAULT_DEPTH = 25;

    private static final String GROUP = "Market data";
    private static final int MAX_DEPTH = 1_000;

    private static final Map<String, Integer> INTERVALS =
            Map.of("1m", 60, "5m", 300, "15m", 900, "1h", 3_600, "4h", 14_400, "1d", 86_400);

    private final Supplier<MarketView> market;
    private final HistoryReads history;

    /**
     * @param market asked for at each call
     * @param history for candles
     */
    public MarketOperations(final Supplier<MarketView> market, final HistoryReads history) {
        this.market = market;
        this.history = history;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("GET", "/instruments", Access.MARKET, GROUP, "All instruments, by symbol.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(InstrumentShape.class)
                .does(call -> Answer.ok(Pages.byKey(call, market.get().instruments(), InstrumentShape::symbol)));
        operations
                .on("GET", "/instruments/{symbol}", Access.MARKET, GROUP, "One instrument.")
                .answers(InstrumentShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL)
                .does(call -> Answer.ok(instrument(call)));
        operations
                .on("GET", "/instruments/{symbol}/book", Access.MARKET, GROUP, "The book by price, best first.")
                .takes(new Parameter("depth", "levels a side, 1 to 1,000; default 25", "integer", "25"))
                .answers(BookShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL)
                .does(this::book);
        operations
                .on("GET", "/instruments/{symbol}/phase", Access.MARKET, GROUP, "The trading phase.")
                .answers(PhaseShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL)
                .does(call -> Answer.ok(market.get().phase(instrument(call).symbol())));
        operations
                .on("GET", "/instruments/{symbol}/stats", Access.MARKET, GROUP, "The trading day in numbers.")
                .answers(StatsShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL)
                .does(call -> Answer.ok(market.get().stats(instrument(call).symbol())));
        operations
                .on(
                        "GET",
                        "/instruments/{symbol}/trades",
                        Access.MARKET,
                        GROUP,
                        "The newest 1,000 trades, newest first.")
                .takes(
                        Parameter.LIMIT,
                        Parameter.CURSOR,
                        Parameter.text("after", "trades after this id, oldest first", "77"))
                .lists(PublicTradeShape.class)
                .refuses(Problems.UNKNOWN_SYMBOL)
                .does(this::trades);
        operations
                .on("GET", "/instruments/{symbol}/candles", Access.MARKET, GROUP, "Trading by interval, oldest first.")
                .takes(
                        Parameter.text("interval", "1m 5m 15m 1h 4h 1d", "1m"),
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.LIMIT,
                        Parameter.MIN_EVENT_SEQUENCE)
                .lists(CandleShape.class)
                .refuses(Problems.UNKNOWN_SYMBOL, Problems.STORE_UNAVAILABLE)
                .does(this::candles);
    }

    private Answer candles(final Call call) {
        final String symbol = instrument(call).symbol();
        final Integer seconds = INTERVALS.get(call.query("interval") == null ? "1m" : call.query("interval"));
        if (seconds == null) {
            throw Call.invalid("interval", "not one of 1m 5m 15m 1h 4h 1d");
        }
        final Long from = call.time("from");
        final Long to = call.time("to");
        final int limit = call.limit();
        return history.answer(call, past -> ListShape.of(past.candles(symbol, seconds, from, to, limit)));
    }

    private InstrumentShape instrument(final Call call) {
        final String symbol = call.path("symbol");
        final InstrumentShape instrument = market.get().instrument(symbol);
        if (instrument == null) {
            throw new ProblemException(Problems.UNKNOWN_SYMBOL, "symbol=" + symbol);
        }
        return instrument;
    }

    private Answer book(final Call call) {
        final String symbol = instrument(call).symbol();
        final int depth = (int) call.whole("depth", 1, MAX_DEPTH, DEFAULT_DEPTH);
        final MarketView view = market.get();
        final BookWindow window = view.window(symbol, depth);
        final Scale scale = view.scale(symbol);
        return Answer.ok(new BookShape(
                symbol,
                window.seq(),
                view.phase(symbol).phase(),
                levels(window.bids(), scale),
                levels(window.asks(), scale),
                Times.text(window.timeMicros())));
    }

    private static List<LevelShape> levels(final Levels levels, final Scale scale) {
        final List<LevelShape> shapes = new ArrayList<>(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            shapes.add(new LevelShape(
                    scale.price(levels.ticks()[i]), scale.quantity(levels.lots()[i]), levels.orders()[i]));
        }
        return shapes;
    }

    private Answer trades(final Call call) {
        final List<PublicTradeShape> newest =
                market.get().trades(instrument(call).symbol());
        if (call.query("after") == null) {
            return Answer.ok(Pages.newestFirst(call, newest, trade -> Long.parseLong(trade.id())));
        }
        final long after = call.whole("after", 0, Long.MAX_VALUE, 0);
        final List<PublicTradeShape> later = new ArrayList<>();
        for (int i = newest.size() - 1; i >= 0 && later.size() < call.limit(); i--) {
            if (Long.parseLong(newest.get(i).id()) > after) {
                later.add(newest.get(i));
            }
        }
        return Answer.ok(ListShape.of(later));
    }
}
