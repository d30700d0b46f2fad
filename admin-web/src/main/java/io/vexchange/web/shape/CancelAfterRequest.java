package io.vexchange.web.shape;

/** Cancels the user's orders of an account unless it is renewed in time. */
public record CancelAfterRequest(
        @Doc(required = true, value = "5 to 3,600; 0 ends it", example = "60")
        Long seconds) {}
