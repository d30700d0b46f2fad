package io.vexchange.web.shape;

import java.util.Map;

/** All rates of a fee tier, in force from the next roll of the day. */
public record FeeTierChangeRequest(
        @Doc(value = "by symbol; an instrument that is not named keeps its own fees", required = true)
        Map<String, FeeRatesShape> rates,

        @Doc(required = true, example = "yearly review") String reason) {}
