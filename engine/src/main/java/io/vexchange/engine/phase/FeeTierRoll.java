package io.vexchange.engine.phase;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.event.RuleEvents;

/** At the roll of the day the rates that are defined and the tiers that are assigned come into force. */
public final class FeeTierRoll {
    private final Directory directory;
    private final Accounts accounts;
    private final RuleEvents events;

    public FeeTierRoll(final Directory directory, final Accounts accounts, final RuleEvents events) {
        this.directory = directory;
        this.accounts = accounts;
        this.events = events;
    }

    /** Tells each account that has another tier from now on. */
    void roll() {
        for (int id = 1; id <= directory.feeTiers.size(); id++) {
            directory.feeTiers.get(id).roll();
        }
        for (int id = 1; id <= accounts.table.size(); id++) {
            final Account account = accounts.get(id);
            final int before = account.feeTier == null ? 0 : account.feeTier.id;
            if (before != account.nextFeeTierId) {
                account.feeTier = directory.feeTiers.get(account.nextFeeTierId);
                events.assigned(id, account.nextFeeTierId, account.nextFeeTierId);
            }
        }
    }
}
