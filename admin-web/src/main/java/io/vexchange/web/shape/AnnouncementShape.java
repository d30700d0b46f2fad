package io.vexchange.web.shape;

/** What the venue tells everybody. */
public record AnnouncementShape(
        @Doc(example = "3") String id,
        @Doc(example = "The venue stops for maintenance") String text,

        @Doc(value = "when it happens", format = "date-time", nullable = true, example = "2026-11-22T21:00:00.000000Z")
        String at,

        @Doc(value = "INFO WARNING CRITICAL", example = "INFO")
        String severity,

        @Doc(value = "false once withdrawn", example = "true")
        boolean active,

        @Doc(nullable = true, example = "operator") String announcedBy,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String announcedAt,

        @Doc(example = "88170") long eventSequence) {}
