package io.vexchange.fixclient.trading;

import java.time.LocalTime;
import java.util.Collections;
import java.util.Map;

/**
 * One message of the venue about an order or a request.
 *
 * @param session that received it
 * @param at local time of its arrival
 * @param type MsgType: 8, 9, r, 3 or j
 * @param fields of the message outside its groups, by tag
 */
record Report(String session, LocalTime at, String type, Map<Integer, String> fields) {
    Report {
        fields = Collections.unmodifiableMap(fields);
    }

    Outcome outcome() {
        return switch (type) {
            case "8" -> Outcome.ofExecutionReport(fields);
            case "r" -> isRefusedMassCancel() ? Outcome.REJECTED : Outcome.MASS_CANCELED;
            default -> Outcome.REJECTED;
        };
    }

    private boolean isRefusedMassCancel() {
        return "0".equals(field(531)) && fields.containsKey(532);
    }

    /** The value of a tag, null when it is absent. */
    String field(final int tag) {
        return fields.get(tag);
    }

    /** The id of the request this answers, or the order's current ClOrdID; null when it names none. */
    String requestId() {
        final String id = fields.get(Tag.ORD_STATUS_REQ_ID);
        if (id != null) {
            return id;
        }
        return fields.getOrDefault(Tag.CL_ORD_ID, fields.get(Tag.BUSINESS_REJECT_REF_ID));
    }

    /** The venue's code, which is Text up to its colon; null when there is none. */
    String code() {
        final String text = fields.get(Tag.TEXT);
        if (text == null) {
            return null;
        }
        final int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    /** True for something that was sent again after a ResendRequest. */
    boolean isResent() {
        return "Y".equals(fields.get(Tag.POSS_DUP));
    }

    /** ExecID when it names an event, null for status answers and other messages. */
    String execId() {
        final String id = fields.get(Tag.EXEC_ID);
        return id == null || id.equals("0") ? null : id;
    }
}
