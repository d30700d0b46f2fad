package io.vexchange.exchange.conformance;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.exchange.e2e.FixMessage;
import io.vexchange.exchange.venue.CoreVenue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays one transcript against a running venue: sends what the client says, and holds each answer against what is written. */
final class Player {
    private static final long PATIENCE_MILLIS = 15_000;
    private static final long QUIET_MILLIS = 300;
    private static final Set<String> TIMED = Set.of("D", "F", "G", "q");
    private static final FixMessage.Field ALL_ORDERS = Wire.field(530, "7");

    private final CoreVenue venue;
    private final OperatorDesk desk;
    private final Words words;
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final List<String> extended = new ArrayList<>();
    private final List<String> byHand = new ArrayList<>();
    private boolean phased;
    private final StringBuilder heard = new StringBuilder();

    /**
     * @param venue to play against
     * @param number of the transcript, unique in this run
     */
    Player(final CoreVenue venue, final int number) {
        this.venue = venue;
        this.desk = new OperatorDesk(venue);
        this.words = new Words(number);
    }

    void play(final List<Step> steps) throws InterruptedException {
        try {
            for (final Step each : steps) {
                play(each);
            }
            for (final String each : wires.keySet()) {
                if (!byHand.contains(each)) {
                    nothingIsLeft(each);
                }
            }
        } catch (final AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + heard, e);
        } finally {
            tidy();
        }
    }

    private void play(final Step step) throws InterruptedException {
        switch (step.verb()) {
            case ">" -> send(step);
            case "<" -> expect(step);
            case "connect" -> {
                byHand.add(step.session());
                wires.computeIfAbsent(step.session(), Wire::new).connect(venue.port());
            }
            case "logon" -> logon(step.session(), words.toSend(step, 1));
            case "drop" -> wire(step.session()).close();
            case "closed" -> {
                final String next = wire(step.session()).take(PATIENCE_MILLIS);
                if (next == null || !next.isEmpty()) {
                    throw fault(step, "the connection is not closed, " + shown(next));
                }
                wire(step.session()).close();
            }
            case "quiet" -> {
                final String next = wire(step.session()).take(QUIET_MILLIS);
                if (next != null) {
                    throw fault(step, "came: " + shown(next));
                }
            }
            case "raw" -> wire(step.session()).write(step.value(58).replace('|', '\u0001'));
            case "next" -> wire(step.session()).renumber(Integer.parseInt(step.value(34)));
            default -> operator(step);
        }
    }

    private void operator(final Step step) throws InterruptedException {
        switch (step.verb()) {
            case "phase" -> {
                phased = true;
                desk.phase(step.value(55), Phase.valueOf(step.type()));
            }
            case "kill" ->
                desk.engage(
                        KillScope.valueOf(step.type()),
                        step.fields().isEmpty() ? "" : step.fields().get(0).value());
            case "release" -> desk.release();
            case "bust" -> desk.bust(trade(step));
            case "correct" -> desk.correct(trade(step), ticks(step.value(31)), Long.parseLong(step.value(32)));
            default -> throw new IllegalArgumentException(step.place() + ": unknown word " + step.verb());
        }
    }

    private long trade(final Step step) {
        return Long.parseLong(words.seen(step, step.value(527).substring(1)));
    }

    /** Of ACME and the like: two decimals. */
    private static long ticks(final String price) {
        return new BigDecimal(price).movePointRight(2).longValueExact();
    }

    private Wire wire(final String session) {
        if (!wires.containsKey(session)) {
            logon(session, List.of());
        }
        return wires.get(session);
    }

    private void logon(final String session, final List<FixMessage.Field> more) {
        if (more.stream().anyMatch(each -> each.tag() == 8016 && "Y".equals(each.value()))) {
            extended.add(session);
        }
        final Wire wire = wires.computeIfAbsent(session, Wire::new);
        final FixMessage answer = wire.logon(venue.port(), more);
        if (!"A".equals(answer.type())) {
            throw new AssertionError(session + " is refused: " + answer);
        }
    }

    private void send(final Step step) {
        final Wire wire = wire(step.session());
        for (int i = 1; i <= step.times(); i++) {
            final List<FixMessage.Field> fields = new ArrayList<>(words.toSend(step, i));
            if (TIMED.contains(step.type()) && step.value(60) == null) {
                fields.add(Wire.field(60, Wire.utc(java.time.Instant.now())));
            }
            fields.removeIf(each -> "~".equals(each.value()));
            wire.send(step.type(), fields);
        }
        heard.append(step).append('\n');
    }

    private void expect(final Step step) {
        final Wire wire = wire(step.session());
        for (int i = 1; i <= step.times(); i++) {
            final String raw = wire.take(PATIENCE_MILLIS);
            if (raw == null || raw.isEmpty()) {
                throw fault(step, shown(raw));
            }
            final FixMessage message = FixMessage.of(raw);
            if (step.times() == 1) {
                heard.append(step.session()).append(" < ").append(message).append('\n');
            }
            final String fault = words.fault(step, message, i);
            if (fault != null) {
                throw fault(step, "expected " + fault + ": " + message);
            }
            Rules.check(raw, extended.contains(step.session()));
        }
    }

    private static String shown(final String raw) {
        return raw == null ? "nothing came" : raw.isEmpty() ? "the connection was closed" : raw.replace('\u0001', '|');
    }

    private static AssertionError fault(final Step step, final String what) {
        return new AssertionError(step.place() + "  " + step + "\n    " + what);
    }

    /** A status request sees everything before it; a session that may not ask is refused in its turn. */
    private void nothingIsLeft(final String session) {
        final Wire wire = wires.get(session);
        if (!wire.isConnected()) {
            return;
        }
        wire.send("H", List.of(Wire.field(11, "nothing-left"), Wire.field(55, "ACME"), Wire.field(54, "1")));
        final String raw = wire.take(PATIENCE_MILLIS);
        if (raw == null || raw.isEmpty()) {
            throw new AssertionError(session + " at the end: " + shown(raw));
        }
        final FixMessage message = FixMessage.of(raw);
        if (!message.has(11, "nothing-left") && !message.has(379, "nothing-left")) {
            throw new AssertionError(session + " got what the transcript does not tell: " + message);
        }
    }

    /** The next one finds an empty book, open. */
    private void tidy() throws InterruptedException {
        if (phased) {
            desk.phase("ACME", Phase.CONTINUOUS);
        }
        while (desk.hasEngaged()) {
            desk.release();
        }
        wires.values().forEach(Wire::close);
        for (final String each : wires.keySet()) {
            if (venue.directory().session(each) != null && !each.endsWith("DC") && !each.endsWith("MD")) {
                cancelAll(each);
            }
        }
    }

    private void cancelAll(final String session) {
        try (Wire wire = new Wire(session)) {
            final List<FixMessage.Field> more = "BETA2".equals(session) ? List.of(Wire.field(789, "1")) : List.of();
            wire.logon(venue.port(), more);
            wire.send(
                    "q",
                    List.of(
                            Wire.field(11, "tidy-" + System.nanoTime()),
                            ALL_ORDERS,
                            Wire.field(60, Wire.utc(java.time.Instant.now()))));
            String raw;
            do {
                raw = wire.take(PATIENCE_MILLIS);
            } while (raw != null
                    && !raw.isEmpty()
                    && !"r".equals(FixMessage.of(raw).type()));
            wire.send("5", List.of());
            wire.take(PATIENCE_MILLIS);
        }
    }
}
