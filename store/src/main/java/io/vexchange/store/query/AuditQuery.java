package io.vexchange.store.query;

import java.util.List;

/**
 * Which audit rows. Empty lists and nulls ask for all.
 *
 * @param actors any of
 * @param actions any of
 * @param target exactly
 * @param results OK or REFUSED, any of
 * @param fromMicros at or after
 * @param toMicros before
 */
public record AuditQuery(
        List<String> actors,
        List<String> actions,
        String target,
        List<String> results,
        Long fromMicros,
        Long toMicros) {}
