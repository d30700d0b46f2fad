package io.vexchange.engine.model_check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who and what there is in the model, and the orders it remembers. */
final class Registry {
    final Map<Integer, Item> assets = new TreeMap<>();
    final Map<Integer, Firm> firms = new TreeMap<>();
    final Map<Integer, Account> accounts = new TreeMap<>();
    final Map<Integer, Requester> requesters = new TreeMap<>();
    final Map<Integer, Market> markets = new TreeMap<>();
    final Map<Long, Order> orders = new TreeMap<>();
    final Account[] feeAccount = new Account[1];

    /** The accounts a requester may use, its default first; staff and the venue: all. */
    List<Account> accountsOf(final int requesterId) {
        final Requester requester = requesters.get(requesterId);
        if (requesterId == 0 || (requester != null && requester.isStaff)) {
            return List.copyOf(accounts.values());
        }
        final List<Account> found = new ArrayList<>();
        if (requester != null) {
            requester.accountIds.forEach(id -> found.add(accounts.get(id)));
        }
        return found;
    }

    /** The account asked for, or with 0 all the requester may use; empty when it may not. */
    List<Account> accounts(final int requesterId, final int accountId) {
        return accountsOf(requesterId).stream()
                .filter(account -> accountId == 0 || account.id == accountId)
                .toList();
    }

    /** Live orders by ascending id. */
    List<Order> liveOrders() {
        return orders.values().stream().filter(Order::isLive).toList();
    }
}
