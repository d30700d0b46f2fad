package io.vexchange.fixclient.trading;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** One message of the venue as one line for a person. */
final class ReportLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final Map<String, String> STATUS_WORDS =
            Map.of("0", "new", "1", "partly filled", "2", "filled", "4", "canceled", "8", "rejected", "C", "expired");
    private static final Map<String, String> TIME_IN_FORCE_WORDS =
            Map.of("1", "GTC", "2", "OPG", "3", "IOC", "4", "FOK", "6", "GTD", "7", "CLOSE");

    private final Ink ink;

    ReportLine(final Ink ink) {
        this.ink = ink;
    }

    /** Time, session, order, outcome and what matters for this outcome. */
    String of(final Report report, final String orderName) {
        final Outcome outcome = report.outcome();
        final String head = "%s  %-7s %-12s ".formatted(TIME.format(report.at()), report.session(), orderName);
        final String word = "%-9s ".formatted(outcome == Outcome.MASS_CANCELED ? "MASS" : outcome.name());
        return ink.dim(head)
                + coloured(outcome, word)
                + detail(report, outcome)
                + (report.isResent() ? ink.dim("  (sent again)") : "");
    }

    /** Outcome and details only. */
    String brief(final Report report) {
        return (report.outcome() + " " + detail(report, report.outcome())).strip();
    }

    /** Something about a session that is no report. */
    String note(final LocalTime at, final String session, final String text) {
        return ink.dim("%s  %-7s ".formatted(TIME.format(at), session)) + text;
    }

    private String coloured(final Outcome outcome, final String word) {
        return switch (outcome) {
            case NEW, REPLACED -> ink.cyan(word);
            case PARTIAL, FILL -> ink.green(word);
            case REJECTED -> ink.red(word);
            case CANCELED, EXPIRED, MASS_CANCELED -> ink.yellow(word);
            default -> ink.bold(word);
        };
    }

    private static String detail(final Report report, final Outcome outcome) {
        return switch (outcome) {
            case NEW, REPLACED, TRIGGERED, RESTATED ->
                terms(report) + told(report, "  leaves ", Tag.LEAVES_QTY) + text(report);
            case PARTIAL, FILL, BUSTED, CORRECTED ->
                report.fields().getOrDefault(Tag.LAST_QTY, "") + " @ "
                        + report.fields().getOrDefault(Tag.LAST_PX, "") + leavesAndCum(report) + text(report);
            case STATUS ->
                STATUS_WORDS.getOrDefault(report.fields().getOrDefault(Tag.ORD_STATUS, ""), "?")
                        + leavesAndCum(report)
                        + text(report);
            case MASS_CANCELED -> report.fields().getOrDefault(Tag.TOTAL_AFFECTED_ORDERS, "0") + " orders";
            case REJECTED -> refusal(report);
            default -> (terms(report) + leavesAndCum(report) + text(report)).strip();
        };
    }

    private static String terms(final Report report) {
        final Map<Integer, String> fields = report.fields();
        if (!fields.containsKey(Tag.SIDE)) {
            return "";
        }
        final String tif = TIME_IN_FORCE_WORDS.get(fields.getOrDefault(Tag.TIME_IN_FORCE, "0"));
        return Side.wordOf(fields.get(Tag.SIDE))
                + told(report, " ", Tag.ORDER_QTY)
                + told(report, " ", Tag.SYMBOL)
                + ("1".equals(fields.get(Tag.ORD_TYPE)) ? " market" : "")
                + told(report, " @ ", Tag.PRICE)
                + told(report, " stop ", Tag.STOP_PX)
                + (tif == null ? "" : " " + tif);
    }

    private static String leavesAndCum(final Report report) {
        return told(report, "  leaves ", Tag.LEAVES_QTY) + told(report, "  cum ", Tag.CUM_QTY);
    }

    private static String text(final Report report) {
        return told(report, "  ", Tag.TEXT);
    }

    private static String told(final Report report, final String label, final int tag) {
        final String value = report.field(tag);
        return value == null ? "" : label + value;
    }

    private static String refusal(final Report report) {
        final String kind = switch (report.type()) {
            case "9" -> "request refused";
            case "3" -> "malformed message";
            case "j" -> "message not taken";
            default -> terms(report);
        };
        final String where = told(report, " tag ", Tag.REF_TAG) + told(report, " reason ", Tag.SESSION_REJECT_REASON);
        return kind + where + text(report);
    }
}
