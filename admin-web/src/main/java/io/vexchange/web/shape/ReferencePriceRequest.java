package io.vexchange.web.shape;

/** A new reference price, around which the collars lie. */
public record ReferencePriceRequest(
        @Doc(required = true, format = "decimal", example = "100.00")
        String price,

        @Doc(required = true, example = "opening of the primary market")
        String reason) {}
