package io.vexchange.exchange.venue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.User;
import io.vexchange.exchange.config.VenueSeed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether an entry of the seed is as the log has it. Everything named is in the directory. */
final class SeedComparison {
    private SeedComparison() {}

    static boolean same(final VenueSeed.Instrument it, final Directory directory) {
        final Instrument known = directory.instrument(it.symbol());
        return InstrumentUnits.of(it, directory).sameAs(known)
                && known.staticCollarBp() == it.staticCollarBp()
                && known.dynamicCollarBp() == it.dynamicCollarBp()
                && known.protectionBp() == it.protectionBp()
                && known.volatilityAuctionSeconds() == it.volatilityAuctionSeconds()
                && known.makerFeeRate() == it.makerFeeRate()
                && known.takerFeeRate() == it.takerFeeRate()
                && known.auctionFeeRate() == it.auctionFeeRate()
                && known.enabled() == it.enabled();
    }

    static boolean same(final VenueSeed.Participant it, final Participant known) {
        return known.enabled()
                && known.selfTradePrevention() == it.selfTradePrevention()
                && SeedProperties.parse(known.properties()).equals(SeedProperties.of(it));
    }

    static boolean same(final VenueSeed.Account it, final Participant owner, final Directory directory) {
        final Account known = directory.account(it.id());
        return known.enabled() && known.type() == it.type() && known.participantId() == owner.id();
    }

    static boolean same(final VenueSeed.Session it, final Participant owner, final Directory directory) {
        final Session known = directory.session(it.id());
        final ObjectNode properties = SeedProperties.parse(known.properties());
        final Account defaultAccount = directory.account(known.defaultAccountId());
        return known.enabled()
                && known.participantId() == owner.id()
                && known.role() == it.role()
                && known.selfTradePrevention() == it.selfTradePrevention()
                && sameAccounts(it.accounts(), known.accountIds(), directory)
                && (it.defaultAccount() == null
                        ? defaultAccount == null
                        : defaultAccount != null && it.defaultAccount().equals(defaultAccount.name()))
                && properties.equals(SeedProperties.of(it));
    }

    static boolean same(final VenueSeed.User it, final Directory directory) {
        final User known = directory.user(it.name());
        return known.enabled()
                && known.role() == it.role()
                && sameAccounts(it.accounts(), known.accountIds(), directory);
    }

    private static boolean sameAccounts(
            final List<String> wanted, final List<Integer> accountIds, final Directory directory) {
        final Set<String> names = new HashSet<>();
        accountIds.forEach(each -> names.add(directory.account(each).name()));
        return names.equals(new HashSet<>(wanted));
    }
}
