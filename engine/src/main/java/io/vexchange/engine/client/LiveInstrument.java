package io.vexchange.engine.client;

import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.protocol.BookUpdateDecoder;
import io.vexchange.engine.protocol.IndicativeDecoder;
import io.vexchange.engine.protocol.InstrumentDefinedDecoder;
import io.vexchange.engine.protocol.InstrumentStateDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.ReferencePriceSetDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Book, newest prints, phase and statistics of one instrument. */
final class LiveInstrument {
    private static final int MAX_TRADES = 1_000;
    private static final int ADDED = 0;
    private static final int CHANGED = 1;
    private static final int EXECUTED = 0;
    private static final int BUSTED = 2;

    final int id;
    int baseAssetId;
    int quoteAssetId;
    private final LiveBook bids = new LiveBook(Side.BUY);
    private final LiveBook offers = new LiveBook(Side.SELL);
    private final ArrayDeque<PublicTrade> trades = new ArrayDeque<>();
    private Phase phase;
    private long phaseSinceMicros;
    private long phaseUntilMicros = Decimals.ABSENT;
    private int phaseActorId;
    private Phase nextPhase;
    private long publicSequence;
    private long publicMicros;
    private long referencePriceTicks;
    private long lastPriceTicks = Decimals.ABSENT;
    private long lastLots = Decimals.ABSENT;
    private long lastTradeId;
    private long lastTradeMicros;
    private long openPriceTicks = Decimals.ABSENT;
    private long highPriceTicks = Decimals.ABSENT;
    private long lowPriceTicks = Decimals.ABSENT;
    private long previousCloseTicks = Decimals.ABSENT;
    private long volumeLots;
    private long volumeValue;
    private int tradeCount;
    private Indicative indicative = Indicative.NONE;

    LiveInstrument(final int id) {
        this.id = id;
    }

    void onDefined(final InstrumentDefinedDecoder it) {
        baseAssetId = it.baseAssetId();
        quoteAssetId = it.quoteAssetId();
        referencePriceTicks = it.referencePriceTicks();
        final Phase defined = Phase.of(it.phase());
        if (phase != defined) {
            phase = defined;
            phaseSinceMicros = it.timeMicros();
        }
    }

    void onState(final InstrumentStateDecoder it) {
        phase = Phase.of(it.phase());
        phaseSinceMicros = it.phaseSinceMicros();
        phaseUntilMicros = it.phaseUntilMicros();
        phaseActorId = it.phaseActorId();
        publicSequence = it.publicSequence();
        referencePriceTicks = it.referencePriceTicks();
        lastPriceTicks = it.lastPriceTicks();
        lastLots = it.lastLots();
        lastTradeId = it.lastTradeId();
        lastTradeMicros = it.lastTradeMicros();
        openPriceTicks = it.openPriceTicks();
        highPriceTicks = it.highPriceTicks();
        lowPriceTicks = it.lowPriceTicks();
        previousCloseTicks = it.previousCloseTicks();
        volumeLots = it.volumeLots();
        volumeValue = it.volumeValue();
        tradeCount = it.tradeCount();
        nextPhase = Phase.of(it.nextPhase());
        indicative = new Indicative(
                it.indicativePriceTicks(), it.indicativeLots(), it.surplusLots(), Side.of(it.surplusSide()));
    }

    void onIndicative(final IndicativeDecoder it) {
        indicative = new Indicative(it.priceTicks(), it.lots(), it.surplusLots(), Side.of(it.surplusSide()));
        publicSequence = it.publicSequence();
        publicMicros = it.timeMicros();
    }

    void onReferencePrice(final ReferencePriceSetDecoder it) {
        referencePriceTicks = it.priceTicks();
    }

    void onPhase(final PhaseChangedDecoder it) {
        final Phase told = Phase.of(it.phase());
        if (phase != told) {
            phase = told;
            phaseSinceMicros = it.timeMicros();
        }
        indicative = Indicative.NONE;
        phaseUntilMicros = it.untilMicros();
        phaseActorId = it.actorId();
        nextPhase = Phase.of(it.nextPhase());
    }

    void onBook(final BookUpdateDecoder it) {
        final LiveBook book = side(Side.of(it.side()));
        switch (it.action()) {
            case ADDED -> book.add(it.entryId(), it.orderId(), it.priceTicks(), it.displayedLots());
            case CHANGED -> book.change(it.entryId(), it.displayedLots());
            default -> book.remove(it.entryId());
        }
        if (it.sequence() != 0) {
            publicSequence = it.publicSequence();
            publicMicros = it.timeMicros();
        }
    }

