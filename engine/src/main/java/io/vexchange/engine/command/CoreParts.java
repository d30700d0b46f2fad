package io.vexchange.engine.command;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.book.Counters;
import io.vexchange.engine.book.Expiries;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.book.Trades;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.event.DeskEvents;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.EventWriter;
import io.vexchange.engine.event.LogIdentity;
import io.vexchange.engine.event.MarketEvents;
import io.vexchange.engine.event.OperatorEvents;
import io.vexchange.engine.event.PhaseEvents;
import io.vexchange.engine.event.Replies;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.event.RuleEvents;
import io.vexchange.engine.event.SbeEventWriter;
import io.vexchange.engine.event.TradeEvents;
import io.vexchange.engine.event.VenueEvents;
import io.vexchange.engine.matching.Auctions;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.matching.Restatements;
import io.vexchange.engine.matching.Uncross;
import io.vexchange.engine.phase.CancelAfterTimer;
import io.vexchange.engine.phase.FeeTierRoll;
import io.vexchange.engine.phase.PhaseChanges;
import io.vexchange.engine.phase.TradingDay;
import io.vexchange.engine.risk.Blocks;
import io.vexchange.engine.risk.KillSwitches;

/** The state of one engine and the parts that change and tell it, put together once. */
public final class CoreParts {
    public final LogIdentity identity = new LogIdentity();
    public final Directory directory = new Directory();
    public final Accounts accounts = new Accounts();
    public final Markets markets = new Markets();
    public final KillSwitches killSwitches = new KillSwitches();
    public final Blocks blocks = new Blocks(directory, accounts, markets);
    public final Counters counters = new Counters();
    public final ActAnswers actAnswers = new ActAnswers();
    public final ClOrdIds ids = new ClOrdIds();
    public final Expiries expiries = new Expiries();
    public final Orders orders;
    public final Trades trades;
    public final Clients clients;

    public final EventLog log = new EventLog();
    public final Reports reports;
    public final MarketEvents marketEvents;
    public final RequestEvents requestEvents = new RequestEvents(log, ids);
    public final OperatorEvents operatorEvents = new OperatorEvents(log);
    public final PhaseEvents phaseEvents = new PhaseEvents(log);
    public final VenueEvents venueEvents = new VenueEvents(log);
    public final RuleEvents ruleEvents = new RuleEvents(log);
    public final DeskEvents deskEvents = new DeskEvents(log);
    public final Replies replies = new Replies(log);

    public final Endings endings;
    public final Matcher matcher;
    public final Restatements restatements;
    public final PhaseChanges phases;
    public final TradingDay day;

    /**
     * @param endedIds ids of ended orders remembered an account
     * @param gtcDays days a GTC order may live
     * @param keptTrades trades kept at most
     * @param outboxEvents events that may wait for durable consumers before a due uncross waits
     */
    public CoreParts(final int endedIds, final int gtcDays, final int keptTrades, final long outboxEvents) {
        this(endedIds, gtcDays, keptTrades, outboxEvents, null);
    }

    /**
     * @param endedIds ids of ended orders remembered an account
     * @param gtcDays days a GTC order may live
     * @param keptTrades trades kept at most
     * @param writer takes what matching tells
     */
    public CoreParts(final int endedIds, final int gtcDays, final int keptTrades, final EventWriter writer) {
        this(endedIds, gtcDays, keptTrades, Long.MAX_VALUE, writer);
    }

    private CoreParts(
            final int endedIds,
            final int gtcDays,
            final int keptTrades,
            final long outboxEvents,
            final EventWriter writer) {
        final SbeEventWriter sbe = new SbeEventWriter(log, ids);
        final EventWriter told = writer == null ? sbe : writer;
        reports = new Reports(log, told, sbe);
        marketEvents = new MarketEvents(log, told, markets);
        orders = new Orders(ids, endedIds);
        trades = new Trades(orders, keptTrades);
        clients = new Clients(log, replies, identity);
        endings = new Endings(markets, orders, expiries, reports, marketEvents);
        final Uncross uncross = new Uncross(log, counters, accounts, trades, reports, marketEvents, endings);
        final Auctions auctions = new Auctions(log, markets, marketEvents, endings, uncross);
        matcher = new Matcher(
                log, counters, accounts, trades, reports, markets, marketEvents, endings, auctions, uncross);
        restatements = new Restatements(log, accounts, reports, new TradeEvents(log));
        phases = new PhaseChanges(auctions, matcher);
        day = new TradingDay(
                log,
                orders,
                trades,
                markets,
                accounts,
                expiries,
                endings,
                phases,
                matcher,
                operatorEvents,
                new CancelAfterTimer(directory.cancelAfters, orders, endings, deskEvents),
                new FeeTierRoll(directory, accounts, ruleEvents),
                gtcDays,
                outboxEvents);
    }
}
