package io.vexchange.store.query;

import java.util.List;

/**
 * Which entries of an account's ledger. Empty lists and nulls ask for all.
 *
 * @param account whose
 * @param assets any of
 * @param types any of
 * @param fromMicros at or after
 * @param toMicros before
 */
public record LedgerQuery(String account, List<String> assets, List<String> types, Long fromMicros, Long toMicros) {}