    /** @param today the present trading day: what happens to a trade of another one leaves today's statistics alone */
    void onTrade(final TradeDecoder it, final int today) {
        final PublicTrade trade = new PublicTrade(
                it.tradeId(),
                id,
                it.priceTicks(),
                it.lots(),
                it.value(),
                Side.of(it.aggressorSide()),
                it.status(),
                it.publicSequence(),
                it.sequence(),
                it.timeMicros());
        publicSequence = it.publicSequence();
        publicMicros = it.timeMicros();
        if (it.status() != EXECUTED) {
            restate(trade);
            if (it.tradeDay() == today) {
                recount(it);
            }
            return;
        }
        trades.addFirst(trade);
        if (trades.size() > MAX_TRADES) {
            trades.removeLast();
        }
        lastPriceTicks = trade.priceTicks();
        referencePriceTicks = trade.priceTicks();
        lastLots = trade.lots();
        lastTradeId = trade.tradeId();
        lastTradeMicros = trade.timeMicros();
        if (openPriceTicks == Decimals.ABSENT) {
            openPriceTicks = trade.priceTicks();
            highPriceTicks = trade.priceTicks();
            lowPriceTicks = trade.priceTicks();
        }
        highPriceTicks = Math.max(highPriceTicks, trade.priceTicks());
        lowPriceTicks = Math.min(lowPriceTicks, trade.priceTicks());
        volumeLots += trade.lots();
        volumeValue += trade.value();
        tradeCount++;
    }

    /** Volume follows a bust or correction; open, high, low and last price are not undone. */
    private void recount(final TradeDecoder it) {
        volumeLots -= it.reversedLots();
        volumeValue -= it.reversedValue();
        if (it.status() == BUSTED) {
            tradeCount--;
        } else {
            volumeLots += it.lots();
            volumeValue += it.value();
        }
    }

    /** A correction or bust takes the print's place; when it was made stays. */
    private void restate(final PublicTrade trade) {
        final List<PublicTrade> all = new ArrayList<>(trades);
        all.replaceAll(each -> each.tradeId() == trade.tradeId() ? trade.at(each.timeMicros()) : each);
        trades.clear();
        trades.addAll(all);
    }

    void onDayRolled() {
        if (tradeCount > 0) {
            previousCloseTicks = lastPriceTicks;
        }
        openPriceTicks = Decimals.ABSENT;
        highPriceTicks = Decimals.ABSENT;
        lowPriceTicks = Decimals.ABSENT;
        volumeLots = 0;
        volumeValue = 0;
        tradeCount = 0;
    }

    /** Prints are not in an image, so those that are known stay. */
    void takeTrades(final LiveInstrument before) {
        trades.addAll(before.trades);
        publicMicros = before.publicMicros;
    }

    LiveBook side(final Side side) {
        return side == Side.BUY ? bids : offers;
    }

    BookDepth book(final int depth) {
        return new BookDepth(id, publicSequence, publicMicros, bids.levels(depth), offers.levels(depth));
    }

    long executedMicros(final long tradeId, final long absent) {
        for (final PublicTrade each : trades) {
            if (each.tradeId() == tradeId) {
                return each.timeMicros();
            }
        }
        return absent;
    }

    List<PublicTrade> trades(final int limit) {
        final List<PublicTrade> result = new ArrayList<>(Math.min(limit, trades.size()));
        for (final Iterator<PublicTrade> i = trades.iterator(); i.hasNext() && result.size() < limit; ) {
            result.add(i.next());
        }
        return result;
    }

    List<PublicTrade> tradesAfter(final long tradeId, final int limit) {
        final List<PublicTrade> result = new ArrayList<>();
        for (final Iterator<PublicTrade> i = trades.descendingIterator(); i.hasNext() && result.size() < limit; ) {
            final PublicTrade trade = i.next();
            if (trade.tradeId() > tradeId) {
                result.add(trade);
            }
        }
        return result;
    }

    InstrumentStats stats() {
        final BookLevel bid = bids.best();
        final BookLevel offer = offers.best();
        return new InstrumentStats(
                id,
                phase,
                phaseSinceMicros,
                phaseUntilMicros,
                phaseActorId,
                nextPhase,
                publicSequence,
                referencePriceTicks,
                bid == null ? Decimals.ABSENT : bid.priceTicks(),
                bid == null ? Decimals.ABSENT : bid.lots(),
                offer == null ? Decimals.ABSENT : offer.priceTicks(),
                offer == null ? Decimals.ABSENT : offer.lots(),
                lastPriceTicks,
                lastLots,
                lastTradeId,
                lastTradeMicros,
                openPriceTicks,
                highPriceTicks,
                lowPriceTicks,
                previousCloseTicks,
                volumeLots,
                volumeValue,
                tradeCount,
                indicative);
    }
}
