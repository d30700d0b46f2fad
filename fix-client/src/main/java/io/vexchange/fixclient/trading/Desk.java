package io.vexchange.fixclient.trading;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.Message;

/** A trader's desk: sessions, orders by name, and a line for everything the venue says. Commands come from one thread. */
final class Desk implements SessionListener, AutoCloseable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([A-Za-z][A-Za-z0-9_.-]*)");
    private static final int EXPLAINED_MESSAGES = 4;

    private final Venue venue;
    private final Path storeFolder;
    private final boolean pauses;
    private final Output output;
    private final Ink ink;
    private final ReportLine reportLine;
    private final RequestFactory requests;
    private final Blotter blotter = new Blotter();
    private final RequestIds ids = new RequestIds(System.currentTimeMillis());
    private final Map<String, FixSession> sessions = new LinkedHashMap<>();
    private final AtomicInteger refusedVenueMessages = new AtomicInteger();
    private volatile boolean wire;
    private String current;
    private String acting;
    private int unnamed;
    private boolean leaving;

    /**
     * @param storeFolder where sessions that resume keep their numbers
     * @param pauses false skips the waits that are only for a person's eyes
     */
    Desk(final Venue venue, final Path storeFolder, final boolean pauses, final Output output, final Ink ink) {
        this.venue = venue;
        this.storeFolder = storeFolder;
        this.pauses = pauses;
        this.output = output;
        this.ink = ink;
        reportLine = new ReportLine(ink);
        try {
            requests = new RequestFactory(new DataDictionary("FIX44.xml"));
        } catch (ConfigError e) {
            throw new IllegalStateException("FIX44.xml is not on the classpath", e);
        }
    }

    /** Does one line. */
    void run(final ScriptLine line) throws CommandFault {
        acting = line.session();
        line.command().run(this);
    }

    void logon(final Command.Logon logon) throws CommandFault {
        final FixSession session =
                sessions.computeIfAbsent(logon.session(), name -> new FixSession(name, venue, storeFolder, this));
        uninterrupted(() -> session.logon(logon));
        if (logon.refusal() == null) {
            current = logon.session();
            note(logon.session(), ink.green("on"));
        } else {
            note(logon.session(), ink.yellow("refused, as expected") + "  " + logon.refusal());
        }
    }

    void logout() throws CommandFault {
        final String name = actingSession();
        uninterrupted(session(name)::logout);
        note(name, ink.yellow("off"));
    }

    void drop() throws CommandFault {
        final String name = actingSession();
        session(name).drop();
        note(name, ink.yellow("connection dropped"));
    }

    void use(final String name) throws CommandFault {
        session(name);
        current = name;
    }

    void enter(final NewOrder order) throws CommandFault {
        final String name = order.name() == null ? "o" + ++unnamed : order.name();
        final Map<Integer, String> tags = new TreeMap<>();
        for (final Map.Entry<Integer, String> tag : order.tags().entrySet()) {
            tags.put(tag.getKey(), filled(tag.getValue()));
        }
        tags.putIfAbsent(Tag.CL_ORD_ID, ids.next(name));
        tags.putIfAbsent(Tag.TRANSACT_TIME, RequestFactory.now());
        final String session = actingSession();
        final OwnOrder entered = new OwnOrder(name, session, tags.get(Tag.CL_ORD_ID), tags);
        session(session);
        blotter.entered(entered);
        send(session, entered.clOrdId(), requests.newOrder(tags));
    }

    void cancel(final String name, final Map<Integer, String> tags) throws CommandFault {
        final OwnOrder order = order(name);
        final String id = tags.getOrDefault(Tag.CL_ORD_ID, ids.next("c-" + name));
        blotter.requested(id, order);
        send(sessionFor(order), id, requests.cancel(id, order, filled(tags)));
    }

    void replace(final String name, final Map<Integer, String> changes) throws CommandFault {
        final OwnOrder order = order(name);
        final String id = changes.getOrDefault(Tag.CL_ORD_ID, ids.next("r-" + name));
        blotter.requested(id, order);
        send(sessionFor(order), id, requests.replace(id, order, filled(changes)));
    }

    void status(final String name) throws CommandFault {
        final OwnOrder order = order(name);
        final String id = ids.next("s-" + name);
        blotter.requested(id, order);
        send(sessionFor(order), id, requests.status(id, order));
    }

    void massCancel(final String symbol, final Side side) throws CommandFault {
        final String id = ids.next("mass");
        blotter.requested(id);
        final String session = actingSession();
        send(session, id, requests.massCancel(id, symbol, side));
        if (!awaited(() -> blotter.awaitAnswer(id, CommandParser.PATIENCE.toNanos()))) {
            throw CommandFault.failed("the mass cancel of " + session + " was not answered");
        }
    }

    void expect(final Expectation expectation) throws CommandFault {
        final OwnOrder order = order(expectation.order());
        if (expectation.outcome() == Outcome.NOTHING) {
            if (awaited(() -> blotter.awaitAnything(order, expectation.within().toNanos()))) {
                throw CommandFault.failed(
                        "expected nothing for " + order.name() + ", but it was told " + unread(order));
            }
            return;
        }
        if (!awaited(() -> blotter.await(order, expectation) != null)) {
            throw CommandFault.failed("expected " + expectation + " within " + text(expectation.within())
                    + ", but it was told " + unread(order));
        }
    }

    private String unread(final OwnOrder order) {
        final List<Report> told = blotter.unread(order);
        if (told.isEmpty()) {
            return "nothing";
        }
        final String newest = told.stream()
                .skip(Math.max(0, told.size() - EXPLAINED_MESSAGES))
                .map(report -> reportLine.brief(report))
                .collect(Collectors.joining("; "));
        return (told.size() > EXPLAINED_MESSAGES ? "…; " : "") + newest;
    }

    private static String text(final Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    void settle(final Duration within) throws CommandFault {
        if (!awaited(() -> blotter.awaitAnswers(within.toNanos()))) {
            throw CommandFault.failed(blotter.unansweredCount() + " requests were not answered within " + text(within));
        }
    }

    /** Waits a little for what is still to come, and does not mind when it does not. */
    void settleQuietly(final int millis) throws CommandFault {
        uninterrupted(() -> blotter.awaitAnswers(TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    void pause(final Duration time) throws CommandFault {
        if (pauses) {
            uninterrupted(() -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
        }
    }

    void show() {
        final List<OwnOrder> live = blotter.live();
        output.line(ink.bold("%-12s %-7s %-5s %12s %-8s %12s %12s %12s"
                .formatted("order", "session", "side", "quantity", "symbol", "price", "leaves", "filled")));
        for (final OwnOrder order : live) {
            output.line("%-12s %-7s %-5s %12s %-8s %12s %12s %12s"
                    .formatted(
                            order.name(),
                            order.session(),
                            Side.wordOf(order.tag(Tag.SIDE)),
                            order.tag(Tag.ORDER_QTY),
                            order.tag(Tag.SYMBOL),
                            price(order),
                            order.leaves(),
                            order.cum()));
        }
        output.line(ink.dim(live.size() + " working orders of this run"));
    }

    private static String price(final OwnOrder order) {
        if (order.tag(Tag.PRICE) != null) {
            return order.tag(Tag.PRICE);
        }
        return order.tag(Tag.STOP_PX) == null ? "market" : "stop " + order.tag(Tag.STOP_PX);
    }

    void say(final String text) {
        output.line(text.isEmpty() ? "" : ink.bold("— " + text));
    }

    void raw(final String text) throws CommandFault {
        final String session = actingSession();
        session(session).send(requests.raw(filled(text)));
    }

    void wire(final boolean on) {
        wire = on;
    }

    void help() {
        Vocabulary.help().forEach(output::line);
    }

    void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** The session that commands without @ use, empty when none has logged on. */
    String currentSession() {
        return current == null ? "" : current;
    }

    List<String> sessionNames() {
        return List.copyOf(sessions.keySet());
    }

    List<String> orderNames() {
        return blotter.names();
    }

    List<String> liveOrderNames() {
        return blotter.live().stream().map(OwnOrder::name).toList();
    }

    /** How many messages of the venue the stock dictionary did not take. */
    int refusedVenueMessages() {
        return refusedVenueMessages.get();
    }

    private String actingSession() throws CommandFault {
        if (acting != null) {
            return acting;
        }
        if (current == null) {
            throw CommandFault.usage("no session: begin with logon ALPHA1");
        }
        return current;
    }

    private String sessionFor(final OwnOrder order) {
        return acting == null ? order.session() : acting;
    }

    private FixSession session(final String name) throws CommandFault {
        final FixSession session = sessions.get(name);
        if (session == null) {
            throw CommandFault.usage("session " + name + " has not logged on: logon " + name);
        }
        return session;
    }

    private OwnOrder order(final String name) throws CommandFault {
        final OwnOrder order = blotter.named(name);
        if (order == null) {
            throw CommandFault.usage("there is no order named " + name);
        }
        return order;
    }

    private void send(final String session, final String id, final Message message) throws CommandFault {
        try {
            session(session).send(message);
        } catch (CommandFault fault) {
            blotter.notSent(id);
            throw fault;
        }
    }

    private Map<Integer, String> filled(final Map<Integer, String> tags) throws CommandFault {
        final Map<Integer, String> filled = new TreeMap<>();
        for (final Map.Entry<Integer, String> tag : tags.entrySet()) {
            filled.put(tag.getKey(), filled(tag.getValue()));
        }
        return filled;
    }

    /** Puts ids and the time in place of $new, $now and $order. */
    private String filled(final String text) throws CommandFault {
        final Matcher found = PLACEHOLDER.matcher(text);
        final StringBuilder filled = new StringBuilder();
        while (found.find()) {
            final String word = found.group(1);
            final String value = switch (word) {
                case "now" -> RequestFactory.now();
                case "new" -> ids.next("x");
                default -> order(word).clOrdId();
            };
            found.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return found.appendTail(filled).toString();
    }

    private void note(final String session, final String text) {
        output.line(reportLine.note(LocalTime.now(ZoneId.systemDefault()), session, text));
    }

    @Override
    public void report(final Report report) {
        final OwnOrder order = blotter.orderOf(report);
        // the line first: whoever waits for the report prints the next one
        output.line(reportLine.of(report, order == null ? ids.wordOf(report.requestId()) : order.name()));
        blotter.told(report);
    }

    @Override
    public void lost(final String session, final String why) {
        note(session, ink.red("connection lost") + (why.isEmpty() ? "" : "  " + why));
    }

    @Override
    public void venueMessageRefused(final String session, final String refusal) {
        refusedVenueMessages.incrementAndGet();
        note(session, ink.red("the stock FIX 4.4 dictionary refuses a message of the venue: " + refusal));
    }

    @Override
    public void wire(final String session, final boolean incoming, final String message) {
        if (wire) {
            output.line(ink.dim("%-7s %s %s".formatted(session, incoming ? "<" : ">", message)));
        }
    }

    /** Logs every session out. */
    @Override
    public void close() {
        for (final FixSession session : sessions.values()) {
            try {
                session.logout();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                session.drop();
            }
        }
    }

    private interface Waiting {
        void run() throws CommandFault, InterruptedException;
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void uninterrupted(final Waiting waiting) throws CommandFault {
        try {
            waiting.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFault.failed("interrupted");
        }
    }

    private static boolean awaited(final Condition condition) throws CommandFault {
        final boolean[] holds = new boolean[1];
        uninterrupted(() -> holds[0] = condition.holds());
        return holds[0];
    }
}
