package io.vexchange.fixclient.trading;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a script expects an order to be told.
 *
 * @param order the order's name
 * @param outcome of the message
 * @param conditions by the word used in the script (qty, price, leaves, cum, code) or by a tag
 * @param within the time to wait for it
 */
record Expectation(String order, Outcome outcome, Map<String, String> conditions, Duration within) {
    /** True when this message is the one expected. */
    boolean meets(final Report report) {
        return report.outcome() == outcome
                && conditions.entrySet().stream()
                        .allMatch(each -> Values.same(actual(report, each.getKey()), each.getValue()));
    }

    private static String actual(final Report report, final String condition) {
        return switch (condition) {
            case "qty" -> report.field(report.outcome().isTrade() ? Tag.LAST_QTY : Tag.ORDER_QTY);
            case "price" -> report.field(report.outcome().isTrade() ? Tag.LAST_PX : Tag.PRICE);
            case "leaves" -> report.field(Tag.LEAVES_QTY);
            case "cum" -> report.field(Tag.CUM_QTY);
            case "code" -> report.code();
            default -> report.field(Integer.parseInt(condition));
        };
    }

    /** As it was written, without the time. */
    @Override
    public String toString() {
        final String details = conditions.entrySet().stream()
                .map(each -> " " + each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining());
        return order + " " + outcome + details;
    }
}
