package io.vexchange.web.problem;

import java.util.List;

/** Ends a request with a problem document. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<FieldFault> fields;
    private final transient Object order;
    private final int retryAfterSeconds;

    private ProblemException(
            final ProblemKind kind,
            final String detail,
            final List<FieldFault> fields,
            final Object order,
            final int retryAfterSeconds) {
        super(detail, null, false, false);
        this.kind = kind;
        this.fields = List.copyOf(fields);
        this.order = order;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /**
     * @param kind what is wrong
     * @param detail the values behind it
     */
    public ProblemException(final ProblemKind kind, final String detail) {
        this(kind, detail, List.of(), null, 0);
    }

    /**
     * @param kind what is wrong
     * @param field the member or parameter at fault
     * @param detail the values behind it
     * @return the exception
     */
    public static ProblemException ofField(final ProblemKind kind, final String field, final String detail) {
        return new ProblemException(kind, detail, List.of(new FieldFault(field, kind.code(), detail)), null, 0);
    }

    /**
     * @param kind what is wrong
     * @param fields all members at fault; the first gives the detail
     * @return the exception
     */
    public static ProblemException ofFields(final ProblemKind kind, final List<FieldFault> fields) {
        return new ProblemException(
                kind, fields.get(0).name() + ": " + fields.get(0).detail(), fields, null, 0);
    }

    /**
     * @param kind what is wrong
     * @param detail the values behind it
     * @param order the order concerned, may be null
     * @return the exception
     */
    public static ProblemException ofOrder(final ProblemKind kind, final String detail, final Object order) {
        return new ProblemException(kind, detail, List.of(), order, 0);
    }

    /**
     * @param kind what is wrong
     * @param detail the values behind it
     * @param retryAfterSeconds told as {@code Retry-After}
     * @return the exception
     */
    public static ProblemException ofRetry(final ProblemKind kind, final String detail, final int retryAfterSeconds) {
        return new ProblemException(kind, detail, List.of(), null, retryAfterSeconds);
    }

    /** @return what is wrong */
    public ProblemKind kind() {
        return kind;
    }

    /** @return every wrong member */
    public List<FieldFault> fields() {
        return fields;
    }

    /** @return the order concerned, or null */
    public Object order() {
        return order;
    }

    /** @return seconds for {@code Retry-After}, 0 for none */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
