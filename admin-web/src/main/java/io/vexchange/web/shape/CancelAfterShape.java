package io.vexchange.web.shape;

/** When the user's orders of an account are cancelled. */
public record CancelAfterShape(
        @Doc(example = "ALPHA-A") String account,
        @Doc(value = "0: not at all", example = "60") long seconds,

        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:31:00.123456Z")
        String expiresAt,

        @Doc(example = "88180") long eventSequence) {}
