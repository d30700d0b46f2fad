package io.vexchange.fixclient.trading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An order this client has sent and what it was told of it. Guarded by its {@link Blotter}. */
final class OwnOrder {
    /** More unread messages than this and the oldest are forgotten. */
    private static final int UNREAD_LIMIT = 10_000;

    private final String name;
    private final String session;
    private final Map<Integer, String> tags;
    private final List<String> ids = new ArrayList<>();
    private final Deque<Report> unread = new ArrayDeque<>();
    private final Set<String> execIds = new HashSet<>();
    private String clOrdId;
    private String orderStatus = "";
    private String leaves = "";
    private String cum = "0";

    OwnOrder(final String name, final String session, final String clOrdId, final Map<Integer, String> tags) {
        this.name = name;
        this.session = session;
        this.clOrdId = clOrdId;
        this.tags = new TreeMap<>(tags);
        ids.add(clOrdId);
    }

    String name() {
        return name;
    }

    /** The session that entered it. */
    String session() {
        return session;
    }

    /** Its ClOrdID now: that of the order, then of each accepted replace. */
    String clOrdId() {
        return clOrdId;
    }

    /** All ids it or a request about it was sent with. */
    List<String> ids() {
        return Collections.unmodifiableList(ids);
    }

    void addId(final String id) {
        ids.add(id);
    }

    /** A tag as last accepted by the venue, null when the order has none. */
    String tag(final int tag) {
        return tags.get(tag);
    }

    String leaves() {
        return leaves;
    }

    String cum() {
        return cum;
    }

    /** True while the venue may still trade it. */
    boolean isLive() {
        return Values.isPositive(leaves) && (orderStatus.equals("0") || orderStatus.equals("1"));
    }

    boolean isEnded() {
        return !orderStatus.isEmpty() && !isLive();
    }

    /** Takes note of a message; false when its event was known already. */
    boolean told(final Report report) {
        final String execId = report.execId();
        if (execId != null && !execIds.add(execId)) {
            return false;
        }
        if (isDuplicateRefusal(report)) {
            orderStatus = "8"; // its other fields are those of the order that had the id first
            leaves = "0";
        } else if (report.type().equals("8")) {
            update(report);
        }
        if (unread.size() == UNREAD_LIMIT) {
            unread.removeFirst();
        }
        unread.addLast(report);
        return true;
    }

    private static boolean isDuplicateRefusal(final Report report) {
        return report.type().equals("8")
                && report.outcome() == Outcome.REJECTED
                && "6".equals(report.field(Tag.ORD_REJ_REASON));
    }

    private void update(final Report report) {
        orderStatus = report.fields().getOrDefault(Tag.ORD_STATUS, orderStatus);
        leaves = report.fields().getOrDefault(Tag.LEAVES_QTY, leaves);
        cum = report.fields().getOrDefault(Tag.CUM_QTY, cum);
        for (final int tag : new int[] {Tag.ORDER_QTY, Tag.PRICE, Tag.STOP_PX, Tag.ORD_TYPE}) {
            final String value = report.field(tag);
            if (value != null) {
                tags.put(tag, value);
            }
        }
        if (report.outcome() == Outcome.REPLACED) {
            clOrdId = report.fields().getOrDefault(Tag.CL_ORD_ID, clOrdId);
        }
    }

    /** Takes messages from the oldest on until one meets the expectation; null when none does, and then none is taken. */
    Report take(final Expectation expectation) {
        int position = 0;
        for (final Report report : unread) {
            position++;
            if (expectation.meets(report)) {
                for (int i = 0; i < position; i++) {
                    unread.removeFirst();
                }
                return report;
            }
        }
        return null;
    }

    /** What no expectation has taken yet, oldest first. */
    List<Report> unread() {
        return List.copyOf(unread);
    }
}
