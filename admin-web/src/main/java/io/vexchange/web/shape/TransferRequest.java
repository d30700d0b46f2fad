package io.vexchange.web.shape;

/** A deposit or a withdrawal. */
public record TransferRequest(
        @Doc(required = true, example = "USD") String asset,

        @Doc(required = true, value = "greater than 0", format = "decimal", example = "12.34")
        String amount,

        @Doc(required = true, example = "wire 881") String reason,

        @Doc(value = "1 to 64 characters; makes it idempotent", example = "wire-881")
        String reference) {}
