package io.vexchange.fixclient.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the venue answers to one session: how fast, how often, and with which refusals. The reader writes, anybody looks at the counts. */
final class ReportBook {
    private static final int CODES = 50;

    private final byte[] prefix;
    private final RequestRing unanswered;
    private final RequestRing unfilled;
    private final long[] numberBySequence;
    private final Latencies firstReports;
    private final Latencies fills;
    private final Ledger ledger;
    private final ConcurrentHashMap<String, Long> refusals = new ConcurrentHashMap<>();
    private final Tally answeredCount = new Tally();
    private final Tally reportCount = new Tally();
    private final Tally fillCount = new Tally();

    /** @param ledger null when none is kept */
    ReportBook(
            final byte[] prefix,
            final int capacity,
            final Latencies firstReports,
            final Latencies fills,
            final Ledger ledger) {
        this.prefix = prefix;
        this.firstReports = firstReports;
        this.fills = fills;
        this.ledger = ledger;
        unanswered = new RequestRing(capacity);
        unfilled = new RequestRing(capacity);
        numberBySequence = new long[capacity];
    }

    int capacity() {
        return unanswered.capacity();
    }

    /** Takes note of a request before it is sent; {@code about} is the order a replace or cancel names. By the sender. */
    void sending(
            final RequestKind kind, final long number, final long about, final long sequence, final long dueNanos) {
        if (ledger != null) {
            ledger.sending(kind, number, about);
        }
        numberBySequence[(int) sequence & capacity() - 1] = number;
        if (kind == RequestKind.TAKE) {
            unfilled.add(number, dueNanos);
        } else {
            unfilled.clear(number);
        }
        unanswered.add(number, dueNanos);
    }

    /** ExecutionReport. */
    void executionReport(final FixView report, final long nowNanos) {
        reportCount.raise();
        final long number = report.numberBehind(11, prefix);
        if (number < 0) {
            return;
        }
        answered(number, nowNanos);
        final byte execType = report.first(150);
        if (execType == 'F') {
            fillCount.raise();
            unfilled.take(number, fills, nowNanos);
        } else if (execType == '8') {
            refused(report.text(58));
        }
        if (ledger != null) {
            ledger.told(number, report);
        }
    }

    /** OrderCancelReject. */
    void cancelReject(final FixView message, final long nowNanos) {
        reportCount.raise();
        final long number = message.numberBehind(11, prefix);
        if (number >= 0) {
            answered(number, nowNanos);
            refused(message.text(58));
            if (ledger != null) {
                ledger.refused(number, message);
            }
        }
    }

    /** Reject or BusinessMessageReject, which name a request by its MsgSeqNum. */
    void reject(final FixView message, final long nowNanos) {
        reportCount.raise();
        refused("malformed: " + message.text(58));
        final long sequence = message.number(45);
        if (sequence > 0) {
            answered(numberBySequence[(int) sequence & capacity() - 1], nowNanos);
        }
    }

    private void answered(final long number, final long nowNanos) {
        if (unanswered.take(number, firstReports, nowNanos)) {
            answeredCount.raise();
        }
    }

    private void refused(final String text) {
        final int colon = text == null ? -1 : text.indexOf(':');
        final String code = text == null
                ? "(no text)"
                : colon < 0 || text.startsWith("malformed") ? text : text.substring(0, colon);
        if (refusals.size() < CODES || refusals.containsKey(code)) {
            refusals.merge(code, 1L, Long::sum);
        }
    }

    /** Requests that have had their first answer. */
    long answeredCount() {
        return answeredCount.get();
    }

    /** Messages about orders and requests. */
    long reportCount() {
        return reportCount.get();
    }

    /** Trades reported to this session, each side counted. */
    long fillCount() {
        return fillCount.get();
    }

    /** How often each code was the answer. */
    Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }
}
