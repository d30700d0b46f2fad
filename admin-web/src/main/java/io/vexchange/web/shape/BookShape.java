package io.vexchange.web.shape;

import java.util.List;

/** A book by price, best first. */
public record BookShape(
        @Doc(example = "ACME") String symbol,

        @Doc(value = "the instrument's market data sequence, FIX 83", example = "5512")
        long seq,

        @Doc(example = "CONTINUOUS") String phase,
        List<LevelShape> bids,
        List<LevelShape> asks,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String time) {}
