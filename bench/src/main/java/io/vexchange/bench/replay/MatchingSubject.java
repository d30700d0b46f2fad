package io.vexchange.bench.replay;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.command.Trading;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.directory.InstrumentRules;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.directory.TickAndLot;
import io.vexchange.engine.event.EventWriter;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The venue's own trading: the same orders, index, book, matcher, self-trade prevention, settlement, holds and admission that
 * {@code Engine} runs, entered behind the reading of requests and of ClOrdIDs, with this run's report records in the place of SBE.
 */
final class MatchingSubject implements Subject, EventWriter {
    private static final int REMEMBERED = 64;
    private static final long MONEY = 1L << 55;
    private static final int OWNER = 0;

    private final Workload workload;
    private final ReportLog log;
    private final boolean areChecksOn;
    private final CoreParts parts = new CoreParts(REMEMBERED, 90, REMEMBERED, this);
    private final Trading trading;
    private final Endings endings = parts.endings;
    private final Matcher matcher = parts.matcher;
    private final Market market;
    private final Account[] accounts = new Account[2];
    private final long[] engineIds;
    private final Order wanted;

    MatchingSubject(final Workload workload, final ReportLog log, final boolean areChecksOn) {
        this.workload = workload;
        this.log = log;
        this.areChecksOn = areChecksOn;
        engineIds = new long[workload.maxOrderId + 1];
        trading = Trading.of(parts, Long.MAX_VALUE, Integer.MAX_VALUE);
        wanted = parts.orders.allocate();
        market = open();
    }

    private Market open() {
        final Asset quote = new Asset(1, bytes("USD"), 0);
        final Asset base = new Asset(2, bytes("X"), 0);
        parts.directory.assets.add(quote.name, quote);
        parts.directory.assets.add(base.name, base);
        final Account fees = account(1, "VEX-FEES", AccountType.EXCHANGE);
        parts.accounts.add(fees);
        for (int side = 0; side < accounts.length; side++) {
            accounts[side] = account(2 + side, "A" + side, areChecksOn ? AccountType.CASH : AccountType.CREDIT);
            parts.accounts.add(accounts[side]);
            accounts[side].isUncounted = !areChecksOn;
            accounts[side].post(quote, MONEY);
            accounts[side].post(base, MONEY);
        }
        final Instrument instrument = new Instrument(1, bytes("X"), base, quote, new TickAndLot(1, 0, 1, 0), 1, 1);
        instrument.rules = new InstrumentRules(1, Integer.MAX_VALUE, 1L << 50, 0, 0, 0, 0, 0, 0, 0);
        instrument.isEnabled = true;
        final Market made = new Market(instrument);
        made.phase = Phase.CONTINUOUS;
        made.referencePriceTicks = 1;
        parts.markets.add(made);
        return made;
    }

    private Account account(final int id, final String name, final AccountType type) {
        final Participant firm = new Participant(id, bytes("P" + id));
        firm.isEnabled = true;
        parts.directory.participants.add(firm.name, firm);
        final Account made = new Account(id, bytes(name), firm, type, 0);
        made.isEnabled = true;
        return made;
    }

    private static byte[] bytes(final String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String name() {
        return areChecksOn ? "core, checks on" : "core, checks off";
    }

    @Override
    public void prepare() {
        for (Order order = parts.orders.firstLive(); order != null; order = parts.orders.firstLive()) {
            endings.cancel(order, Code.MASS_CANCEL, OWNER);
        }
        parts.orders.trim();
        Arrays.fill(engineIds, 0);
        log.clear();
    }

    @Override
    public void apply(final int index) {
        log.message(workload.sequences[index]);
        final int fileId = workload.orderIds[index];
        switch (workload.types[index]) {
            case Workload.NEW -> enter(index, fileId);
            case Workload.CANCEL -> cancel(fileId);
            default -> modify(index, fileId);
        }
        matcher.endCommand();
        parts.orders.trim();
    }

    private void enter(final int index, final int fileId) {
        final Order order = parts.orders.allocate();
        final int side = workload.sides[index];
        order.market = market;
        order.account = accounts[side];
        order.ownerId = OWNER;
        order.connectionEpoch = fileId;
        order.side = (byte) (side == Workload.BUY ? '1' : '2');
        order.type = '2';
        order.timeInForce = (byte) (workload.areImmediate[index] ? '3' : '1');
        order.selfTradePrevention = (byte) (areChecksOn ? 'N' : '-');
        order.status = '0';
        order.priceTicks = workload.ticks[index];
        order.quantityLots = workload.lots[index];
        order.leavesLots = order.quantityLots;
        final Code refusal = areChecksOn ? trading.refusal(order) : Code.NONE;
        order.id = ++parts.counters.orders;
        engineIds[fileId] = order.id;
        trading.enter(order, refusal);
    }

    private void cancel(final int fileId) {
        final Order order = parts.orders.get(engineIds[fileId]);
        if (order == null || !order.isLive()) {
            log.refused(ReportLog.CANCEL_REFUSED, fileId);
        } else {
            endings.cancel(order, ClOrdIds.NONE, OWNER);
        }
    }

    private void modify(final int index, final int fileId) {
        final Order order = parts.orders.get(engineIds[fileId]);
        if (order == null || !order.isLive()) {
            log.refused(ReportLog.MODIFY_REFUSED, fileId);
            return;
        }
        wanted.copyTerms(order);
        wanted.leavesLots = workload.lots[index];
        wanted.quantityLots = order.filledLots + wanted.leavesLots;
        wanted.priceTicks = workload.ticks[index];
        final Code refusal = areChecksOn ? trading.refusal(wanted, order, OWNER) : Code.NONE;
        if (refusal == Code.NONE) {
            trading.replace(order, wanted, ClOrdIds.NONE, OWNER);
        } else {
            log.refused(ReportLog.MODIFY_REFUSED, fileId);
        }
    }

    @Override
    public void check() {
        market.checkInvariants();
    }

    @Override
    public void report(final Reports report) {
        final Order order = report.order();
        final int side = order.side - '1';
        final int fileId = order.connectionEpoch;
        switch (report.execType()) {
            case '0' -> log.order(ReportLog.ACCEPTED, side, fileId, order.priceTicks, order.quantityLots);
            case '4' -> log.order(ReportLog.CANCELLED, side, fileId, order.priceTicks, 0);
            case '5' -> log.order(ReportLog.MODIFIED, side, fileId, order.priceTicks, order.leavesLots);
            case 'F' -> {
                // told as a trade
            }
            default -> throw new IllegalStateException("execType=" + (char) report.execType());
        }
    }

    @Override
    public void book(
            final Order order,
            final long entryId,
            final short action,
            final long publicSequence,
            final long priceTicks,
            final long displayedLots) {
        // the workload knows no public data
    }

    @Override
    public void trade(
            final Order aggressor,
            final Order resting,
            final long tradeId,
            final long publicSequence,
            final long ticks,
            final long lots,
            final long value,
            final long aggressorFee,
            final long restingFee,
            final long feesTotal) {
        log.trade(ticks, lots, resting.connectionEpoch, aggressor.connectionEpoch);
    }
}
