package io.vexchange.web.shape;

/** A new password of a FIX session. */
public record CredentialsRequest(
        @Doc(required = true, example = "another secret of the firm")
        String password,

        @Doc(nullable = true) String reason) {}
