package io.vexchange.web.http;

/**
 * A query parameter.
 *
 * @param name as in the address
 * @param description for people
 * @param type {@code string}, {@code integer} or {@code boolean}
 * @param example of a value
 */
public record Parameter(String name, String description, String type, String example) {
    /** Rows of a page. */
    public static final Parameter LIMIT = new Parameter("limit", "rows, 1 to 1,000", "integer", "100");
    /** Where the page begins. */
    public static final Parameter CURSOR =
            new Parameter("cursor", "nextCursor of the page before", "string", "djE6MTA0Mg");
    /** Read-your-writes over processes. */
    public static final Parameter MIN_EVENT_SEQUENCE = new Parameter(
            "minEventSequence", "wait, at most 2 s, until the answer shows this event", "integer", "88125");
    /** First instant. */
    public static final Parameter FROM =
            new Parameter("from", "first instant, inclusive", "string", "2026-11-22T00:00:00Z");
    /** Last instant. */
    public static final Parameter TO = new Parameter("to", "last instant, exclusive", "string", "2026-11-23T00:00:00Z");

    /**
     * @param name as in the address
     * @param description for people
     * @param example of a value
     * @return a parameter that is a text
     */
    public static Parameter text(final String name, final String description, final String example) {
        return new Parameter(name, description, "string", example);
    }
}
