package io.vexchange.engine.model_check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.EngineLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Well-formed messages of nonsense: nothing is thrown, each is answered, the state stays whole. The model has no opinion here. */
final class NonsenseTest {
    private static final int RUNS = Integer.getInteger("runs", 6);
    private static final int LENGTH = 1_500;
    private static final int SET_UP = 60;
    private static final List<String> COMMANDS = List.of(
            "NewOrder",
            "NewOrder",
            "NewOrder",
            "NewOrder",
            "ReplaceOrder",
            "ReplaceOrder",
            "CancelOrder",
            "MassCancel",
            "OrderStatusRequest",
            "MassStatusRequest",
            "CancelOnDisconnect",
            "DefineAsset",
            "DefineInstrument",
            "DefineParticipant",
            "DefineAccount",
            "DefineSession",
            "DefineUser",
            "DefineToken",
            "Transfer",
            "SetPhase",
            "EngageKillSwitch",
            "ReleaseKillSwitch",
            "AuditNote",
            "SetReferencePrice",
            "SetSchedule",
            "BustTrade",
            "CorrectTrade",
            "SetLimits",
            "DefineFeeTier",
            "AssignFeeTier",
            "Announce",
            "SessionAct",
            "SessionActDone",
            "SetCancelAfter",
            "ConsumerPosition",
            "OpenLog");
    private static final long[] EXTREMES = {
        0, -1, Long.MAX_VALUE, Long.MIN_VALUE + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 62, 1L << 31, 255, 65_535
    };
    private static final List<String> TEXTS =
            List.of("", "a", "x".repeat(36), "x".repeat(37), "\u00ff", " ", "VEX-FEES", "z".repeat(300));

