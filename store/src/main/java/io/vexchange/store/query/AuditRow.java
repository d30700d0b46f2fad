package io.vexchange.store.query;

/**
 * An act and its result; {@code request} is JSON.
 *
 * @param id see the REST API
 * @param at see the REST API
 * @param actor see the REST API
 * @param role see the REST API
 * @param source see the REST API
 * @param channel see the REST API
 * @param action see the REST API
 * @param target see the REST API
 * @param request see the REST API
 * @param result see the REST API
 * @param code see the REST API
 * @param reason see the REST API
 * @param requestId see the REST API
 */
public record AuditRow(
        String id,
        String at,
        String actor,
        String role,
        String source,
        String channel,
        String action,
        String target,
        String request,
        String result,
        String code,
        String reason,
        String requestId) {}
