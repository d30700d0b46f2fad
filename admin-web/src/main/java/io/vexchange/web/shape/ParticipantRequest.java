package io.vexchange.web.shape;

/** A firm that is wanted. */
public record ParticipantRequest(
        @Doc(required = true, example = "GAMMA") String id,
        @Doc(required = true, example = "Gamma Trading") String name,

        @Doc(value = "absent: CANCEL_NEWEST", nullable = true, example = "CANCEL_NEWEST")
        String selfTradePrevention,

        @Doc(nullable = true) String reason) {}
