package io.vexchange.engine.client;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.protocol.BalanceChangedDecoder;
import io.vexchange.engine.protocol.BookUpdateDecoder;
import io.vexchange.engine.protocol.CancelAfterSetDecoder;
import io.vexchange.engine.protocol.DayRolledDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.ImageBeginDecoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.IndicativeDecoder;
import io.vexchange.engine.protocol.InstrumentDefinedDecoder;
import io.vexchange.engine.protocol.InstrumentStateDecoder;
import io.vexchange.engine.protocol.KillSwitchChangedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.ReferencePriceSetDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;

/**
 * What the venue is like now: books, open orders, newest prints, balances, phases, kill switches, statistics. Fed with every item of a
 * client that asked for an image, by {@link #onItem} on the client's thread and after the {@link Directory} has seen the item.
 *
 * <p>All other methods may be called from any thread. Each is atomic: it shows the state between two items. {@link #read} makes several
 * of them one. Readers hold a lock that the client's thread waits for, so they should not compute inside {@link #read}. The client's
 * thread itself always sees the state right after the item it has just given. An image replaces everything at its end, until which the
 * state before it is shown; events that are older than the last image are skipped. Prints are not part of an image: those seen before
 * stay.
 */
public final class LiveState {
    private static final int FLAG_DUPLICATE = 32;
    private static final char REJECTED = '8';
    private static final int FIRST_EVENT = ExecutionReportDecoder.TEMPLATE_ID;
    private static final int LAST_EVENT = CancelAfterSetDecoder.TEMPLATE_ID;

    private static final class Content {
        final TreeMap<Integer, LiveInstrument> instruments = new TreeMap<>();
        final LiveOrders orders = new LiveOrders();
        final TreeMap<Integer, TreeMap<Integer, Balance>> balances = new TreeMap<>();
        final TreeMap<Long, KillSwitch> killSwitches = new TreeMap<>();
        long sequence;
        long timeMicros;
        int tradeDay;

        LiveInstrument instrument(final int id) {
            return instruments.computeIfAbsent(id, LiveInstrument::new);
        }
    }

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ImageBeginDecoder imageBegin = new ImageBeginDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BookUpdateDecoder bookUpdate = new BookUpdateDecoder();
    private final PhaseChangedDecoder phaseChanged = new PhaseChangedDecoder();
    private final BalanceChangedDecoder balanceChanged = new BalanceChangedDecoder();
    private final DayRolledDecoder dayRolled = new DayRolledDecoder();
    private final InstrumentDefinedDecoder instrumentDefined = new InstrumentDefinedDecoder();
    private final InstrumentStateDecoder instrumentState = new InstrumentStateDecoder();
    private final KillSwitchChangedDecoder killSwitchChanged = new KillSwitchChangedDecoder();
    private final IndicativeDecoder indicative = new IndicativeDecoder();
    private final ReferencePriceSetDecoder referencePriceSet = new ReferencePriceSetDecoder();

    private final Directory directory;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Content content = new Content();
    private Content image;
    private long imageSequence;
    private boolean isReady;

    /** @param directory fed before this */
    public LiveState(final Directory directory) {
        this.directory = directory;
    }

