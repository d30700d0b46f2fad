package io.vexchange.web.shape;

/** What is to change of an account; what is left out stays. */
public record AccountChangeRequest(
        @Doc(value = "false ends all its live orders", example = "false")
        Boolean enabled,

        @Doc(value = "standard, or the id of a fee tier; in force from the next roll of the day", example = "standard")
        String feeTier,

        @Doc(nullable = true) String reason) {}
