package io.vexchange.engine.risk;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.model.KillScope;

/** Tells what a kill switch covers that it does, so that an order need not look through the switches. */
public final class Blocks {
    private final Directory directory;
    private final Accounts accounts;
    private final Markets markets;

    public Blocks(final Directory directory, final Accounts accounts, final Markets markets) {
        this.directory = directory;
        this.accounts = accounts;
        this.markets = markets;
    }

    /** The target exists. */
    public void mark(final KillScope scope, final int targetId, final boolean isKilled) {
        switch (scope) {
            case SESSION -> directory.sessions.get(targetId).isKilled = isKilled;
            case ACCOUNT -> accounts.get(targetId).isKilled = isKilled;
            case FIRM -> directory.participants.get(targetId).isKilled = isKilled;
            case INSTRUMENT -> markets.get(targetId).instrument.isKilled = isKilled;
            case MARKET -> markets.isKilled = isKilled;
            default -> throw new IllegalArgumentException("scope=" + scope);
        }
    }
}
