package io.vexchange.web.shape;

/** An asset. */
public record AssetShape(
        @Doc(example = "USD") String id,
        @Doc(value = "decimals of an amount", example = "6") int scale) {}
