package io.vexchange.web.shape;

/** What everybody is to be told. */
public record AnnouncementRequest(
        @Doc(required = true, value = "at most 200 characters", example = "The venue stops for maintenance")
        String text,

        @Doc(value = "when it happens; told again 15, 5 and 1 minute before", format = "date-time", nullable = true)
        String at,

        @Doc(value = "INFO WARNING CRITICAL; absent: INFO", nullable = true, example = "INFO")
        String severity,

        @Doc(nullable = true) String reason) {}
