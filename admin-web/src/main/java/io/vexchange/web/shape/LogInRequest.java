package io.vexchange.web.shape;

/** A log-in. */
public record LogInRequest(
        @Doc(required = true, example = "operator") String user,
        @Doc(required = true, example = "demo") String password) {}
