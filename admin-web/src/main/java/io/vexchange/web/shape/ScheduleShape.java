package io.vexchange.web.shape;

import java.util.List;

/** When the phases of an instrument change, in its own time zone. */
public record ScheduleShape(
        @Doc(example = "Europe/Zurich") String timeZone,
        List<ScheduleDaysShape> days,

        @Doc(value = "dates without any change", example = "2026-12-25")
        List<String> holidays) {}
