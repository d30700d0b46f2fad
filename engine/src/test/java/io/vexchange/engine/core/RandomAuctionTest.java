package io.vexchange.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Auctions with random books beside the rules as they are written; days with everything in them beside a restart. Seeds are fixed. */
final class RandomAuctionTest {
    private static final Trader[] TRADERS = {TestVenue.ALPHA, TestVenue.BETA, TestVenue.GAMMA};
    private static final long REFERENCE = 10_000;
    private static final long LOW = 9_000;
    private static final long HIGH = 11_000;

    /** An order of the auction: a market order has the static collar's bound as its limit and names no price. */
    private record Entry(boolean isBuy, boolean isPriced, long limitTicks, long lots) {
        boolean takesPart(final long ticks) {
            return isBuy ? ticks <= limitTicks : ticks >= limitTicks;
        }
    }

    private record Expected(long ticks, long lots) {}

    private static long sum(final List<Entry> entries, final boolean isBuy, final long ticks) {
        return entries.stream()
                .filter(each -> each.isBuy() == isBuy && each.takesPart(ticks))
                .mapToLong(Entry::lots)
                .sum();
    }

    /** The rules word by word. */
    private static Expected uncross(final List<Entry> entries) {
        List<Long> candidates = entries.stream()
                .filter(Entry::isPriced)
                .map(Entry::limitTicks)
                .distinct()
                .sorted()
                .toList();
        if (candidates.isEmpty()) {
            candidates = List.of(REFERENCE);
        }
        final long most = candidates.stream()
                .mapToLong(ticks -> volume(entries, ticks))
                .max()
                .orElseThrow();
        if (most == 0) {
            return null;
        }
        candidates = candidates.stream()
                .filter(ticks -> volume(entries, ticks) == most)
                .toList();
        final long least = candidates.stream()
                .mapToLong(ticks -> Math.abs(surplus(entries, ticks)))
                .min()
                .orElseThrow();
        candidates = candidates.stream()
                .filter(ticks -> Math.abs(surplus(entries, ticks)) == least)
                .toList();
        final long lowest = candidates.get(0);
        final long highest = candidates.get(candidates.size() - 1);
        if (candidates.stream().allMatch(ticks -> surplus(entries, ticks) > 0)) {
            return new Expected(highest, most);
        }
        if (candidates.stream().allMatch(ticks -> surplus(entries, ticks) < 0)) {
            return new Expected(lowest, most);
        }
        final boolean isBetween = REFERENCE >= lowest && REFERENCE <= highest;
        final long nearer = REFERENCE < lowest ? lowest : highest;
        return new Expected(isBetween ? REFERENCE : nearer, most);
    }

    private static long volume(final List<Entry> entries, final long ticks) {
        return Math.min(sum(entries, true, ticks), sum(entries, false, ticks));
    }

    private static long surplus(final List<Entry> entries, final long ticks) {
        return sum(entries, true, ticks) - sum(entries, false, ticks);
    }

