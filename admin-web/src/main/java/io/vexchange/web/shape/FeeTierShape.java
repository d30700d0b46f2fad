package io.vexchange.web.shape;

import java.util.Map;

/** Fees that accounts may be given. */
public record FeeTierShape(
        @Doc(example = "gold") String id,

        @Doc("by symbol; an instrument that is not named keeps its own fees")
        Map<String, FeeRatesShape> rates) {}
