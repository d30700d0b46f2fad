package io.vexchange.web.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.LiveState;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.AuditRecordedDecoder;
import io.vexchange.engine.protocol.BalanceChangedDecoder;
import io.vexchange.engine.protocol.BookUpdateDecoder;
import io.vexchange.engine.protocol.CancelAfterSetDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.ImageBeginDecoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.IndicativeDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.SessionActCompletedDecoder;
import io.vexchange.engine.protocol.TokenDefinedDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.engine.protocol.UserDefinedDecoder;
import io.vexchange.web.WebParts;
import io.vexchange.web.history.History;
import io.vexchange.web.history.HistoryUnavailableException;
import io.vexchange.web.history.TradedBefore;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.json.Times;
import io.vexchange.web.market.MarketListener;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.shape.PublicTradeShape;
import io.vexchange.web.venue.ClusterView;
import io.vexchange.web.venue.FixSessions;
import io.vexchange.web.watch.WatchSources;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the engine for the web server: give it as the listener of a client that takes an image and events (durable name
 * {@code web-1}). Its state is told to readers entry by entry.
 */
public final class LiveVenue implements EngineListener {
    private static final int FIRST_EVENT = ExecutionReportDecoder.TEMPLATE_ID;
    private static final int LAST_EVENT = CancelAfterSetDecoder.TEMPLATE_ID;
    private static final int FLAG_DUPLICATE = 32;
    private static final long LOOK_MILLIS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(LiveVenue.class);

    private final Directory directory = new Directory();
    private final LiveState state = new LiveState(directory);
    private final EntryLock lock = new EntryLock();
    private final LiveMarket market = new LiveMarket(directory, state, lock);
    private final LiveCredentials credentials = new LiveCredentials(directory, Times::nowMicros);
    private final OrderShapes shapes = new OrderShapes(directory);
    private final RecentExecutions recent = new RecentExecutions();
    private final EventCounts counts = new EventCounts();
    private final LivePositions positions = new LivePositions(directory);
    private final SessionActs sessionActs = new SessionActs();
    private final List<AccountListener> accountListeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BookUpdateDecoder bookUpdate = new BookUpdateDecoder();
    private final PhaseChangedDecoder phaseChanged = new PhaseChangedDecoder();
    private final BalanceChangedDecoder balanceChanged = new BalanceChangedDecoder();
    private final AuditRecordedDecoder auditRecorded = new AuditRecordedDecoder();
    private final SessionActCompletedDecoder actCompleted = new SessionActCompletedDecoder();
    private final IndicativeDecoder indicative = new IndicativeDecoder();

    // what the present entry has changed; the client's thread only
    private final Set<Integer> books = new LinkedHashSet<>();
    private final Set<Integer> phases = new LinkedHashSet<>();
    private final Set<Integer> balances = new LinkedHashSet<>();
    private final List<PublicTradeShape> trades = new ArrayList<>();
    private final List<RecentExecutions.Report> reports = new ArrayList<>();
    private final Map<Long, SessionActs.Completion> completions = new LinkedHashMap<>();
    private boolean credentialsChanged;
    private boolean inImage;
    private long seen = -1;
    private volatile long beganAfter = Long.MAX_VALUE;
    private volatile History history;
    private volatile Executor executor;

    /**
     * Waits for the first image.
     *
     * @param timeout how long
     * @param unit of it
     * @return false when it has not come
     * @throws InterruptedException when interrupted
     */
    public boolean awaitReady(final long timeout, final TimeUnit unit) throws InterruptedException {
        return ready.await(timeout, unit);
    }

