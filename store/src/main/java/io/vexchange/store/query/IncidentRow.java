package io.vexchange.store.query;

/**
 * An incident.
 *
 * @param id see the REST API
 * @param at see the REST API
 * @param severity see the REST API
 * @param code see the REST API
 * @param text see the REST API
 * @param member see the REST API
 */
public record IncidentRow(String id, String at, String severity, String code, String text, int member) {}
