package io.vexchange.web;

import io.vexchange.web.access.Credentials;
import io.vexchange.web.history.History;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.DirectoryDesk;
import io.vexchange.web.live.InstrumentDesk;
import io.vexchange.web.live.OrderDesk;
import io.vexchange.web.live.RuleDesk;
import io.vexchange.web.live.TradeDesk;
import io.vexchange.web.live.VenueDesk;
import io.vexchange.web.market.MarketView;
import io.vexchange.web.stream.PrivateFeed;
import io.vexchange.web.venue.ClusterView;
import io.vexchange.web.venue.FixSessions;
import io.vexchange.web.watch.WatchSources;

/**
 * The venue behind the web server, once it has recovered; made by {@link io.vexchange.web.live.LiveVenue#parts}.
 *
 * @param credentials tokens in force
 * @param market market data
 * @param privateFeed what happens to accounts
 * @param orders entering and finding orders
 * @param accounts firms, accounts, money
 * @param acts of the venue's own people
 * @param trades busts and corrections
 * @param directory changes of it
 * @param instruments changes of them
 * @param rules limits, fee tiers, schedules, announcements
 * @param history from PostgreSQL
 * @param fixSessions from the FIX gateway
 * @param cluster members and log
 * @param watched what operators watch
 */
public record WebParts(
        Credentials credentials,
        MarketView market,
        PrivateFeed privateFeed,
        OrderDesk orders,
        AccountDesk accounts,
        VenueDesk acts,
        TradeDesk trades,
        DirectoryDesk directory,
        InstrumentDesk instruments,
        RuleDesk rules,
        History history,
        FixSessions fixSessions,
        ClusterView cluster,
        WatchSources watched) {}
