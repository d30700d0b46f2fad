package io.vexchange.web.shape;

/** An incident. */
public record IncidentShape(
        @Doc(example = "88140") String id,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String at,

        @Doc(value = "INFO WARNING ERROR", example = "WARNING")
        String severity,

        @Doc(example = "PROJECTION_LAG") String code,
        @Doc(example = "lag=120000") String text,
        @Doc(example = "0") int member) {}
