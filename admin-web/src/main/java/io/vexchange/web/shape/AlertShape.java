package io.vexchange.web.shape;

/** Something that people must look at. */
public record AlertShape(
        @Doc(example = "4") String id,

        @Doc(value = "INFO WARNING ERROR", example = "WARNING")
        String severity,

        @Doc(example = "OUTBOX_80") String code,
        @Doc(example = "waiting=812000 limit=1000000") String text,

        @Doc(value = "RAISED or CLEARED", example = "RAISED")
        String state,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String at) {
    /**
     * @param when RFC 3339
     * @return the same alert, over
     */
    public AlertShape cleared(final String when) {
        return new AlertShape(id, severity, code, text, "CLEARED", when);
    }
}
