package io.vexchange.exchange.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.exchange.e2e.FixMessage;
import io.vexchange.exchange.venue.CoreVenue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated messages and raw bytes, from strangers and inside a session, while another session trades and must not notice. A run is
 * repeated by {@code -Dvex.fuzz.seed=N}; {@code -Dvex.fuzz.seconds=N} makes it longer.
 */
@Timeout(600)
class FuzzTest {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final String PIECES = "8=FIX.4.4\u00019=5\u000135=D\u000110=";
    private static final int BATCH = 25;
    private static final String[] TYPES = {
        "D", "D", "F", "G", "H", "AF", "q", "V", "x", "e", "g", "0", "1", "2", "4", "5", "A", "AD"
    };
    private static final String[] NUMBERS = {
        "0",
        "-1",
        "",
        "99999999999999999999",
        "9223372036854775807",
        "1e5",
        "NaN",
        ".",
        "-",
        "00000000001",
        "2147483648",
        "\u0000"
    };

    @TempDir
    private Path temporary;

    private final long seed = Long.getLong("vex.fuzz.seed", 20_261_125L);
    private final Random random = new Random(seed);

    @Test
    void shouldNotTouchTheNeighbour() throws Exception {
        final long millis = TimeUnit.SECONDS.toMillis(Integer.getInteger("vex.fuzz.seconds", 8));
        try (CoreVenue venue = CoreVenue.start(temporary.resolve("data"), Transcripts.demoSeed());
                Wire neighbour = new Wire("LOAD1");
                Wire inside = new Wire("LOAD2")) {
            final AtomicBoolean stop = new AtomicBoolean();
            final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
            neighbour.logon(venue.port(), List.of());
            final Thread trading = new Thread(() -> trade(neighbour, stop, faults), "neighbour");
            trading.start();
            final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            int rounds = 0;
            while (System.nanoTime() < end && faults.isEmpty()) {
                stranger(venue.port());
                session(inside, venue.port());
                rounds++;
            }
            stop.set(true);
            trading.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(faults).as("what the neighbour saw, seed=%d", seed).isEmpty();
            assertThat(rounds).isGreaterThan(5);
            assertThat(inside.logon(venue.port(), List.of()).type()).isEqualTo("A");
            inside.send("D", order("after-" + seed, "1"));
            assertThat(inside.take(PATIENCE_MILLIS)).contains("\u0001150=");
        }
    }

    private static List<FixMessage.Field> order(final String id, final String side) {
        return List.of(
                Wire.field(11, id),
                Wire.field(55, "ETH-USD"),
                Wire.field(54, side),
                Wire.field(38, "1"),
                Wire.field(40, "2"),
                Wire.field(44, "2400.00"),
                Wire.field(60, Wire.utc(Instant.now())));
    }

    /** Orders and cancels, one answer each, numbers without a gap, soon. */
    private static void trade(final Wire wire, final AtomicBoolean stop, final List<Throwable> faults) {
        int number = 1;
        try {
            for (int i = 0; !stop.get(); i++) {
                wire.send("D", order("n" + i, "1"));
                expect(wire, ++number, "n" + i, "0");
                wire.send(
                        "F",
                        List.of(
                                Wire.field(11, "c" + i),
                                Wire.field(41, "n" + i),
                                Wire.field(55, "ETH-USD"),
                                Wire.field(54, "1"),
                                Wire.field(60, Wire.utc(Instant.now()))));
                expect(wire, ++number, "c" + i, "4");
            }
        } catch (final AssertionError | RuntimeException e) {
            faults.add(e);
        }
    }

    private static void expect(final Wire wire, final int number, final String id, final String execType) {
        final String raw = wire.take(PATIENCE_MILLIS);
        assertThat(raw).as("the answer to %s", id).isNotNull().isNotEmpty();
        final FixMessage report = FixMessage.of(raw);
        assertThat(report.get(34) + ' ' + report.get(11) + ' ' + report.get(150))
                .as(report.toString())
                .isEqualTo(number + " " + id + ' ' + execType);
    }

    private void stranger(final int port) {
        try (Wire wire = new Wire("LOAD3")) {
            wire.connect(port);
            if (random.nextBoolean()) {
                wire.write(bytes(random.nextInt(2_000)));
            } else {
                wire.write(mutated("A"));
                wire.write(mutated(TYPES[random.nextInt(TYPES.length)]));
            }
            wire.take(2);
        }
    }

