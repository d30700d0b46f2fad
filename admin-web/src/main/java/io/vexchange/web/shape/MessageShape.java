package io.vexchange.web.shape;

/** A FIX message, passwords masked. */
public record MessageShape(
        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:30:00.123456Z")
        String at,

        @Doc(value = "IN from the client, OUT from the venue", example = "IN")
        String direction,

        @Doc(example = "8=FIX.4.4|9=…") String message) {}
