package io.vexchange.web.shape;

/** The phase that is wanted. */
public record PhaseRequest(
        @Doc(
                required = true,
                value =
                        "HALTED CANCEL_ONLY CONTINUOUS OPENING_AUCTION CLOSING_AUCTION VOLATILITY_AUCTION PRE_OPEN CLOSED",
                example = "HALTED")
        String phase,

        @Doc(required = true, example = "news") String reason,

        @Doc(value = "of an auction: when it ends, required", format = "date-time", nullable = true)
        String until) {}
