package io.vexchange.engine.command;

import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.directory.Requester;

/** Which accounts a requester may act on. Requester 0 is the venue itself, which may act on all. */
final class Access {
    private final Directory directory;
    private final Accounts accounts;
    private final ClOrdIds ids;

    Access(final Directory directory, final Accounts accounts, final ClOrdIds ids) {
        this.directory = directory;
        this.accounts = accounts;
        this.ids = ids;
    }

    Requester requester(final int requesterId) {
        return requesterId == 0 ? null : directory.requester(requesterId);
    }

    boolean isEverywhere(final int requesterId) {
        final Requester requester = requester(requesterId);
        return requesterId == 0 || (requester != null && requester.isStaff());
    }

    boolean mayUse(final int requesterId, final int accountId) {
        if (accounts.get(accountId) == null) {
            return false;
        }
        final Requester requester = requester(requesterId);
        return requesterId == 0 || (requester != null && requester.mayUse(accountId));
    }

    /** Looks for an id in one account, or with account 0 in all the requester may use, the default one first. */
    int find(final int requesterId, final int accountId, final IdKey key) {
        if (key.isEmpty()) {
            return ClOrdIds.NONE;
        }
        if (accountId != 0) {
            return mayUse(requesterId, accountId) ? ids.find(accountId, key) : ClOrdIds.NONE;
        }
        if (isEverywhere(requesterId)) {
            return findEverywhere(key);
        }
        final Requester requester = requester(requesterId);
        if (requester == null) {
            return ClOrdIds.NONE;
        }
        int found = requester.defaultAccountId == 0 ? ClOrdIds.NONE : ids.find(requester.defaultAccountId, key);
        for (int i = 0; i < requester.accountIds.length && found == ClOrdIds.NONE; i++) {
            found = ids.find(requester.accountIds[i], key);
        }
        return found;
    }

    private int findEverywhere(final IdKey key) {
        int found = ClOrdIds.NONE;
        for (int id = 1; id <= accounts.table.size() && found == ClOrdIds.NONE; id++) {
            found = ids.find(id, key);
        }
        return found;
    }
}
