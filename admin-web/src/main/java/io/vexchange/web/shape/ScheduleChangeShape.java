package io.vexchange.web.shape;

/** One change of phase. */
public record ScheduleChangeShape(
        @Doc(value = "of the day, in the schedule's time zone", required = true, example = "09:00:00")
        String time,

        @Doc(required = true, example = "OPENING_AUCTION") String phase) {}
