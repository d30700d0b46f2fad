package io.vexchange.web.shape;

import java.util.List;

/** The balances of an account, one row an asset it ever had. */
public record BalancesShape(
        List<BalanceShape> items,
        @Doc(nullable = true) String nextCursor,
        @Doc(example = "88125") long eventSequence) {}
