package io.vexchange.exchange.e2e;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a session was told of its orders, judged report by report. For any thread. */
final class Told {
    /** An order as it was last told. */
    record Order(String status, String filled, String leaves, long eventSequence) {
        static Order of(final FixMessage report) {
            return new Order(
                    word(report.get(39)), plain(report, 14), plain(report, 151), Long.parseLong(report.get(17)));
        }

        private static String plain(final FixMessage report, final int tag) {
            return report.number(tag).signum() == 0
                    ? "0"
                    : report.number(tag).stripTrailingZeros().toPlainString();
        }

        private static String word(final String status) {
            return switch (status) {
                case "0" -> "NEW";
                case "1" -> "PARTIALLY_FILLED";
                case "2" -> "FILLED";
                case "4" -> "CANCELED";
                case "8" -> "REJECTED";
                default -> status;
            };
        }

        /** As a query gives it. */
        String row() {
            return status + '|' + filled + '|' + leaves + '|' + eventSequence;
        }
    }

    private final Map<Long, Order> orders = new TreeMap<>();
    private final Map<String, String> reports = new HashMap<>();
    private final Set<Long> sequences = new TreeSet<>();
    private final Set<String> fills = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    /** Takes an ExecutionReport; anything else is not for it. */
    synchronized void take(final FixMessage message) {
        if (!message.type().equals("8")) {
            return;
        }
        final String before = reports.putIfAbsent(message.get(17), message.content());
        if (before != null) {
            faults.add((before.equals(message.content()) ? "twice: " : "other content: ") + message);
            return;
        }
        if (!Character.isDigit(message.get(17).charAt(0))) {
            return; // the gateway's own refusal: the engine does not know of it
        }
        sequences.add(Long.parseLong(message.get(17)));
        final Order now = Order.of(message);
        final Order last = orders.put(Long.parseLong(message.get(37)), now);
        if (last != null && last.eventSequence() >= now.eventSequence()) {
            faults.add("out of order after " + last + ": " + message);
        }
        if (last != null && message.number(14).compareTo(new BigDecimal(last.filled())) < 0) {
            faults.add("CumQty falls after " + last + ": " + message);
        }
        if (message.has(150, "F") && !fills.add(message.get(37) + '/' + message.get(527))) {
            faults.add("a fill twice: " + message);
        }
    }

    synchronized Map<Long, Order> orders() {
        return new TreeMap<>(orders);
    }

    /** ExecIDs of the engine. */
    synchronized Set<Long> sequences() {
        return new TreeSet<>(sequences);
    }

    synchronized Set<String> fills() {
        return new HashSet<>(fills);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
