package io.vexchange.web;

import io.vexchange.web.json.Times;
import io.vexchange.web.market.BookWindow;
import io.vexchange.web.market.Levels;
import io.vexchange.web.market.MarketListener;
import io.vexchange.web.market.MarketView;
import io.vexchange.web.market.Scale;
import io.vexchange.web.shape.InstrumentShape;
import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.PublicTradeShape;
import io.vexchange.web.shape.StatsShape;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A market that does what a test says. */
public final class ScriptedMarket implements MarketView {
    /** Engine time of everything in it: 2026-11-22T09:30:00.123456Z and one millisecond more at each change. */
    private static final long BEGIN_MICROS = 1_795_339_800_123_456L;

    private final NavigableMap<String, State> states = new TreeMap<>();
    private MarketListener listener;

    private static final class State {
        final int lotDecimals;
        final NavigableMap<Long, long[]> bids = new TreeMap<>(Comparator.reverseOrder());
        final NavigableMap<Long, long[]> asks = new TreeMap<>();
        final Deque<PublicTradeShape> trades = new ArrayDeque<>();
        String phase = "CONTINUOUS";
        long seq = 1;
        long timeMicros = BEGIN_MICROS;
        long high;
        long low;
        long volumeLots;

        State(final int lotDecimals) {
            this.lotDecimals = lotDecimals;
        }
    }

    /** The three instruments of the demo, empty books. */
    public ScriptedMarket() {
        Map.of("ACME", 0, "BTC-USD", 4, "ETH-USD", 3)
                .forEach((symbol, decimals) -> states.put(symbol, new State(decimals)));
    }

    /** Sets a level; 0 lots take it away. One command. */
    public synchronized void level(final String symbol, final boolean isBid, final long ticks, final long lots) {
        final State state = states.get(symbol);
        final NavigableMap<Long, long[]> side = isBid ? state.bids : state.asks;
        if (lots == 0) {
            side.remove(ticks);
        } else {
            side.put(ticks, new long[] {lots, 1 + lots % 4});
        }
        state.seq++;
        state.timeMicros += 1_000;
        tell(symbol);
    }

    private void tell(final String symbol) {
        if (listener != null) {
            listener.onBook(symbol);
        }
    }

    /** A trade. */
    public synchronized PublicTradeShape trade(
            final String symbol, final String side, final long ticks, final long lots) {
        final State state = states.get(symbol);
        state.seq++;
        state.timeMicros += 1_000;
        state.high = state.high == 0 ? ticks : Math.max(state.high, ticks);
        state.low = state.low == 0 ? ticks : Math.min(state.low, ticks);
        state.volumeLots += lots;
        final Scale scale = scale(symbol);
        final PublicTradeShape trade = new PublicTradeShape(
                Long.toString(state.trades.size() + 1L),
                symbol,
                scale.price(ticks),
                scale.quantity(lots),
                side,
                "EXECUTED",
                state.seq,
                Times.text(state.timeMicros));
        state.trades.addFirst(trade);
        if (listener != null) {
            listener.onTrade(trade);
            listener.onBook(symbol);
        }
        return trade;
    }

    /** Another phase. */
    public synchronized void phase(final String symbol, final String phase) {
        states.get(symbol).phase = phase;
        if (listener != null) {
            listener.onPhase(phase(symbol));
        }
    }

    @Override
    public List<InstrumentShape> instruments() {
        final List<InstrumentShape> all = new ArrayList<>();
        states.keySet().forEach(symbol -> all.add(instrument(symbol)));
        return all;
    }

    @Override
    public InstrumentShape instrument(final String symbol) {
        final State state = states.get(symbol);
        if (state == null) {
            return null;
        }
        final String base = symbol.replace("-USD", "");
        return new InstrumentShape(
                symbol,
                base,
                "USD",
                true,
                state.phase,
                "0.01",
                scale(symbol).quantity(1),
                scale(symbol).quantity(1),
                "1000000",
                "100000000.000000",
                "100.00",
                "10",
                null,
                "3",
                30,
                "0.00",
                "1.00",
                "0.00",
                "CANCEL_NEWEST",
                null);
    }

    @Override
    public Scale scale(final String symbol) {
        final int decimals = states.get(symbol).lotDecimals;
        return new Scale() {
            @Override
            public String price(final long ticks) {
                return BigDecimal.valueOf(ticks, 2).toPlainString();
            }

            @Override
            public String quantity(final long lots) {
                return BigDecimal.valueOf(lots, decimals).toPlainString();
            }
        };
    }

    @Override
    public synchronized BookWindow window(final String symbol, final int depth) {
        final State state = states.get(symbol);
        return new BookWindow(state.seq, state.timeMicros, levels(state.bids, depth), levels(state.asks, depth));
    }

    private static Levels levels(final NavigableMap<Long, long[]> side, final int depth) {
        final int size = Math.min(depth, side.size());
        final Levels levels = new Levels(new long[size], new long[size], new int[size]);
        int i = 0;
        for (final Map.Entry<Long, long[]> each : side.entrySet()) {
            if (i == size) {
                break;
            }
            levels.ticks()[i] = each.getKey();
            levels.lots()[i] = each.getValue()[0];
            levels.orders()[i++] = (int) each.getValue()[1];
        }
        return levels;
    }

    @Override
    public synchronized PhaseShape phase(final String symbol) {
        final State state = states.get(symbol);
        return new PhaseShape(
                symbol,
                state.phase,
                Times.text(state.timeMicros),
                "engine",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                state.seq);
    }

    @Override
    public synchronized StatsShape stats(final String symbol) {
        final State state = states.get(symbol);
        final Scale scale = scale(symbol);
        final PublicTradeShape last = state.trades.peekFirst();
        final String close =
                state.trades.isEmpty() ? null : state.trades.peekLast().price();
        return new StatsShape(
                symbol,
                state.phase,
                state.bids.isEmpty() ? null : scale.price(state.bids.firstKey()),
                null,
                state.asks.isEmpty() ? null : scale.price(state.asks.firstKey()),
                null,
                last == null ? null : last.price(),
                last == null ? null : last.quantity(),
                last == null ? null : last.id(),
                last == null ? null : last.executedAt(),
                close,
                state.high == 0 ? null : scale.price(state.high),
                state.low == 0 ? null : scale.price(state.low),
                close,
                last == null
                        ? null
                        : new BigDecimal(last.price())
                                .subtract(new BigDecimal(close))
                                .toPlainString(),
                scale.quantity(state.volumeLots),
                "0.000000",
                state.trades.size(),
                "100.00",
                scale.price(
                        last == null
                                ? 9000
                                : new BigDecimal(last.price()).movePointRight(2).longValue() * 9 / 10),
                scale.price(
                        last == null
                                ? 11000
                                : new BigDecimal(last.price()).movePointRight(2).longValue() * 11 / 10),
                state.seq,
                Times.text(state.timeMicros));
    }

    @Override
    public synchronized List<PublicTradeShape> trades(final String symbol) {
        return List.copyOf(states.get(symbol).trades);
    }

    @Override
    public synchronized void listen(final MarketListener to) {
        listener = to;
    }
}
