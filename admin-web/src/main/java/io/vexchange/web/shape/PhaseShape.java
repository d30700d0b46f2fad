package io.vexchange.web.shape;

/** The trading phase of an instrument. */
public record PhaseShape(
        @Doc(example = "ACME") String symbol,
        @Doc(example = "CONTINUOUS") String phase,

        @Doc(format = "date-time", nullable = true, example = "2026-11-22T09:30:00.123456Z")
        String since,

        @Doc(value = "a user, schedule or engine", example = "operator")
        String setBy,

        @Doc(nullable = true, example = "news") String reason,
        @Doc(format = "date-time", nullable = true) String until,
        @Doc(nullable = true) String nextPhase,
        @Doc(format = "date-time", nullable = true) String nextPhaseAt,
        @Doc(format = "decimal", nullable = true) String indicativePrice,
        @Doc(format = "decimal", nullable = true) String indicativeQuantity,
        @Doc(format = "decimal", nullable = true) String surplusQuantity,
        @Doc(nullable = true) String surplusSide,
        @Doc(example = "88140") long eventSequence) {}
