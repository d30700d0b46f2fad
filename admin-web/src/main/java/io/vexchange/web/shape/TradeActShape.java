package io.vexchange.web.shape;

import java.util.List;

/** What became of a trade that was busted or corrected. */
public record TradeActShape(
        TradeShape trade,
        @Doc("the buyer's, then the seller's") List<ExecutionShape> executions,

        @Doc("accounts of the trade of which an available amount is below zero now")
        List<String> negativeAccounts,

        @Doc(example = "88160") long eventSequence) {}
