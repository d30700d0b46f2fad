package io.vexchange.web.shape;

/** An account that is wanted. */
public record AccountRequest(
        @Doc(required = true, example = "GAMMA-A") String id,
        @Doc(required = true, example = "GAMMA") String participant,

        @Doc(value = "CASH or CREDIT; absent: CASH", nullable = true, example = "CASH")
        String type,

        @Doc(nullable = true) String reason) {}