    @Override
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        if (templateId == ImageBeginDecoder.TEMPLATE_ID) {
            inImage = true;
        }
        final boolean isEvent = !inImage && templateId >= FIRST_EVENT && templateId <= LAST_EVENT;
        if (isEvent && sequence(buffer, offset) > 0) {
            lock.enter();
        }
        directory.onItem(templateId, buffer, offset, length);
        state.onItem(templateId, buffer, offset, length);
        if (templateId == AppliedDecoder.TEMPLATE_ID) {
            seen = Math.max(seen, state.sequence());
            endEntry();
        } else if (templateId == ImageEndDecoder.TEMPLATE_ID) {
            endImage();
        } else if (isEvent && sequence(buffer, offset) > 0) {
            note(templateId, buffer, offset, length);
        }
    }

    @Override
    public void onDisconnected() {
        endEntry();
    }

    private static long sequence(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
    }

    private void note(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        switch (templateId) {
            case ExecutionReportDecoder.TEMPLATE_ID -> {
                report.wrapAndApplyHeader(buffer, offset, header);
                reports.add(
                        recent.add(report.sequence(), report.orderId(), report.accountId(), buffer, offset, length));
                balances.add(report.accountId());
                counts.report(report);
            }
            case BookUpdateDecoder.TEMPLATE_ID ->
                books.add(bookUpdate.wrapAndApplyHeader(buffer, offset, header).instrumentId());
            case TradeDecoder.TEMPLATE_ID -> {
                positions.onTrade(trade.wrapAndApplyHeader(buffer, offset, header));
                trades.add(trade(trade.wrapAndApplyHeader(buffer, offset, header)));
                counts.trade(trade.status());
            }
            case PhaseChangedDecoder.TEMPLATE_ID -> {
                phaseChanged.wrapAndApplyHeader(buffer, offset, header);
                phases.add(phaseChanged.instrumentId());
                market.phaseReason(phaseChanged.instrumentId(), null);
            }
            case BalanceChangedDecoder.TEMPLATE_ID ->
                balances.add(balanceChanged
                        .wrapAndApplyHeader(buffer, offset, header)
                        .accountId());
            case AuditRecordedDecoder.TEMPLATE_ID -> audited(auditRecorded.wrapAndApplyHeader(buffer, offset, header));
            case SessionActCompletedDecoder.TEMPLATE_ID -> {
                actCompleted.wrapAndApplyHeader(buffer, offset, header);
                completions.put(
                        actCompleted.actSequence(),
                        new SessionActs.Completion(
                                Code.of(actCompleted.code()),
                                actCompleted.undeliveredReports(),
                                actCompleted.sequence()));
            }
            case IndicativeDecoder.TEMPLATE_ID ->
                phases.add(indicative.wrapAndApplyHeader(buffer, offset, header).instrumentId());
            case TokenDefinedDecoder.TEMPLATE_ID, UserDefinedDecoder.TEMPLATE_ID -> credentialsChanged = true;
            default -> {
                // nothing that is told on
            }
        }
    }

    private void audited(final AuditRecordedDecoder it) {
        if (it.action() == AuditAction.PHASE_SET.number() && it.code() == 0) {
            final int instrumentId = (int) it.targetId();
            final byte[] json = new byte[it.auditLength()];
            it.getAudit(json, 0, json.length);
            final String reason = AuditText.reason(json);
            if (instrumentId == 0) {
                directory.instruments().forEach(each -> market.phaseReason(each.id(), reason));
            } else {
                market.phaseReason(instrumentId, reason);
            }
        }
    }

    private PublicTradeShape trade(final TradeDecoder it) {
        final Instrument instrument = directory.instrument(it.instrumentId());
        final Side aggressor = Side.of(it.aggressorSide());
        return new PublicTradeShape(
                Long.toString(it.tradeId()),
                instrument.symbol(),
                instrument.price(it.priceTicks()),
                instrument.quantity(it.lots()),
                aggressor == null ? null : aggressor.name(),
                OrderShapes.TRADE_STATUS[it.status()],
                it.publicSequence(),
                Times.text(executedMicros(it)));
    }

    /** A bust or correction comes later than what it changes. */
    private long executedMicros(final TradeDecoder it) {
        return it.status() == 0
                ? it.timeMicros()
                : state.executedMicros(it.instrumentId(), it.tradeId(), it.timeMicros());
    }

    /** Readers see the entry from here on; then the listeners are told. */
    private void endEntry() {
        lock.leave();
        if (credentialsChanged) {
            credentialsChanged = false;
            credentials.reload();
        }
        for (final MarketListener listener : market.listeners()) {
            trades.forEach(listener::onTrade);
            books.forEach(id -> listener.onBook(symbol(id)));
            phases.forEach(id -> listener.onPhase(market.phase(symbol(id))));
        }
        if (OrderLog.isOn()) {
            reports.forEach(each -> OrderLog.write(
                    shapes.execution(each.decode()), shapes.owner(each.decode().ownerId())));
        }
        for (final AccountListener listener : accountListeners) {
            reports.forEach(each -> listener.onReport(each.sequence, each.accountId, lazy(each)));
            balances.forEach(listener::onBalance);
        }
        completions.forEach(sessionActs::completed);
        completions.clear();
        trades.clear();
        books.clear();
        phases.clear();
        reports.clear();
        balances.clear();
    }

    private void endImage() {
        inImage = false;
        final boolean isGap = state.sequence() != seen;
        seen = state.sequence();
        if (isGap) {
            beganAfter = seen;
            recent.clear();
            positions.clear();
            fillPositions(history, seen);
            accountListeners.forEach(AccountListener::onGap);
        }
        credentials.reload();
        for (final MarketListener listener : market.listeners()) {
            directory.instruments().forEach(each -> {
                listener.onBook(each.symbol());
                listener.onPhase(market.phase(each.symbol()));
            });
        }
        ready.countDown();
    }

    /** What was traded before the image is asked of the history, as soon as its tables show it. */
    private void fillPositions(final History from, final long upTo) {
        if (from == null) {
            return; // the web server does not serve yet
        }
        CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS, executor)
                .execute(() -> {
                    try {
                        if (from.position() >= upTo) {
                            final List<TradedBefore> before = from.tradedUpTo(upTo);
                            if (beganAfter == upTo) {
                                positions.complete(before);
                            }
                            return;
                        }
                    } catch (final HistoryUnavailableException e) {
                        LOG.debug("positions are asked of the history later", e);
                    }
                    if (beganAfter == upTo) {
                        fillPositions(from, upTo);
                    }
                });
    }

    private String symbol(final int instrumentId) {
        return directory.instrument(instrumentId).symbol();
    }

    LazyReport lazy(final RecentExecutions.Report from) {
        return new LazyReport() {
            @Override
            public ExecutionShape execution() {
                return shapes.execution(from.decode());
            }

            @Override
            public OrderShape order() {
                final OrderReport decoded = from.decode();
                if ((decoded.flags() & FLAG_DUPLICATE) != 0) {
                    return null;
                }
                // where it works in the book is told beside the report
                final OrderReport now = state.order(decoded.orderId());
                final boolean isSame = now != null && now.sequence() == decoded.sequence();
                return shapes.order(isSame ? now : decoded, decoded.sequence());
            }
        };
    }

    /**
     * What the web server serves from. Called once the first image has come.
     *
     * @param client this follows
     * @param past from PostgreSQL
     * @param fixSessions of the gateway, {@link FixSessions#UNKNOWN} without one
     * @param cluster members and log
     * @param compId the venue's CompID
     * @param secondUser whether a kill switch must be released by another user than engaged it
     * @param answers runs them, the web server's
     * @param meters where commands are counted
     * @return for {@link io.vexchange.web.AdminWeb#open}
     */
    public WebParts parts(
            final EngineClient client,
            final History past,
            final FixSessions fixSessions,
            final ClusterView cluster,
            final String compId,
            final boolean secondUser,
            final Executor answers,
            final MeterRegistry meters) {
        counts.bindTo(meters, directory, state);
        executor = answers;
        history = past;
        fillPositions(past, beganAfter);
        final Commander commander = new Commander(client, answers, meters);
        final OrderDesk orders = new OrderDesk(this, commander);
        final AccountDesk accounts = new AccountDesk(this, fixSessions, compId);
        return new WebParts(
                credentials,
                market,
                new LiveFeed(this, orders, accounts, past),
                orders,
                accounts,
                new VenueDesk(this, accounts, commander, secondUser),
                new TradeDesk(this, commander),
                new DirectoryDesk(this, commander),
                new InstrumentDesk(this, commander),
                new RuleDesk(this, commander),
                past,
                fixSessions,
                cluster,
                new WatchSources(accounts::sessions, accounts::killSwitches, accounts::announced, cluster));
    }

    Directory directory() {
        return directory;
    }

    LiveState state() {
        return state;
    }

    EntryLock lock() {
        return lock;
    }

    LiveMarket market() {
        return market;
    }

    LiveCredentials credentials() {
        return credentials;
    }

    OrderShapes shapes() {
        return shapes;
    }

    RecentExecutions recent() {
        return recent;
    }

    /** @return the event after which reports are kept without a gap */
    long beganAfter() {
        return beganAfter;
    }

    LivePositions positions() {
        return positions;
    }

    SessionActs sessionActs() {
        return sessionActs;
    }

    void listen(final AccountListener listener) {
        accountListeners.add(listener);
    }
}
