package io.vexchange.web.stream;

import io.vexchange.web.market.MarketView;
import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.PublicTradeShape;
import io.vexchange.web.shape.StatsShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The public streams and who watches them. The hub's thread only. */
final class Streams {
    private static final long TICKER_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final MarketView market;
    private final Map<String, Map<Integer, BookStream>> books = new HashMap<>();
    private final Map<String, Set<QueuedSlot>> tradeViewers = new HashMap<>();
    private final Map<String, Set<LatestSlot>> tickers = new LinkedHashMap<>();
    private final Map<String, Long> tickerNextNanos = new HashMap<>();
    private final Map<String, Set<QueuedSlot>> phaseViewers = new HashMap<>();

    Streams(final MarketView market) {
        this.market = market;
    }

    boolean isKnown(final String symbol) {
        return market.instrument(symbol) != null;
    }

    /** @return a slot in the stream of that book, which is made if nobody watches it yet */
    BookSlot book(final Viewer viewer, final String symbol, final int depth, final long nowNanos) {
        final BookStream stream = books.computeIfAbsent(symbol, s -> new HashMap<>())
                .computeIfAbsent(depth, d -> new BookStream(market, symbol, depth, nowNanos));
        final BookSlot slot = new BookSlot(viewer, stream);
        stream.add(slot);
        return slot;
    }

    /** @return a slot of trades, ticker or phases; of all instruments without a symbol */
    Slot market(final Viewer viewer, final Channel channel, final String symbol) {
        final List<String> symbols = symbol != null
                ? List.of(symbol)
                : market.instruments().stream().map(each -> each.symbol()).toList();
        return switch (channel) {
            case TRADES -> fan(tradeViewers, viewer, symbols);
            case PHASES -> {
                symbols.forEach(each -> viewer.enqueue(phase(market.phase(each))));
                yield fan(phaseViewers, viewer, symbols);
            }
            default -> tickers(viewer, symbols);
        };
    }

    private static Slot fan(
            final Map<String, Set<QueuedSlot>> viewers, final Viewer viewer, final List<String> symbols) {
        final QueuedSlot slot = new QueuedSlot(
                viewer, ended -> symbols.forEach(each -> viewers.get(each).remove(ended)));
        symbols.forEach(each ->
                viewers.computeIfAbsent(each, s -> new LinkedHashSet<>()).add(slot));
        return slot;
    }

    private Slot tickers(final Viewer viewer, final List<String> symbols) {
        final List<LatestSlot> slots = new ArrayList<>();
        for (final String each : symbols) {
            final Set<LatestSlot> watching = tickers.computeIfAbsent(each, s -> new LinkedHashSet<>());
            final LatestSlot slot = new LatestSlot(viewer, watching::remove);
            watching.add(slot);
            slot.offer(ticker(market.stats(each)));
            slots.add(slot);
        }
        return new GroupSlot(slots);
    }

    /** @return nanoseconds until a frame of one of the symbol's books may go out, 0 for now */
    long waitNanos(final String symbol, final long nowNanos) {
        long next = Long.MAX_VALUE;
        for (final BookStream stream : books.getOrDefault(symbol, Map.of()).values()) {
            next = Math.min(next, Math.max(0, stream.nextNanos() - nowNanos));
        }
        return next == Long.MAX_VALUE ? 0 : next;
    }

    /** The book of the symbol has changed. */
    void touch(final String symbol) {
        final Map<Integer, BookStream> depths = books.get(symbol);
        if (depths != null) {
            depths.values().removeIf(stream -> !stream.isWatched());
            depths.values().forEach(BookStream::touch);
        }
    }

    void trade(final PublicTradeShape trade) {
        final Set<QueuedSlot> viewers = tradeViewers.get(trade.symbol());
        if (viewers != null && !viewers.isEmpty()) {
            final String frame = Frames.data("trade", "trades", trade.symbol(), trade);
            List.copyOf(viewers).forEach(slot -> slot.enqueue(frame));
        }
    }

    void phase(final String symbol, final PhaseShape phase) {
        final Set<QueuedSlot> viewers = phaseViewers.get(symbol);
        if (viewers != null && !viewers.isEmpty()) {
            final String frame = phase(phase);
            List.copyOf(viewers).forEach(slot -> slot.enqueue(frame));
        }
    }

    /** Sends the ticker of a symbol that has changed, if it is time; returns when it will be, else. */
    long ticker(final String symbol, final long nowNanos) {
        final Set<LatestSlot> slots = tickers.get(symbol);
        if (slots == null || slots.isEmpty()) {
            return 0;
        }
        final long next = tickerNextNanos.getOrDefault(symbol, nowNanos);
        if (nowNanos - next < 0) {
            return next - nowNanos;
        }
        tickerNextNanos.put(symbol, nowNanos + TICKER_NANOS);
        final String frame = ticker(market.stats(symbol));
        List.copyOf(slots).forEach(slot -> slot.offer(frame));
        return 0;
    }

    /**
     * Sends what is due in all books.
     *
     * @return nanoseconds until more is due, {@link Long#MAX_VALUE} for nothing
     */
    long emit(final long nowNanos) {
        long wait = Long.MAX_VALUE;
        for (final Map<Integer, BookStream> depths : books.values()) {
            for (final BookStream stream : List.copyOf(depths.values())) {
                stream.emit(nowNanos);
                if (stream.isDirty()) {
                    wait = Math.min(wait, stream.nextNanos() - nowNanos);
                }
            }
        }
        return wait;
    }

    /** @return subscriptions of a channel */
    int viewers(final Channel channel) {
        return switch (channel) {
            case BOOK ->
                books.values().stream()
                        .flatMap(depths -> depths.values().stream())
                        .mapToInt(BookStream::viewers)
                        .sum();
            case TRADES -> tradeViewers.values().stream().mapToInt(Set::size).sum();
            case PHASES -> phaseViewers.values().stream().mapToInt(Set::size).sum();
            case TICKER -> tickers.values().stream().mapToInt(Set::size).sum();
            default -> 0;
        };
    }

    private static String phase(final PhaseShape phase) {
        return Frames.data("phase", "phases", phase.symbol(), phase);
    }

    private static String ticker(final StatsShape stats) {
        return Frames.data("ticker", "ticker", stats.symbol(), stats);
    }
}
