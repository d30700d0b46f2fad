package io.vexchange.web.shape;

import java.util.List;

/** An account of a participant. */
public record AccountShape(
        @Doc(example = "ALPHA-A") String id,
        @Doc(example = "ALPHA") String participant,

        @Doc(value = "CASH, CREDIT or EXCHANGE", example = "CASH")
        String type,

        @Doc(example = "true") boolean enabled,
        @Doc(example = "standard") String feeTier,

        @Doc(value = "from the next roll of the day", example = "standard")
        String nextFeeTier,

        @Doc(nullable = true, example = "CANCEL_NEWEST") String selfTradePrevention,
        @Doc("ids of those that block it now") List<String> killSwitches,

        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:30:00.123456Z")
        String createdAt) {}
