package io.vexchange.web.shape;

import java.util.Map;

/** A fee tier that is wanted. */
public record FeeTierRequest(
        @Doc(required = true, example = "gold") String id,

        @Doc("by symbol; an instrument that is not named keeps its own fees")
        Map<String, FeeRatesShape> rates,

        @Doc(nullable = true, example = "market making scheme")
        String reason) {}