    /**
     * Takes one item; others than those it needs are passed over.
     *
     * @param templateId of the SBE message
     * @param buffer holds it
     * @param offset of the SBE header
     * @param length bytes, header included
     */
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        lock.writeLock().lock();
        try {
            if (templateId == ImageBeginDecoder.TEMPLATE_ID) {
                beginImage(buffer, offset);
            } else if (templateId == ImageEndDecoder.TEMPLATE_ID) {
                endImage();
            } else if (image != null) {
                apply(image, templateId, buffer, offset, length);
            } else if (templateId >= FIRST_EVENT && templateId <= LAST_EVENT) {
                final long sequence =
                        buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
                if (sequence > imageSequence) {
                    apply(content, templateId, buffer, offset, length);
                    content.sequence = sequence;
                    content.timeMicros = buffer.getLong(
                            offset + MessageHeaderDecoder.ENCODED_LENGTH + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void beginImage(final DirectBuffer buffer, final int offset) {
        imageBegin.wrapAndApplyHeader(buffer, offset, header);
        image = new Content();
        image.sequence = imageBegin.sequence();
        image.timeMicros = imageBegin.timeMicros();
        image.tradeDay = imageBegin.tradeDay();
    }

    private void endImage() {
        for (final LiveInstrument before : content.instruments.values()) {
            final LiveInstrument same = image.instruments.get(before.id);
            if (same != null) {
                same.takeTrades(before);
            }
        }
        content = image;
        imageSequence = image.sequence;
        image = null;
        isReady = true;
    }

    private void apply(
            final Content to, final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        switch (templateId) {
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(to, buffer, offset, length);
            case TradeDecoder.TEMPLATE_ID -> onTrade(to, buffer, offset);
            case BookUpdateDecoder.TEMPLATE_ID -> onBook(to, buffer, offset);
            case PhaseChangedDecoder.TEMPLATE_ID -> {
                phaseChanged.wrapAndApplyHeader(buffer, offset, header);
                to.instrument(phaseChanged.instrumentId()).onPhase(phaseChanged);
            }
            case BalanceChangedDecoder.TEMPLATE_ID -> {
                final BalanceChangedDecoder it = balanceChanged.wrapAndApplyHeader(buffer, offset, header);
                setBalance(to, it.accountId(), it.assetId(), it.total(), it.held());
            }
            case DayRolledDecoder.TEMPLATE_ID -> {
                to.tradeDay =
                        dayRolled.wrapAndApplyHeader(buffer, offset, header).tradeDay();
                to.instruments.values().forEach(LiveInstrument::onDayRolled);
            }
            case InstrumentDefinedDecoder.TEMPLATE_ID -> {
                instrumentDefined.wrapAndApplyHeader(buffer, offset, header);
                to.instrument(instrumentDefined.instrumentId()).onDefined(instrumentDefined);
            }
            case InstrumentStateDecoder.TEMPLATE_ID -> {
                instrumentState.wrapAndApplyHeader(buffer, offset, header);
                to.instrument(instrumentState.instrumentId()).onState(instrumentState);
            }
            case KillSwitchChangedDecoder.TEMPLATE_ID -> onKillSwitch(to, buffer, offset);
            case IndicativeDecoder.TEMPLATE_ID -> {
                indicative.wrapAndApplyHeader(buffer, offset, header);
                to.instrument(indicative.instrumentId()).onIndicative(indicative);
            }
            case ReferencePriceSetDecoder.TEMPLATE_ID -> {
                referencePriceSet.wrapAndApplyHeader(buffer, offset, header);
                to.instrument(referencePriceSet.instrumentId()).onReferencePrice(referencePriceSet);
            }
            default -> {
                // of the directory, or of no state
            }
        }
    }

    private void onReport(final Content to, final DirectBuffer buffer, final int offset, final int length) {
        final ExecutionReportDecoder it = report.wrapAndApplyHeader(buffer, offset, header);
        final boolean isRecord = it.sequence() == 0;
        if (!isRecord) {
            to.tradeDay = Math.max(to.tradeDay, it.tradeDay());
            final LiveInstrument instrument = to.instrument(it.instrumentId());
            setBalance(to, it.accountId(), instrument.baseAssetId, it.baseTotal(), it.baseHeld());
            setBalance(to, it.accountId(), instrument.quoteAssetId, it.quoteTotal(), it.quoteHeld());
        }
        if (it.execType() == REJECTED || (it.flags() & FLAG_DUPLICATE) != 0) {
            return;
        }
        if (it.leavesLots() > 0 && (it.orderStatus() == '0' || it.orderStatus() == '1')) {
            to.orders.put(it, buffer, offset, length);
        } else {
            to.orders.remove(it.orderId());
        }
    }

    private void onTrade(final Content to, final DirectBuffer buffer, final int offset) {
        final TradeDecoder it = trade.wrapAndApplyHeader(buffer, offset, header);
        final LiveInstrument instrument = to.instrument(it.instrumentId());
        instrument.onTrade(it, to.tradeDay);
        final Account fees = directory.account(Directory.FEES_ACCOUNT);
        if (fees != null) {
            setBalance(to, fees.id(), instrument.quoteAssetId, it.feesTotal(), 0);
        }
    }

    private void onBook(final Content to, final DirectBuffer buffer, final int offset) {
        final BookUpdateDecoder it = bookUpdate.wrapAndApplyHeader(buffer, offset, header);
        to.instrument(it.instrumentId()).onBook(it);
        if (it.action() <= 1) {
            to.orders.onShown(it.orderId(), it.entryId(), it.priceTicks(), it.displayedLots());
        } else {
            to.orders.onHidden(it.orderId(), it.entryId());
        }
    }

    private void onKillSwitch(final Content to, final DirectBuffer buffer, final int offset) {
        final KillSwitchChangedDecoder it = killSwitchChanged.wrapAndApplyHeader(buffer, offset, header);
        to.killSwitches.put(
                it.killSwitchId(),
                new KillSwitch(
                        it.killSwitchId(),
                        KillScope.of(it.scope()),
                        it.targetId(),
                        it.engaged() != 0,
                        it.canceledOrders(),
                        it.engagedById(),
                        it.engagedMicros(),
                        it.releasedById(),
                        it.releasedMicros(),
                        VarText.text(it.reasonLength(), it::getReason),
                        VarText.text(it.releaseReasonLength(), it::getReleaseReason)));
    }

    /** An asset the account never had makes no row. */
    private static void setBalance(
            final Content to, final int accountId, final int assetId, final long total, final long held) {
        if (accountId == 0 || assetId == 0) {
            return;
        }
        final TreeMap<Integer, Balance> ofAccount = to.balances.computeIfAbsent(accountId, id -> new TreeMap<>());
        if (total != 0 || held != 0 || ofAccount.containsKey(assetId)) {
            ofAccount.put(assetId, new Balance(accountId, assetId, total, held));
        }
    }

    /**
     * Several reads as one: nothing changes in between.
     *
     * @param reads calls methods of this object
     * @param <T> what they give
     * @return what they gave
     */
    public <T> T read(final Supplier<T> reads) {
        lock.readLock().lock();
        try {
            return reads.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** @return true once an image has come whole */
    public boolean isReady() {
        return read(() -> isReady);
    }

    /** @return the newest event it shows */
    public long sequence() {
        return read(() -> content.sequence);
    }

    /** @return engine time of the newest event, microseconds since the epoch */
    public long timeMicros() {
        return read(() -> content.timeMicros);
    }

    /** @return the present trading day as yyyymmdd */
    public int tradeDay() {
        return read(() -> content.tradeDay);
    }

    /**
     * @param instrumentId which book
     * @param depth levels a side at most
     * @return its best levels, or null when the instrument is unknown
     */
    public BookDepth book(final int instrumentId, final int depth) {
        return read(() -> {
            final LiveInstrument instrument = content.instruments.get(instrumentId);
            return instrument == null ? null : instrument.book(depth);
        });
    }

    /**
     * @param instrumentId which book
     * @param side which side
     * @param depth levels at most
     * @return displayed orders of the best levels in priority order
     */
    public List<BookEntry> entries(final int instrumentId, final Side side, final int depth) {
        return read(() -> {
            final LiveInstrument instrument = content.instruments.get(instrumentId);
            return instrument == null ? List.of() : instrument.side(side).entries(depth);
        });
    }

    /**
     * @param instrumentId which book
     * @param side which side
     * @param priceTicks which price
     * @return the level there, or null when nothing is displayed at that price
     */
    public BookLevel level(final int instrumentId, final Side side, final long priceTicks) {
        return read(() -> {
            final LiveInstrument instrument = content.instruments.get(instrumentId);
            return instrument == null ? null : instrument.side(side).level(priceTicks);
        });
    }

    /**
     * @param instrumentId which
     * @return its state and statistics, or null when it is unknown
     */
    public InstrumentStats stats(final int instrumentId) {
        return read(() -> {
            final LiveInstrument instrument = content.instruments.get(instrumentId);
            return instrument == null ? null : instrument.stats();
        });
    }

    /**
     * @param instrumentId which
     * @param limit at most; never more than 1,000
     * @return prints, newest first
     */
    public List<PublicTrade> trades(final int instrumentId, final int limit) {
        return read(() -> {
            final LiveInstrument instrument = content.instruments.get(instrumentId);
            return instrument == null ? List.of() : instrument.trades(limit);
        });
    }

    /**
     * @param instrumentId which
     * @param tradeId of a print
     * @param absent told when the print is not among the newest
     * @return when it was made, microseconds since the epoch
     */
    public long executedMicros(final int instrumentId, final long tradeId, final long absent) {
        return read(() -> {
            final LiveInstrument instrument = content.instruments.get(instrumentId);
            return instrument == null ? absent : instrument.executedMicros(tradeId, absent);
        });
    }

    /**
     * @param instrumentId which
     * @param tradeId prints after this one
     * @param limit at most
     * @return prints, oldest first
     */
    public List<PublicTrade> tradesAfter(final int instrumentId, final long tradeId, final int limit) {
        return read(() -> {
            final LiveInstrument instrument = content.instruments.get(instrumentId);
            return instrument == null ? List.of() : instrument.tradesAfter(tradeId, limit);
        });
    }

    /**
     * @param orderId which order
     * @return it as it stands, or null when it is not open
     */
    public OrderReport order(final long orderId) {
        final LiveOrders.Stored stored = read(() -> content.orders.get(orderId));
        return stored == null ? null : stored.decode();
    }

    /**
     * @param accountId whose orders
     * @return open orders by ascending id
     */
    public List<OrderReport> orders(final int accountId) {
        return decode(read(() -> content.orders.ofAccount(accountId)));
    }

    /** @return every open order by ascending id */
    public List<OrderReport> orders() {
        return decode(read(() -> content.orders.all()));
    }

    /** @return how many orders are open */
    public int orderCount() {
        return read(() -> content.orders.size());
    }

    private static List<OrderReport> decode(final List<LiveOrders.Stored> stored) {
        final List<OrderReport> result = new ArrayList<>(stored.size());
        for (final LiveOrders.Stored each : stored) {
            result.add(each.decode());
        }
        return result;
    }

    /**
     * @param accountId whose
     * @param assetId of what
     * @return the balance; zero when it never had any
     */
    public Balance balance(final int accountId, final int assetId) {
        return read(() -> {
            final TreeMap<Integer, Balance> ofAccount = content.balances.get(accountId);
            final Balance balance = ofAccount == null ? null : ofAccount.get(assetId);
            return balance == null ? new Balance(accountId, assetId, 0, 0) : balance;
        });
    }

    /**
     * @param accountId whose
     * @return one row for each asset it ever had, by ascending asset id
     */
    public List<Balance> balances(final int accountId) {
        return read(() -> {
            final TreeMap<Integer, Balance> ofAccount = content.balances.get(accountId);
            return ofAccount == null ? List.of() : List.copyOf(ofAccount.values());
        });
    }

    /** @return all kill switches, engaged or released, by ascending id */
    public List<KillSwitch> killSwitches() {
        return read(() -> List.copyOf(content.killSwitches.values()));
    }
}
