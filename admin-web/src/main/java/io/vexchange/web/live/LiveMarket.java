package io.vexchange.web.live;

import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.BookDepth;
import io.vexchange.engine.client.BookLevel;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Indicative;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;
import io.vexchange.engine.client.LiveState;
import io.vexchange.engine.client.PublicTrade;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.SelfTradePrevention;
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
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Market data of the live state. Threads: any. */
final class LiveMarket implements MarketView {
    private static final int TRADES = 1_000;
    private static final int BP_DECIMALS = 2;

    private final Directory directory;
    private final LiveState state;
    private final EntryLock lock;
    private final List<MarketListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> phaseReasons = new ConcurrentHashMap<>();

    LiveMarket(final Directory directory, final LiveState state, final EntryLock lock) {
        this.directory = directory;
        this.state = state;
        this.lock = lock;
    }

    @Override
    public List<InstrumentShape> instruments() {
        return directory.instruments().stream()
                .sorted(Comparator.comparing(Instrument::symbol))
                .map(this::shape)
                .toList();
    }

    @Override
    public InstrumentShape instrument(final String symbol) {
        final Instrument instrument = directory.instrument(symbol);
        return instrument == null ? null : shape(instrument);
    }

    private InstrumentShape shape(final Instrument it) {
        final InstrumentStats stats = state.stats(it.id());
        final Asset quote = directory.asset(it.quoteAssetId());
        final long reference = stats == null ? it.referencePriceTicks() : stats.referencePriceTicks();
        return new InstrumentShape(
                it.symbol(),
                directory.asset(it.baseAssetId()).name(),
                quote.name(),
                it.enabled(),
                it.phase().name(),
                it.price(1),
                it.quantity(1),
                it.quantity(it.minimumLots()),
                it.quantity(it.maximumLots()),
                it.maximumNotional() <= 0 || it.maximumNotional() >= InstrumentDesk.NO_MAXIMUM
                        ? null
                        : Decimals.formatMoney(it.maximumNotional(), quote.scale()),
                price(it, reference),
                percent(it.staticCollarBp()),
                percent(it.dynamicCollarBp()),
                percent(it.protectionBp()),
                it.volatilityAuctionSeconds(),
                BigDecimal.valueOf(it.makerFeeRate(), BP_DECIMALS).toPlainString(),
                BigDecimal.valueOf(it.takerFeeRate(), BP_DECIMALS).toPlainString(),
                BigDecimal.valueOf(it.auctionFeeRate(), BP_DECIMALS).toPlainString(),
                SelfTradePrevention.CANCEL_NEWEST.name(),
                Properties.of(it.properties()).path("updatedAt").asText(null));
    }

