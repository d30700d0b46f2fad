package io.vexchange.web.shape;

/** What is to change of a firm; what is left out stays. */
public record ParticipantChangeRequest(
        @Doc(example = "Gamma Trading Ltd") String name,

        @Doc(value = "false ends all its live orders", example = "false")
        Boolean enabled,

        @Doc(example = "CANCEL_OLDEST") String selfTradePrevention,
        @Doc(nullable = true) String reason) {}