    @Test
    void shouldUncrossAsTheRulesSay() {
        final Random random = new Random(11);
        final TestVenue venue = new TestVenue();
        int uncrossed = 0;
        for (int round = 0; round < 1_500; round++) {
            venue.reference(REFERENCE);
            venue.auction(Phase.OPENING_AUCTION);
            final List<Entry> entries = new ArrayList<>();
            final int count = random.nextInt(9);
            final int spread = 1 + random.nextInt(12);
            final int shift = random.nextInt(9) - 4;
            for (int i = 0; i < count; i++) {
                entries.add(enter(venue, random, spread, shift));
            }
            final List<String> told = venue.phase(Phase.CONTINUOUS);
            final Expected expected = uncross(entries);
            final List<String> trades =
                    told.stream().filter(line -> line.startsWith("trade")).toList();
            if (expected == null) {
                assertThat(trades).as("round %d %s", round, entries).isEmpty();
            } else {
                assertThat(trades)
                        .as("round %d %s", round, entries)
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line).endsWith("@" + expected.ticks()));
                assertThat(trades.stream().mapToLong(RandomAuctionTest::lots).sum())
                        .as("round %d %s", round, entries)
                        .isEqualTo(expected.lots());
            }
            uncrossed += expected == null ? 0 : 1;
            venue.massCancel(TestVenue.OPERATOR, 0, 0, (char) 0);
        }
        assertThat(uncrossed).isGreaterThan(500);
    }

    private static long lots(final String trade) {
        return Long.parseLong(trade.substring("trade ".length(), trade.indexOf('@')));
    }

    private static Entry enter(final TestVenue venue, final Random random, final int spread, final int shift) {
        final boolean isBuy = random.nextBoolean();
        final long lots = 1L + random.nextInt(20);
        final boolean isPriced = random.nextInt(4) != 0;
        final long ticks = REFERENCE + shift + random.nextInt(spread) - spread / 2;
        final OrderCommand order = venue.order(TRADERS[random.nextInt(TRADERS.length)]);
        final OrderCommand sided = isBuy ? order.buy(lots) : order.sell(lots);
        (isPriced ? sided.at(ticks) : sided.market()).send();
        final long bound = isBuy ? HIGH : LOW;
        return new Entry(isBuy, isPriced, isPriced ? ticks : bound, lots);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldKeepAllThatMustBeTrueAndGoOnFromAnySnapshot(final long seed) {
        final TestVenue straight = new TestVenue();
        final TestVenue restarted = new TestVenue();
        final Random one = new Random(seed);
        final Random other = new Random(seed);
        long micros = TestVenue.NOON;
        straight.dynamicCollar(40 + 20 * (int) (seed % 3), 1);
        restarted.dynamicCollar(40 + 20 * (int) (seed % 3), 1);
        final List<String> all = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            final List<String> told = act(straight, one, micros);
            assertThat(act(restarted, other, micros)).as("step %d", i).isEqualTo(told);
            all.addAll(told);
            if (i % 97 == 0) {
                restarted.restart();
                assertThat(restarted.snapshot())
                        .usingElementComparator(java.util.Arrays::compare)
                        .isEqualTo(straight.snapshot());
                assertThat(restarted.image()).isEqualTo(straight.image());
            }
            micros += one.nextInt(60_000);
            other.nextInt(60_000);
        }
        for (final String kind : List.of("trade", "peg", "indicative", "phase 1 5")) {
            assertThat(all).as(kind).filteredOn(line -> line.startsWith(kind)).hasSizeGreaterThan(3);
        }
        assertThat(all).filteredOn(line -> line.contains(" L/0 ")).isNotEmpty();
        assertThat(all).filteredOn(line -> line.contains("AUCTION_LEFTOVER")).isNotEmpty();
    }

    private static List<String> act(final TestVenue venue, final Random random, final long micros) {
        venue.time(micros);
        final Trader trader = TRADERS[random.nextInt(TRADERS.length)];
        final int what = random.nextInt(40);
        if (what == 0) {
            final Phase phase = Phase.of(1 + random.nextInt(8));
            return venue.phase(phase, micros + 1 + random.nextInt(900_000));
        }
        if (what == 1) {
            return venue.schedule(Map.of(
                    micros + 200_000,
                    Phase.CLOSING_AUCTION,
                    micros + 400_000,
                    Phase.CLOSED,
                    micros + 500_000,
                    Phase.OPENING_AUCTION,
                    micros + 700_000,
                    Phase.CONTINUOUS));
        }
        if (what == 2) {
            return venue.reference(9_900 + random.nextInt(200));
        }
        if (what < 5) {
            return venue.at(micros);
        }
        final long known = 1L + random.nextInt(400);
        if (what < 12) {
            return venue.cancel(trader, known);
        }
        if (what < 18) {
            final ReplaceCommand replace = venue.replace(trader, known);
            if (random.nextBoolean()) {
                replace.at(9_950 + random.nextInt(100));
            }
            if (random.nextBoolean()) {
                replace.lots(1 + random.nextInt(20));
            }
            if (random.nextInt(3) == 0) {
                replace.peg(random.nextBoolean() ? 'R' : 'M');
            }
            return replace.send();
        }
        return order(venue, random, trader).send();
    }

    private static OrderCommand order(final TestVenue venue, final Random random, final Trader trader) {
        final OrderCommand order = venue.order(trader).mode("NOBD-".charAt(random.nextInt(5)));
        final long lots = 1L + random.nextInt(20);
        final long ticks = 9_900L + random.nextInt(200);
        if (random.nextBoolean()) {
            order.buy(lots);
        } else {
            order.sell(lots);
        }
        return switch (random.nextInt(12)) {
            case 0 -> order.market();
            case 1 -> order.market().time('7');
            case 2 -> order.marketToLimit();
            case 3 -> order.stop(ticks);
            case 4 -> order.stopLimit(ticks, ticks + 20);
            case 5 -> order.pegged('R');
            case 6 -> order.pegged('M').at(ticks);
            case 7 -> order.at(ticks).display(1 + random.nextInt((int) lots));
            case 8 -> order.at(ticks).time("27".charAt(random.nextInt(2)));
            case 9 -> order.at(ticks).time("34".charAt(random.nextInt(2)));
            default -> order.at(ticks);
        };
    }
}