    private void session(final Wire wire, final int port) {
        wire.logon(port, List.of());
        for (int i = 0; i < BATCH; i++) {
            if (random.nextInt(20) == 0) {
                wire.write(bytes(random.nextInt(300)));
            } else {
                wire.write(mutated(TYPES[random.nextInt(TYPES.length)]));
            }
        }
        wire.take(5);
        wire.drop();
    }

    private byte[] bytes(final int length) {
        final byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        for (int i = 0; i < length && random.nextInt(3) == 0; i++) {
            bytes[i] = (byte) PIECES.charAt(random.nextInt(PIECES.length()));
        }
        return bytes;
    }

    /** A message of that type as a client sends it, changed once to four times, its length and sum right again or not. */
    private byte[] mutated(final String type) {
        final List<String> fields = new ArrayList<>(List.of(
                "35=" + type, "49=LOAD2", "56=VEX", "34=" + (2 + random.nextInt(40)), "52=" + Wire.utc(Instant.now())));
        fields.addAll(body(type));
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutate(fields);
        }
        final String body = String.join("\u0001", fields) + '\u0001';
        final boolean right = random.nextInt(8) > 0;
        final int length = body.length() + (right ? 0 : random.nextInt(9) - 4);
        final String whole = "8=FIX.4.4\u00019=" + length + '\u0001' + body;
        int sum = 0;
        for (final byte each : whole.getBytes(StandardCharsets.ISO_8859_1)) {
            sum += each & 0xFF;
        }
        final byte[] message = (whole
                        + String.format("10=%03d\u0001", (sum + (random.nextInt(12) == 0 ? 1 : 0)) & 0xFF))
                .getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(10) == 0) {
            message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return message;
    }

    private List<String> body(final String type) {
        final String id = "f" + random.nextInt(1_000);
        return switch (type) {
            case "D" ->
                List.of(
                        "11=" + id,
                        "55=ACME",
                        "54=1",
                        "38=10",
                        "40=2",
                        "44=99.00",
                        "59=0",
                        "60=" + Wire.utc(Instant.now()));
            case "F", "G" ->
                List.of(
                        "11=" + id,
                        "41=f" + random.nextInt(1_000),
                        "55=ACME",
                        "54=1",
                        "38=20",
                        "40=2",
                        "44=98.00",
                        "60=" + Wire.utc(Instant.now()));
            case "H" -> List.of("11=" + id, "55=ACME", "54=1");
            case "AF" -> List.of("584=m", "585=7");
            case "q" -> List.of("11=" + id, "530=7", "60=" + Wire.utc(Instant.now()));
            case "V" -> List.of("262=v", "263=1", "264=0", "267=1", "269=0", "146=1", "55=ACME");
            case "x" -> List.of("320=x", "559=4");
            case "e" -> List.of("324=e", "263=1", "55=ACME");
            case "g" -> List.of("335=g", "336=VEX", "263=0");
            case "AD" -> List.of("568=t", "569=0");
            case "1" -> List.of("112=x");
            case "2" -> List.of("7=1", "16=0");
            case "4" -> List.of("123=Y", "36=" + random.nextInt(100));
            case "A" -> List.of("98=0", "108=30", "141=Y", "553=LOAD2", "554=demo");
            default -> List.of();
        };
    }

    private void mutate(final List<String> fields) {
        if (fields.size() < 3) {
            return;
        }
        final int at = random.nextInt(fields.size());
        final String field = fields.get(at);
        final int equals = Math.max(0, field.indexOf('='));
        switch (random.nextInt(9)) {
            case 0 -> fields.remove(at);
            case 1 -> fields.add(at, field);
            case 2 -> Collections.swap(fields, at, random.nextInt(fields.size()));
            case 3 -> fields.set(at, field.substring(0, equals) + '=' + NUMBERS[random.nextInt(NUMBERS.length)]);
            case 4 -> fields.set(at, random.nextInt(10_000) + field.substring(equals));
            case 5 -> fields.set(at, field + "x".repeat(random.nextInt(5_000)));
            case 6 -> fields.add(at, random.nextInt(1_200) + "=" + random.nextInt(100));
            case 7 -> fields.set(at, field.substring(0, random.nextInt(field.length() + 1)));
            default -> fields.add("453=" + random.nextInt(5) + "\u0001448=a\u0001447=D\u0001452=1");
        }
    }
}
