package io.vexchange.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.web.access.Principal;
import io.vexchange.web.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON that goes with an act into the audit. */
public final class AuditText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditText() {}

    /**
     * @param call who acts
     * @param reason given, may be null
     * @param request members that say what was asked for, without any secret
     * @return the audit's text
     */
    public static byte[] of(final Call call, final String reason, final Map<String, ?> request) {
        final Map<String, Object> audit = new LinkedHashMap<>();
        audit.put("actor", call.principal().user());
        audit.put("role", call.principal().role().word());
        audit.put("source", call.address());
        audit.put("channel", call.browserSession() == null ? "REST" : "CONSOLE");
        audit.put("requestId", call.requestId());
        audit.put("reason", reason);
        audit.put("request", request);
        return Json.bytes(audit);
    }

    /**
     * A change of an entry: what was asked for, and what the members named were before.
     *
     * @param call who acts
     * @param reason given, may be null
     * @param id of the entry
     * @param given members as sent, without any secret
     * @param before the entry's shape before
     * @return the audit's text
     */
    public static byte[] change(
            final Call call,
            final String reason,
            final String id,
            final Map<String, Object> given,
            final Object before) {
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.putAll(given);
        final JsonNode was = JSON.valueToTree(before);
        final Map<String, Object> old = new LinkedHashMap<>();
        given.keySet().stream().filter(was::has).forEach(name -> old.put(name, was.get(name)));
        request.put("before", old);
        return of(call, reason, request);
    }

    /**
     * A note of what is no command of the engine.
     *
     * @param call it came by
     * @param principal who acts
     * @param isConsole whether by a browser session, be it one that has just begun
     * @param action its word
     * @param request members that say what was asked for
     * @return the audit's text
     */
    public static byte[] of(
            final Call call,
            final Principal principal,
            final boolean isConsole,
            final String action,
            final Map<String, ?> request) {
        final Map<String, Object> audit = new LinkedHashMap<>();
        audit.put("actor", principal.user());
        audit.put("role", principal.role().word());
        audit.put("source", call.address());
        audit.put("channel", isConsole ? "CONSOLE" : "REST");
        audit.put("requestId", call.requestId());
        audit.put("reason", null);
        audit.put("action", action);
        audit.put("request", request);
        return Json.bytes(audit);
    }

    /**
     * @param audit its text
     * @return the reason in it, null without one
     */
    public static String reason(final byte[] audit) {
        return text(audit, "reason");
    }

    /**
     * @param audit its text
     * @return who acted, null when it is not told
     */
    public static String actor(final byte[] audit) {
        return text(audit, "actor");
    }

    private static String text(final byte[] audit, final String name) {
        try {
            final JsonNode value = JSON.readTree(audit).path(name);
            return value.isTextual() ? value.asText() : null;
        } catch (final IOException e) {
            return null;
        }
    }
}