    private final Wire wire = new Wire();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1 << 16]);

    @Test
    void shouldAnswerAnythingAndStayWhole() {
        final Long only = Long.getLong("seed");
        final long first = only == null ? 1 : only;
        final long last = only == null ? RUNS : only;
        for (long seed = first; seed <= last; seed++) {
            run(seed);
        }
    }

    private void run(final long seed) {
        final Random random = new Random(seed);
        final List<Item> commands = commands(seed, random);
        Subject subject = subject();
        Subject twin = subject();
        long timeMicros = World.MONDAY_MICROS;
        long number = 0;
        for (int i = 0; i < commands.size(); i++) {
            final Item command = commands.get(i).copy();
            if (!command.is("Hello")) {
                command.with("clientId", 1).with("epoch", 1).with("number", ++number);
            }
            timeMicros += random.nextInt(300) == 0 ? World.DAY_MICROS : random.nextInt(5_000);
            final byte[] bytes = new byte[wire.write(command, buffer, 0)];
            buffer.getBytes(0, bytes);
            final String what = "seed=" + seed + " step=" + i + ' ' + command;
            final List<byte[]> told = told(what, subject, timeMicros, bytes);
            assertThat(same(told(what, twin, timeMicros, bytes), told)).as(what).isTrue();
            assertThat(wire.read(new UnsafeBuffer(told.get(told.size() - 1)), 0).type())
                    .as(what)
                    .isEqualTo("Applied");
            if (i % 50 == 0) {
                check(what, subject);
            }
            if (i % 300 == 299) {
                twin = subject;
                subject = subject.restored(subject.snapshot());
                assertThat(same(subject.snapshot(), twin.snapshot())).as(what).isTrue();
            }
        }
    }

    /** Orderly traffic of which much is spoilt, and some that never made sense. */
    private List<Item> commands(final long seed, final Random random) {
        final List<Item> commands = new ArrayList<>();
        for (final Step step : new Generator(seed).script(LENGTH)) {
            if (step.isSetUp()) {
                commands.add(step.command());
            } else if (step.command() != null && !step.command().is("Hello")) {
                final Item command = wire.blank(step.command().type());
                step.command().fields().forEach(command::with);
                if (command.has("orderId")) {
                    command.with("orderId", random.nextInt(4) == 0 ? (long) random.nextInt(LENGTH) : 0L);
                }
                commands.add(random.nextInt(3) == 0 ? spoilt(command, random) : command);
            }
            if (random.nextInt(12) == 0 && commands.size() > SET_UP) {
                commands.add(nonsense(random));
            }
        }
        return commands;
    }

    private static Item spoilt(final Item command, final Random random) {
        final List<String> names = List.copyOf(command.fields().keySet());
        for (int i = 0; i <= random.nextInt(3); i++) {
            final String name = names.get(random.nextInt(names.size()));
            final Object value = command.fields().get(name);
            final boolean isWhoever = name.equals("enabled") || name.startsWith("@");
            if (value instanceof String && !isWhoever) {
                command.with(name, text(random, name, false));
            } else if (!(value instanceof List<?>) && !isWhoever) {
                command.with(name, number(random, name, false));
            }
        }
        return command;
    }

    private static boolean same(final List<byte[]> one, final List<byte[]> other) {
        return Arrays.deepEquals(one.toArray(), other.toArray());
    }

    private static Subject subject() {
        return new EngineSubject(EngineLimits.defaults());
    }

    private static List<byte[]> told(
            final String what, final Subject subject, final long timeMicros, final byte[] bytes) {
        try {
            return subject.apply(timeMicros, bytes);
        } catch (final RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private static void check(final String what, final Subject subject) {
        try {
            subject.checkInvariants();
        } catch (final RuntimeException e) {
            throw new AssertionError("before " + what, e);
        }
    }

    private Item nonsense(final Random random) {
        final Item item = wire.blank(COMMANDS.get(random.nextInt(COMMANDS.size())));
        final boolean isMostlySane = random.nextInt(4) != 0;
        for (final String name : List.copyOf(item.fields().keySet())) {
            final Object value = item.fields().get(name);
            if (value instanceof Long) {
                item.with(name, number(random, name, isMostlySane));
            } else if (name.equals("accounts")) {
                item.with(
                        name,
                        random.nextBoolean()
                                ? List.of()
                                : List.of(Item.of("entry").with("accountId", number(random, name, true))));
            } else if (value instanceof List<?>) {
                item.with(name, entries(random));
            } else if (value instanceof String) {
                item.with(name, text(random, name, isMostlySane));
            }
        }
        return item;
    }

    /** Of any group: what an entry does not have is left out when it is written. */
    private static List<Item> entries(final Random random) {
        final List<Item> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            final Item entry = Item.of("entry");
            for (final String name : List.of(
                    "instrumentId",
                    "atMicros",
                    "phase",
                    "maximumPosition",
                    "makerFeeRate",
                    "takerFeeRate",
                    "auctionFeeRate")) {
                entry.with(name, number(random, name, random.nextBoolean()));
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Object number(final Random random, final String name, final boolean isMostlySane) {
        if (random.nextInt(isMostlySane ? 60 : 6) == 0) {
            return EXTREMES[random.nextInt(EXTREMES.length)];
        }
        if (name.endsWith("Id")) {
            return (long) random.nextInt(7);
        }
        return switch (name) {
            case "flags" -> (long) random.nextInt(16);
            case "priceTicks", "stopPriceTicks" ->
                random.nextInt(3) == 0 ? null : (Object) (long) (95 + random.nextInt(10));
            case "displayLots", "minimumLots", "expireTimeMicros" ->
                random.nextInt(5) == 0 ? (Object) (long) random.nextInt(5) : null;
            case "expireDay" -> random.nextInt(10) == 0 ? 20_251_126L : 0L;
            case "scope", "phase", "role", "accountType" -> (long) random.nextInt(10);
            case "atMicros" -> World.MONDAY_MICROS + random.nextInt(60) * 1_000_000L;
            case "tradeId" -> (long) random.nextInt(40);
            case "amount" -> random.nextInt(2_000_000) - 500_000L;
            case "untilMicros" ->
                random.nextBoolean() ? null : (Object) (World.MONDAY_MICROS + random.nextInt(9_000_000));
            case "rolloverSecondOfDay" -> (long) random.nextInt(90_000);
            case "enabled" -> random.nextInt(8) == 0 ? 0L : 1L;
            default -> (long) random.nextInt(12);
        };
    }

    private static String text(final Random random, final String name, final boolean isMostlySane) {
        final boolean isWild = random.nextInt(isMostlySane ? 40 : 4) == 0;
        return switch (name) {
            case "side" -> isWild ? "Z" : random.nextBoolean() ? "1" : "2";
            case "orderType" -> isWild ? "w" : pick(random, "1", "2", "2", "2", "3", "4", "K", "P");
            case "timeInForce" -> isWild ? "Y" : pick(random, "0", "0", "1", "2", "3", "4", "6", "7");
            case "selfTradePrevention" -> isWild ? "Q" : pick(random, "", "N", "O", "B", "D", "-");
            case "pegReference" -> isWild ? "R" : "";
            case "scope" -> pick(random, "S", "Y", "1", "7", "");
            case "code", "cause", "gatewayCode" -> isWild ? "PRICE_TICK" : "";
            case "clOrdId", "origClOrdId" ->
                isWild ? TEXTS.get(random.nextInt(TEXTS.size())) : "c" + random.nextInt(200);
            case "audit", "properties", "echo" -> random.nextBoolean() ? "" : "{}";
            default -> isWild ? TEXTS.get(random.nextInt(TEXTS.size())) : "n" + random.nextInt(50);
        };
    }

    private static String pick(final Random random, final String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
