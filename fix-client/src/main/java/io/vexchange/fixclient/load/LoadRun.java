package io.vexchange.fixclient.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** A load from logon to Logout. */
final class LoadRun {
    private static final int RING_CAPACITY = 1 << 17;
    private static final int CONNECT_MILLIS = 5_000;
    private static final long LOGON_SECONDS = 40; // a refusal is delayed by up to 30 s
    private static final int LOGON_ATTEMPTS = 10;
    private static final long SETTLE_MILLIS = 200;
    private static final long ANSWER_SECONDS = 15;
    private static final long LOGOUT_SECONDS = 5;

    /** Hears how it goes, once a second. */
    interface Watcher {
        void second(LoadRun run, double elapsedSeconds, boolean warmingUp);
    }

    private final LoadPlan plan;
    private final Watcher watcher;
    private final Latencies firstReports = new Latencies();
    private final Latencies fills = new Latencies();
    private final Latencies lateness = new Latencies();
    private final List<LoadSession> sessions = new ArrayList<>();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final String run =
            "L" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    private Reader reader;
    private long notSent;

    LoadRun(final LoadPlan plan, final Watcher watcher) {
        this.plan = plan;
        this.watcher = watcher;
    }

    /** Ends the measurement early; orders are still canceled and sessions logged out. From any thread. */
    void stop() {
        stop.countDown();
    }

    LoadResult execute() throws LoadFault, InterruptedException {
        try (Selector selector = Selector.open()) {
            prepare();
            reader = new Reader(selector, sessions, plan.window());
            final Thread reading = new Thread(reader, "load-reader");
            reading.setDaemon(true);
            reading.start();
            try {
                logon(selector);
                massCancel(1);
                return measure();
            } finally {
                leave();
                reader.stop();
                reading.join();
            }
        } catch (IOException e) {
            throw LoadFault.failed("the load failed: " + e.getMessage());
        }
    }

    private void prepare() {
        for (int i = 0; i < plan.sessions().size(); i++) {
            sessions.add(newSession(i));
        }
    }

    private LoadSession newSession(final int index) {
        final String name = plan.sessions().get(index);
        final String prefix = String.format("%s%02d-", run, index);
        final RequestWriter writer = new RequestWriter(plan, name, prefix);
        final Ledger ledger = plan.ledger() == null ? null : new Ledger(name, prefix);
        if (ledger != null && ledgers.size() == index) {
            ledgers.add(ledger);
        } else if (ledger != null) {
            ledgers.set(index, ledger);
        }
        return new LoadSession(
                name,
                writer,
                new ReportBook(writer.prefixBytes(), RING_CAPACITY, firstReports, fills, ledger),
                plan.mix());
    }

    private void logon(final Selector selector) throws LoadFault, InterruptedException {
        for (int i = 0; i < sessions.size(); i++) {
            int attempt = 1;
            while (!logon(selector, sessions.get(i))) {
                final String farewell = sessions.get(i).farewell();
                if (attempt++ == LOGON_ATTEMPTS || !farewell.startsWith("the venue closed")) {
                    throw LoadFault.usage(sessions.get(i).name() + " cannot log on: " + farewell);
                }
                // the venue may not have noticed yet that the session's last connection is gone
                TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
                sessions.set(i, newSession(i));
            }
        }
    }

    private boolean logon(final Selector selector, final LoadSession session) throws LoadFault, InterruptedException {
        try {
            session.open(plan.venue(), selector, CONNECT_MILLIS);
        } catch (IOException e) {
            throw LoadFault.usage("no venue answers at " + plan.venue().getHostString() + ":"
                    + plan.venue().getPort() + " (" + e.getMessage()
                    + "): start it with bin/exchange, or give --host and --port");
        }
        return session.awaitLogon(LOGON_SECONDS);
    }

    private void massCancel(final int count) throws InterruptedException {
        for (final LoadSession session : sessions) {
            session.massCancel(run + "-M" + count + "-" + session.name());
        }
        for (final LoadSession session : sessions) {
            session.awaitMassCancels(count, ANSWER_SECONDS);
        }
    }

