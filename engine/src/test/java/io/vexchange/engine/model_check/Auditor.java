package io.vexchange.engine.model_check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;

/** Runs a script against the model and two subjects and stops at the first thing that is wrong. */
final class Auditor {
    private static final int INVARIANTS_EVERY = 20;
    private static final int RESTORE_ONE_IN = 60;

    private final Wire wire = new Wire();
    private final NaiveVenue model;
    private final Comparison comparison = new Comparison();
    private final Random random = new Random(1);
    private final Map<Integer, Long> publicSequences = new HashMap<>();
    private final Map<Integer, BigInteger> transferred = new TreeMap<>();
    private final Map<String, Long> orderIds = new HashMap<>();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1 << 16]);
    private Subject subject;
    private Subject twin;
    private long sequence;

    Auditor(final NaiveVenue model, final Supplier<Subject> subjects) {
        this.model = model;
        subject = subjects.get();
        twin = subjects.get();
    }

    /** Null: all is well. */
    Failure audit(final List<Step> script) {
        for (int i = 0; i < script.size(); i++) {
            String wrong;
            try {
                wrong = step(script.get(i), i);
            } catch (final IllegalStateException
                    | IllegalArgumentException
                    | ArithmeticException
                    | NullPointerException
                    | IndexOutOfBoundsException
                    | ClassCastException e) {
                wrong = "thrown: " + e + '\n' + trace(e);
            }
            if (wrong != null) {
                return new Failure(i, wrong);
            }
        }
        return null;
    }

    private static String trace(final Throwable thrown) {
        final StringBuilder text = new StringBuilder();
        for (final StackTraceElement each :
                Arrays.copyOf(thrown.getStackTrace(), Math.min(12, thrown.getStackTrace().length))) {
            text.append("    ").append(each).append('\n');
        }
        return text.toString();
    }

    private String step(final Step step, final int number) {
        final Item command = step.command() == null ? null : resolved(step.command());
        final List<Item> expected;
        final List<byte[]> told;
        final List<byte[]> toldTwin;
        if (command == null) {
            told = subject.onTime(step.timeMicros());
            toldTwin = twin.onTime(step.timeMicros());
            expected = model.onTime(step.timeMicros());
        } else {
            final byte[] bytes = bytes(command);
            told = subject.apply(step.timeMicros(), bytes);
            toldTwin = twin.apply(step.timeMicros(), bytes);
            expected = model.apply(step.timeMicros(), command);
            remember(command, expected);
        }
        final List<Item> items = items(told);
        String wrong = comparison.difference(expected, items);
        wrong = wrong == null && !same(told, toldTwin) ? "two engines told different bytes" : wrong;
        wrong = wrong == null ? gapless(items) : wrong;
        wrong = wrong == null ? conserved(expected) : wrong;
        wrong = wrong == null ? uncrossed() : wrong;
        wrong = wrong == null && subject.trimmedSequence() != model.clients.trimmed()
                ? "trimmed " + subject.trimmedSequence() + " is not " + model.clients.trimmed()
                : wrong;
        tolerateWakeUp();
        wrong = wrong == null && subject.nextDueMicros() != model.nextDueMicros()
                ? "next due " + subject.nextDueMicros() + " is not " + model.nextDueMicros()
                : wrong;
        if (wrong == null && number % INVARIANTS_EVERY == 0) {
            subject.checkInvariants();
        }
        if (wrong == null && random.nextInt(RESTORE_ONE_IN) == 0) {
            wrong = new ImageCheck(model).difference(items(subject.image()));
            wrong = wrong == null ? restore() : wrong;
        }
        return wrong;
    }

    /** The twin goes on from a snapshot of the other; from then on equal bytes say that nothing was lost. */
    private String restore() {
        final List<byte[]> records = subject.snapshot();
        final Subject restored = subject.restored(records);
        if (!same(records, restored.snapshot())) {
            return "a snapshot, read and written again, has other bytes";
        }
        restored.checkInvariants();
        if (random.nextBoolean()) {
            twin = subject;
            subject = restored;
        } else {
            twin = restored;
        }
        return null;
    }

    private Item resolved(final Item written) {
        final Item command = written.copy();
        if (command.is("Hello")) {
            return command;
        }
        final int clientId = command.has("clientId") ? command.id("clientId") : World.CLIENT_ID;
        command.with("clientId", clientId)
                .with("epoch", model.clients.epoch(clientId) + command.value("@epoch"))
                .with("number", model.clients.lastNumber(clientId) + 1 + command.value("@number"));
        if (command.has("@order")) {
            command.with("orderId", orderIds.getOrDefault(command.text("@order"), 999_999L));
        }
        if (command.has("@consumed")) {
            command.with("sequence", Math.max(0, model.reports.sequence - command.value("@consumed")));
        }
        if (command.has("@trade")) {
            command.with("tradeId", model.trades() - command.value("@trade"));
        }
        if (command.has("@switch")) {
            command.with("killSwitchId", killSwitch(command.value("@switch")));
        }
        return command;
    }

    private long killSwitch(final long which) {
        for (final KillSwitches.Switch each : model.killSwitches.byId.values()) {
            if (each.isEngaged == (which == 1)) {
                return each.id;
            }
        }
        return 77;
    }

    private void remember(final Item command, final List<Item> expected) {
        final Item last = expected.get(expected.size() - 1);
        if (command.is("NewOrder") && last.is("Applied") && last.value("resultId") != 0) {
            orderIds.put(command.text("clOrdId"), last.value("resultId"));
        }
    }

    private byte[] bytes(final Item command) {
        final byte[] bytes = new byte[wire.write(command, buffer, 0)];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    private List<Item> items(final List<byte[]> told) {
        final List<Item> items = new ArrayList<>();
        told.forEach(bytes -> items.add(wire.read(new UnsafeBuffer(bytes), 0)));
        return items;
    }

    private static boolean same(final List<byte[]> one, final List<byte[]> other) {
        return Arrays.deepEquals(one.toArray(), other.toArray());
    }

    private String gapless(final List<Item> items) {
        for (final Item item : items) {
            if (item.has("sequence") && item.value("sequence") != 0 && !item.is("Applied") && !item.is("HelloReply")) {
                sequence++;
                if (item.value("sequence") != sequence) {
                    return "sequence " + item.value("sequence") + " is not " + sequence;
                }
            }
            if (item.is("Trade") || item.is("BookUpdate") || item.is("Indicative")) {
                final long next = publicSequences.merge(item.id("instrumentId"), 1L, Long::sum);
                if (item.value("publicSequence") != next) {
                    return "public sequence " + item.value("publicSequence") + " is not " + next;
                }
            }
        }
        return subject.sequence() == sequence ? null : "sequence() " + subject.sequence() + " is not " + sequence;
    }

    /** To work an indicative price out again though nothing has changed is no fault; the next is due later by it. */
    private void tolerateWakeUp() {
        final long due = subject.nextDueMicros();
        for (final Market market : model.registry.markets.values()) {
            final boolean isItsOwn = Market.isAuction(market.phase)
                    && market.indicatedMicros != null
                    && market.indicatedMicros + Phases.INDICATIVE_MICROS == due;
            market.isIndicativeDue |= isItsOwn && due < model.nextDueMicros();
            final boolean isForNothing = due > model.nextDueMicros()
                    && market.isIndicativeDue
                    && new Uncross(market).result().equals(market.indicative);
            market.isIndicativeDue &= !isForNothing;
        }
    }

    private String conserved(final List<Item> told) {
        for (final Item item : told) {
            if (item.is("BalanceChanged")) {
                final long amount = item.value("transferType") == 1 ? item.value("amount") : -item.value("amount");
                transferred.merge(item.id("assetId"), BigInteger.valueOf(amount), BigInteger::add);
            }
        }
        final Map<Integer, BigInteger> owned = new TreeMap<>();
        for (final Account account : model.registry.accounts.values()) {
            account.total.forEach((asset, total) -> owned.merge(asset, total, BigInteger::add));
            for (final int asset : account.total.keySet()) {
                if (!account.hasBeenRestated
                        && account.available(asset).signum() < 0
                        && account.type == io.vexchange.engine.model.AccountType.CASH) {
                    return "available below zero: " + account + " asset " + asset + ' ' + account.available(asset);
                }
            }
        }
        for (final Map.Entry<Integer, BigInteger> entry : owned.entrySet()) {
            if (!entry.getValue().equals(transferred.getOrDefault(entry.getKey(), BigInteger.ZERO))) {
                return "money of asset " + entry.getKey() + " not conserved: " + owned + " of " + transferred;
            }
        }
        return null;
    }

    private String uncrossed() {
        for (final Market market : model.registry.markets.values()) {
            final Order bid = market.best("1");
            final Order offer = market.best("2");
            final boolean isCrossed = bid != null && offer != null && bid.bookTicks() >= offer.bookTicks();
            if (market.isContinuous() && isCrossed) {
                return "crossed: " + market.symbol + ' ' + bid.bookTicks() + ' ' + offer.bookTicks();
            }
            if (market.isContinuous() && !market.waitingMarket.isEmpty()) {
                return "market orders wait in " + market.symbol;
            }
            if (!market.triggered.isEmpty()) {
                return "stops left in the queue of " + market.symbol;
            }
        }
        return null;
    }
}
