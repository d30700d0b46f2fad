package io.vexchange.fixclient.trading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The orders of all sessions by name, and what is still unanswered. Safe for several threads. */
final class Blotter {
    private static final int ORDER_LIMIT = 20_000;

    private final Map<String, OwnOrder> byName = new LinkedHashMap<>();
    private final Map<String, OwnOrder> byId = new HashMap<>();
    /** Orders sent on purpose with an id that another one has: their refusal is theirs, all else is the other's. */
    private final Map<String, OwnOrder> contested = new HashMap<>();

    private final Set<String> unanswered = new HashSet<>();

    /** Takes note of an order before it is sent. A name used before belongs to the new order from now on. */
    synchronized void entered(final OwnOrder order) {
        byName.remove(order.name());
        byName.put(order.name(), order);
        if (byId.putIfAbsent(order.clOrdId(), order) != null) {
            contested.put(order.clOrdId(), order);
        }
        unanswered.add(order.clOrdId());
        forgetOldest();
    }

    private void forgetOldest() {
        final Iterator<OwnOrder> orders = byName.values().iterator();
        while (byName.size() > ORDER_LIMIT && orders.hasNext()) {
            final OwnOrder order = orders.next();
            if (order.isEnded()) {
                orders.remove();
                order.ids().forEach(byId::remove);
            }
        }
    }

    /** Takes note of a request about an order before it is sent. */
    synchronized void requested(final String id, final OwnOrder order) {
        order.addId(id);
        byId.put(id, order);
        unanswered.add(id);
    }

    /** Takes note of a request that is about no single order. */
    synchronized void requested(final String id) {
        unanswered.add(id);
    }

    /** Something that could not be sent is not waited for. */
    synchronized void notSent(final String id) {
        unanswered.remove(id);
        notifyAll();
    }

    /** The order a message is about, null when it is none of ours. */
    synchronized OwnOrder orderOf(final Report report) {
        final String id = report.requestId();
        if (isAboutContested(report)) {
            return contested.get(id);
        }
        final OwnOrder order = byId.get(id);
        return order != null ? order : byId.get(report.field(Tag.ORIG_CL_ORD_ID));
    }

    /** Hands a message to its order, and lets those go on who wait for it. */
    synchronized void told(final Report report) {
        final OwnOrder order = orderOf(report);
        if (isAboutContested(report)) {
            contested.remove(report.requestId());
        }
        if (order != null) {
            order.told(report);
        }
        if (report.requestId() != null) {
            unanswered.remove(report.requestId());
        }
        notifyAll();
    }

    private boolean isAboutContested(final Report report) {
        return report.outcome() == Outcome.REJECTED
                && !report.type().equals("9")
                && contested.containsKey(report.requestId());
    }

    /** The order of this name, null when there is none. */
    synchronized OwnOrder named(final String name) {
        return byName.get(name);
    }

    /** The orders the venue may still trade, oldest first. */
    synchronized List<OwnOrder> live() {
        return byName.values().stream().filter(OwnOrder::isLive).toList();
    }

    /** The names of all orders, the newest last. */
    synchronized List<String> names() {
        return new ArrayList<>(byName.keySet());
    }

    /** Waits for a message that meets the expectation and takes it. Null when none comes in time. */
    Report await(final OwnOrder order, final Expectation expectation) throws InterruptedException {
        final Report[] found = new Report[1];
        await(expectation.within().toNanos(), () -> {
            found[0] = order.take(expectation);
            return found[0] != null;
        });
        return found[0];
    }

    /** Waits for any message that no expectation has taken. True when one comes. */
    boolean awaitAnything(final OwnOrder order, final long nanos) throws InterruptedException {
        return await(nanos, () -> !order.unread().isEmpty());
    }

    /** Waits until nothing is unanswered. False when the time is over before. */
    boolean awaitAnswers(final long nanos) throws InterruptedException {
        return await(nanos, unanswered::isEmpty);
    }

    /** Waits until this request is answered. False when the time is over before. */
    boolean awaitAnswer(final String id, final long nanos) throws InterruptedException {
        return await(nanos, () -> !unanswered.contains(id));
    }

    private synchronized boolean await(final long nanos, final BooleanSupplier condition) throws InterruptedException {
        final long deadline = System.nanoTime() + nanos;
        while (!condition.getAsBoolean()) {
            final long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    /** What the order was told and no expectation has taken. */
    synchronized List<Report> unread(final OwnOrder order) {
        return order.unread();
    }

    synchronized int unansweredCount() {
        return unanswered.size();
    }
}
