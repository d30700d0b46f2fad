package io.vexchange.web.shape;

import java.util.List;

/** The whole schedule of an instrument. */
public record ScheduleRequest(
        @Doc(required = true, example = "Europe/Zurich") String timeZone,
        @Doc(required = true) List<ScheduleDaysShape> days,
        @Doc(example = "2026-12-25") List<String> holidays,
        @Doc(required = true, example = "winter hours") String reason) {}
