package io.vexchange.web.shape;

/** A limit in one instrument. */
public record PositionLimitShape(
        @Doc(value = "long and short alike", format = "decimal", required = true, example = "1000")
        String maxPosition) {}