    private static String percent(final int basisPoints) {
        return basisPoints == 0
                ? null
                : BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    private static String price(final Instrument instrument, final long ticks) {
        return ticks == Decimals.ABSENT || ticks == 0 ? null : instrument.price(ticks);
    }

    private Instrument known(final String symbol) {
        return directory.instrument(symbol);
    }

    @Override
    public Scale scale(final String symbol) {
        final Instrument instrument = known(symbol);
        return new Scale() {
            @Override
            public String price(final long ticks) {
                return instrument.price(ticks);
            }

            @Override
            public String quantity(final long lots) {
                return instrument.quantity(lots);
            }
        };
    }

    @Override
    public BookWindow window(final String symbol, final int depth) {
        final int id = known(symbol).id();
        final BookDepth book = lock.read(() -> state.book(id, depth));
        if (book == null) {
            return new BookWindow(0, Times.nowMicros(), Levels.NONE, Levels.NONE);
        }
        final long timeMicros = book.timeMicros() == 0 ? Times.nowMicros() : book.timeMicros();
        return new BookWindow(book.publicSequence(), timeMicros, levels(book.bids()), levels(book.offers()));
    }

    private static Levels levels(final List<BookLevel> from) {
        final int size = from.size();
        final Levels levels = new Levels(new long[size], new long[size], new int[size]);
        for (int i = 0; i < size; i++) {
            levels.ticks()[i] = from.get(i).priceTicks();
            levels.lots()[i] = from.get(i).lots();
            levels.orders()[i] = from.get(i).orderCount();
        }
        return levels;
    }

    @Override
    public PhaseShape phase(final String symbol) {
        final Instrument instrument = known(symbol);
        final InstrumentStats stats = state.stats(instrument.id());
        final Indicative would = stats.indicative() == null ? Indicative.NONE : stats.indicative();
        return new PhaseShape(
                symbol,
                stats.phase().name(),
                Times.textOrNull(stats.phaseSinceMicros()),
                actor(stats.phaseActorId()),
                phaseReasons.get(instrument.id()),
                Times.textOrNull(stats.phaseUntilMicros()),
                stats.nextPhase() == null ? null : stats.nextPhase().name(),
                stats.nextPhase() == null ? null : Times.textOrNull(stats.phaseUntilMicros()),
                price(instrument, would.priceTicks()),
                would.lots() == 0 ? null : instrument.quantity(would.lots()),
                would.surplusSide() == null ? null : instrument.quantity(would.surplusLots()),
                would.surplusSide() == null ? null : would.surplusSide().name(),
                state.sequence());
    }

    private String actor(final int actorId) {
        if (actorId == 0) {
            return "engine";
        }
        final User user = directory.user(Math.abs(actorId));
        return user == null ? "engine" : user.name();
    }

    /** The reason of a phase is told beside it, by the audit. */
    void phaseReason(final int instrumentId, final String reason) {
        if (reason == null) {
            phaseReasons.remove(instrumentId);
        } else {
            phaseReasons.put(instrumentId, reason);
        }
    }

    @Override
    public StatsShape stats(final String symbol) {
        final Instrument it = known(symbol);
        final InstrumentStats stats = lock.read(() -> state.stats(it.id()));
        final int scale = directory.asset(it.quoteAssetId()).scale();
        final long reference = stats.referencePriceTicks();
        final long close = stats.previousCloseTicks();
        final boolean hasChange = stats.lastPriceTicks() != Decimals.ABSENT && close != Decimals.ABSENT;
        return new StatsShape(
                symbol,
                stats.phase().name(),
                price(it, stats.bidTicks()),
                quantity(it, stats.bidLots()),
                price(it, stats.offerTicks()),
                quantity(it, stats.offerLots()),
                price(it, stats.lastPriceTicks()),
                quantity(it, stats.lastLots()),
                stats.lastTradeId() == 0 ? null : Long.toString(stats.lastTradeId()),
                stats.lastTradeId() == 0 ? null : Times.textOrNull(stats.lastTradeMicros()),
                price(it, stats.openPriceTicks()),
                price(it, stats.highPriceTicks()),
                price(it, stats.lowPriceTicks()),
                price(it, stats.previousCloseTicks()),
                hasChange ? it.price(stats.lastPriceTicks() - close) : null,
                it.quantity(stats.volumeLots()),
                Decimals.formatMoney(stats.volumeValue(), scale),
                stats.tradeCount(),
                price(it, reference),
                collar(it, reference, -1),
                collar(it, reference, 1),
                stats.publicSequence(),
                Times.text(Times.nowMicros()));
    }

    /** The static collar, inward to the tick: what is inside it is taken. */
    private static String collar(final Instrument it, final long referenceTicks, final int sign) {
        if (it.staticCollarBp() == 0 || referenceTicks == Decimals.ABSENT || referenceTicks == 0) {
            return null;
        }
        final BigDecimal bound = BigDecimal.valueOf(referenceTicks)
                .multiply(BigDecimal.valueOf(10_000L + (long) sign * it.staticCollarBp()));
        final long ticks = bound.divide(
                        BigDecimal.valueOf(10_000), 0, sign < 0 ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .longValueExact();
        return it.price(ticks);
    }

    private static String quantity(final Instrument instrument, final long lots) {
        return lots == Decimals.ABSENT ? null : instrument.quantity(lots);
    }

    @Override
    public List<PublicTradeShape> trades(final String symbol) {
        final Instrument instrument = known(symbol);
        return state.trades(instrument.id(), TRADES).stream()
                .map(trade -> shape(instrument, trade))
                .toList();
    }

    static PublicTradeShape shape(final Instrument instrument, final PublicTrade trade) {
        return new PublicTradeShape(
                Long.toString(trade.tradeId()),
                instrument.symbol(),
                instrument.price(trade.priceTicks()),
                instrument.quantity(trade.lots()),
                trade.aggressorSide() == null ? null : trade.aggressorSide().name(),
                OrderShapes.TRADE_STATUS[trade.status()],
                trade.publicSequence(),
                Times.text(trade.timeMicros()));
    }

    @Override
    public void listen(final MarketListener listener) {
        listeners.add(listener);
    }

    List<MarketListener> listeners() {
        return listeners;
    }
}
