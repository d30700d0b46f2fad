package io.vexchange.web.shape;

/** An asset that is wanted. */
public record AssetRequest(
        @Doc(required = true, example = "EUR") String id,

        @Doc(required = true, value = "decimals of its smallest unit, 0 to 18", example = "6")
        Integer scale,

        @Doc(nullable = true) String reason) {}
