package io.vexchange.fixclient.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One order and all it was told. Made by the sender, then used by the reader only. */
final class LedgerOrder {
    /**
     * A replace or cancel of it.
     *
     * @param clOrdId of the request
     * @param type MsgType
     * @param answer MsgType of the answer, null while there is none
     */
    record Request(String clOrdId, String type, String answer) {}

    private final RequestKind kind;
    private final String clOrdId;
    private final List<String> execIds = new ArrayList<>(2);
    private final List<Request> requests = new ArrayList<>(0);
    private String current;
    private String orderId;
    private String orderStatus;
    private String quantity;
    private String cum;
    private String leaves;
    private String text;

    LedgerOrder(final RequestKind kind, final String clOrdId) {
        this.kind = kind;
        this.clOrdId = clOrdId;
        current = clOrdId;
    }

    void requested(final RequestKind request, final String id) {
        synchronized (requests) {
            requests.add(new Request(id, request.msgType(), null));
        }
    }

    void answered(final String id, final String msgType) {
        synchronized (requests) {
            requests.replaceAll(each -> each.clOrdId().equals(id) ? new Request(id, each.type(), msgType) : each);
        }
    }

    /** Takes an ExecutionReport down. */
    void told(final FixView report) {
        orderId = report.text(37);
        execIds.add(report.text(17));
        orderStatus = report.text(39);
        quantity = report.text(38);
        cum = report.text(14);
        leaves = report.text(151);
        text = report.text(58);
        if (report.first(150) == '5') {
            current = report.text(11);
        }
    }

    List<String> execIds() {
        return execIds;
    }

    String clOrdId() {
        return clOrdId;
    }

    boolean isAnswered() {
        return orderStatus != null;
    }

    /** True when 38 = 14 + 151 while the order lives, and 151 = 0 afterwards. */
    boolean isConsistent() {
        if (orderStatus == null) {
            return true;
        }
        final BigDecimal open = new BigDecimal(leaves);
        if (orderStatus.equals("0") || orderStatus.equals("1")) {
            return new BigDecimal(quantity).compareTo(new BigDecimal(cum).add(open)) == 0;
        }
        return open.signum() == 0;
    }

    /** As one JSON object. */
    String json(final String session) {
        final JsonText json = new JsonText()
                .put("session", session)
                .put("kind", kind.name())
                .put("clOrdId", clOrdId)
                .put("currentClOrdId", current)
                .put("orderId", orderId)
                .put("execIds", execIds)
                .put("ordStatus", orderStatus)
                .put("quantity", quantity)
                .put("cum", cum)
                .put("leaves", leaves)
                .put("text", text);
        final List<JsonText> asked = new ArrayList<>();
        for (final Request each : requests) {
            asked.add(new JsonText()
                    .put("clOrdId", each.clOrdId())
                    .put("type", each.type())
                    .put("answer", each.answer()));
        }
        return json.putObjects("requests", asked).toString();
    }
}
