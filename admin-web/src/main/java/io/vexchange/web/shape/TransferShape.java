package io.vexchange.web.shape;

/** What a deposit or withdrawal did. */
public record TransferShape(
        LedgerShape entry,
        BalanceShape balance,
        @Doc(example = "88150") long eventSequence) {}
