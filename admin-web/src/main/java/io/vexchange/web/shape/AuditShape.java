package io.vexchange.web.shape;

/** An act, and its result. */
public record AuditShape(
        @Doc(example = "88131") String id,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String at,

        @Doc(nullable = true, example = "operator") String actor,
        @Doc(nullable = true, example = "operator") String role,
        @Doc(nullable = true, example = "127.0.0.1") String source,

        @Doc(value = "REST CONSOLE FIX CLI SCHEDULE ENGINE", nullable = true, example = "REST")
        String channel,

        @Doc(example = "KILL_SWITCH_RELEASE") String action,
        @Doc(nullable = true, example = "ACCOUNT:ALPHA-A") String target,
        @Doc(value = "what was asked for", nullable = true) Object request,
        @Doc(value = "OK or REFUSED", example = "OK") String result,
        @Doc(nullable = true) String code,

        @Doc(nullable = true, example = "as agreed by phone")
        String reason,

        @Doc(nullable = true, example = "7f3a0c52") String requestId) {}
