package io.vexchange.store.query;

import java.util.List;

/**
 * Which incidents. Empty lists and nulls ask for all.
 *
 * @param severities any of
 * @param codes any of
 * @param fromMicros at or after
 * @param toMicros before
 */
public record IncidentQuery(List<String> severities, List<String> codes, Long fromMicros, Long toMicros) {}