    private LoadResult measure() throws InterruptedException {
        final long start = System.nanoTime();
        final long measureFrom = start + TimeUnit.SECONDS.toNanos(plan.warmupSeconds());
        final long end = measureFrom + TimeUnit.SECONDS.toNanos(plan.seconds());
        for (final Latencies each : List.of(firstReports, fills, lateness)) {
            each.measureFrom(measureFrom);
        }
        final Thread pacing = startSending(start, end);
        long answeredBefore = 0;
        long reportsBefore = 0;
        boolean measuring = plan.warmupSeconds() == 0;
        long measuringSince = start;
        long now = start;
        for (int second = 1; now - end < 0 && !isOver(); second++) {
            final long next = Math.min(start + TimeUnit.SECONDS.toNanos(second) - now, end - now);
            stop.await(next, TimeUnit.NANOSECONDS);
            now = System.nanoTime();
            watcher.second(this, (now - start) / 1e9, now - measureFrom < 0);
            if (!measuring && now - measureFrom >= 0) {
                measuring = true;
                measuringSince = now;
                answeredBefore = sum(session -> session.book().answeredCount());
                reportsBefore = sum(session -> session.book().reportCount());
            }
        }
        reader.pause();
        final long measured = System.nanoTime() - measuringSince;
        final long answered = sum(session -> session.book().answeredCount()) - answeredBefore;
        final long reports = sum(session -> session.book().reportCount()) - reportsBefore;
        if (pacing != null) {
            pacing.join();
        }
        drain();
        return result(measuring ? measured : 0, measuring ? answered : 0, measuring ? reports : 0);
    }

    private Thread startSending(final long start, final long end) {
        if (!plan.isOpenLoop()) {
            reader.start();
            return null;
        }
        final Schedule schedule = new Schedule(start, plan.ratePerSecond(), end - start);
        final Pacer pacer = new Pacer(schedule, List.copyOf(sessions), System::nanoTime, lateness, this::isOver);
        final Thread pacing = new Thread(() -> notSent = schedule.count() - pacer.run(), "load-pacer");
        pacing.setDaemon(true);
        pacing.start();
        return pacing;
    }

    private boolean isOver() {
        final boolean full = plan.ledger() != null && sent() >= LoadPlan.LEDGER_LIMIT;
        return full || stop.getCount() == 0 || sessions.stream().anyMatch(LoadSession::isGone);
    }

    /** Waits for the answers that are still under way. */
    private void drain() throws InterruptedException {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (unanswered() > 0
                && System.nanoTime() - deadline < 0
                && sessions.stream().noneMatch(LoadSession::isGone)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private LoadResult result(final long measured, final long answered, final long reports)
            throws InterruptedException {
        final long unanswered = unanswered();
        leave();
        final Map<String, Long> refusals = new TreeMap<>();
        sessions.forEach(
                session -> session.book().refusals().forEach((code, count) -> refusals.merge(code, count, Long::sum)));
        return new LoadResult(
                plan,
                measured,
                answered,
                reports,
                sent(),
                stop.getCount() == 0 ? 0 : notSent,
                unanswered,
                sum(session -> session.book().fillCount()),
                refusals,
                firstReports.measured(),
                fills.measured(),
                lateness.measured(),
                faults(unanswered));
    }

    private List<String> faults(final long unanswered) {
        final List<String> faults = new ArrayList<>();
        if (!plan.untilDisconnect()) {
            for (final LoadSession session : sessions) {
                if (!session.farewell().isEmpty() && !session.hasLoggedOut()) {
                    faults.add(session.name() + " was lost: " + session.farewell());
                }
            }
            if (unanswered > 0) {
                faults.add(unanswered + " requests were not answered");
            }
            if (notSent > 0 && stop.getCount() > 0) {
                faults.add(notSent + " requests that were due could not be sent");
            }
        }
        faults.addAll(ledgerFaults());
        return faults;
    }

    private List<String> ledgerFaults() {
        final List<String> faults = new ArrayList<>();
        final Set<String> execIds = new HashSet<>();
        for (final Ledger ledger : ledgers) {
            for (final LedgerOrder order : ledger.orders()) {
                order.execIds().stream()
                        .filter(id -> !execIds.add(id))
                        .forEach(id -> faults.add("ExecID " + id + " came twice"));
                if (!order.isConsistent()) {
                    faults.add("quantities of " + order.clOrdId() + " do not add up");
                }
            }
        }
        return faults.size() > 20 ? faults.subList(0, 20) : faults;
    }

    /** Takes back what rests and logs out, once. */
    private void leave() throws InterruptedException {
        if (sessions.stream().allMatch(session -> session.isGone() || session.isLeaving())) {
            return;
        }
        massCancel(2);
        sessions.forEach(LoadSession::logout);
        for (final LoadSession session : sessions) {
            if (!session.awaitGone(LOGOUT_SECONDS)) {
                session.end("no Logout from the venue");
            }
        }
    }

    /** Writes every order and what it was told, one JSON object a line. */
    void writeLedger() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(plan.ledger())) {
            for (final Ledger ledger : ledgers) {
                ledger.write(out);
            }
        }
    }

    long sent() {
        return sum(LoadSession::sentCount);
    }

    long answered() {
        return sum(session -> session.book().answeredCount());
    }

    long reports() {
        return sum(session -> session.book().reportCount());
    }

    long unanswered() {
        return sum(LoadSession::unansweredCount);
    }

    Latencies firstReports() {
        return firstReports;
    }

    private long sum(final ToLongFunction<LoadSession> count) {
        return sessions.stream().mapToLong(count).sum();
    }
}
