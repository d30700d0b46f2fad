package io.vexchange.fix;

import io.vexchange.engine.model.Code;
import quickfix.FieldMap;
import quickfix.Message;

/** What the gateway refuses itself: no event, no order id, and the request's own id stays free. */
final class Refusals {
    private static final int[] OF_ORDER = {1, 55, 54, 38, 40, 44, 99, 59};

    private Refusals() {}

    /**
     * @param order a D
     * @param execId 17
     * @param reason 103
     * @param text 58, begins with a code
     * @param account its account's name, null when it has none
     * @return an ExecutionReport 8/8
     */
    static CharSequence order(
            final Message order,
            final String execId,
            final int reason,
            final String text,
            final String account,
            final boolean microseconds) {
        final StringBuilder body = new StringBuilder(200);
        FixText.field(body, 37, "NONE");
        copy(body, order, 11);
        FixText.field(body, 17, execId);
        FixText.field(body, 150, '8');
        FixText.field(body, 39, '8');
        FixText.field(body, 103, reason);
        if (account != null && !order.isSetField(1)) {
            FixText.field(body, 1, account);
        }
        for (final int tag : OF_ORDER) {
            copy(body, order, tag);
        }
        FixText.field(body, 151, '0');
        FixText.field(body, 14, '0');
        FixText.field(body, 6, '0');
        FixText.field(body, 58, text);
        return time(body, microseconds);
    }

    /** @return an OrderCancelReject of a request that could not be sequenced properly */
    static CharSequence cancel(
            final Message request, final char responseTo, final Code code, final boolean microseconds) {
        final StringBuilder body = new StringBuilder(150);
        FixText.field(body, 37, "NONE");
        copy(body, request, 11);
        FixText.field(body, 41, request.isSetField(41) ? Fields.text(request, 41) : "NONE");
        FixText.field(body, 39, '8');
        FixText.field(body, 434, responseTo);
        FixText.field(body, 102, code.cxlRejReason());
        copy(body, request, 1);
        FixText.field(body, 58, code.name());
        return time(body, microseconds);
    }

    /** @return an OrderMassCancelReport 531=0 */
    static CharSequence massCancel(
            final Message request, final char reason, final String text, final boolean extensions) {
        final StringBuilder body = new StringBuilder(150);
        FixText.field(body, 37, "NONE");
        for (final int tag : new int[] {11, 530, 55, 54}) {
            copy(body, request, tag);
        }
        if (extensions) {
            copy(body, request, 1);
        }
        FixText.field(body, 531, '0');
        FixText.field(body, 532, reason);
        FixText.field(body, 533, '0');
        FixText.field(body, 58, text);
        return time(body, extensions);
    }

    /** @return a BusinessMessageReject */
    static CharSequence business(final Message request, final String requestId, final int reason, final String text) {
        final StringBuilder body = new StringBuilder(100);
        FixText.field(body, 45, Fields.text(request.getHeader(), 34));
        FixText.field(body, 372, Fields.text(request.getHeader(), 35));
        if (requestId != null && !requestId.isEmpty()) {
            FixText.field(body, 379, requestId);
        }
        FixText.field(body, 380, reason);
        return FixText.field(body, 58, text);
    }

    private static void copy(final StringBuilder body, final FieldMap from, final int tag) {
        final String value = Fields.text(from, tag);
        if (value != null) {
            FixText.field(body, tag, value);
        }
    }

    private static CharSequence time(final StringBuilder body, final boolean microseconds) {
        body.append("60=");
        return FixText.time(body, OutboundMessage.nowMicros(), microseconds).append(FixText.SOH);
    }
}
