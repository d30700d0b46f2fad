package io.vexchange.web.shape;

import java.util.List;

/** The changes of some days of the week. */
public record ScheduleDaysShape(
        @Doc(value = "MON TUE WED THU FRI SAT SUN", required = true, example = "MON")
        List<String> days,

        @Doc(required = true) List<ScheduleChangeShape> changes) {}
