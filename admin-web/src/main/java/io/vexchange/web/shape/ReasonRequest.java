package io.vexchange.web.shape;

/** Why something is done. */
public record ReasonRequest(
        @Doc(required = true, example = "as agreed by phone")
        String reason) {}
