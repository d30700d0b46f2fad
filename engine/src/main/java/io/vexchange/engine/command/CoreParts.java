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
import io.vexchange.engine.event.Replies;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.event.RuleEvents;
import io.vexchange.engine.event.SbeEventWriter;
import io.vexchange.engine.event.TradeEvents;
import io.vexchange.engine.event.VenueEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.matching.Restatements;
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
     */
    public CoreParts(final int endedIds, final int gtcDays, final int keptTrades) {
        this(endedIds, gtcDays, keptTrades, null);
    }

    /**
     * @param endedIds ids of ended orders remembered an account
     * @param gtcDays days a GTC order may live
     * @param keptTrades trades kept at most
     * @param writer takes what matching tells, null: the sink of each entry, as SBE
     */
    public CoreParts(final int endedIds, final int gtcDays, final int keptTrades, final EventWriter writer) {
        final SbeEventWriter sbe = new SbeEventWriter(log, ids);
        final EventWriter told = writer == null ? sbe : writer;
        reports = new Reports(log, told, sbe);
        marketEvents = new MarketEvents(log, told);
        orders = new Orders(ids, endedIds);
        trades = new Trades(orders, keptTrades);
        clients = new Clients(log, replies, identity);
        endings = new Endings(orders, expiries, reports, marketEvents);
        matcher = new Matcher(log, counters, accounts, trades, reports, marketEvents, endings);
        restatements = new Restatements(log, accounts, reports, new TradeEvents(log));
        phases = new PhaseChanges(log, orders, markets, marketEvents, endings, matcher);
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
                gtcDays);
    }
}
