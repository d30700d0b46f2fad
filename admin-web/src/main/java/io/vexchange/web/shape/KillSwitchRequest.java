package io.vexchange.web.shape;

/** What engages a kill switch. */
public record KillSwitchRequest(
        @Doc(required = true, value = "SESSION ACCOUNT FIRM INSTRUMENT MARKET", example = "ACCOUNT")
        String scope,

        @Doc(value = "absent for the market", example = "ALPHA-A")
        String target,

        @Doc(required = true, example = "loss limit") String reason) {}
