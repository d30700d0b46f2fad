package io.vexchange.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A side beside a sorted map. */
final class BookSideTest {
    private static Order order(final long id, final long lots) {
        final Order order = new Order();
        order.clear();
        order.id = id;
        order.leavesLots = lots;
        order.shownLots = lots;
        return order;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKeepPriceAndTime(final boolean isLowestBest) {
        final BookSide side = new BookSide(isLowestBest);
        final TreeMap<Long, ArrayDeque<Order>> expected =
                new TreeMap<>(isLowestBest ? Comparator.<Long>naturalOrder() : Comparator.<Long>reverseOrder());
        final List<Order> all = new ArrayList<>();
        final List<Long> prices = new ArrayList<>();
        final Random random = new Random(isLowestBest ? 1 : 2);
        for (int i = 0; i < 60_000; i++) {
            final boolean adds = all.isEmpty() || random.nextInt(100) < (i % 20_000 < 10_000 ? 60 : 40);
            if (adds) {
                final long price = price(random);
                final Order order = order(i + 1, 1 + random.nextInt(9));
                side.append(order, price);
                expected.computeIfAbsent(price, key -> new ArrayDeque<>()).addLast(order);
                all.add(order);
                prices.add(price);
            } else {
                final int index = random.nextInt(all.size());
                final Order order = all.get(index);
                final long price = prices.get(index);
                if (random.nextInt(4) == 0) {
                    side.moveToBack(order);
                    expected.get(price).remove(order);
                    expected.get(price).addLast(order);
                } else {
                    side.remove(order);
                    expected.get(price).remove(order);
                    if (expected.get(price).isEmpty()) {
                        expected.remove(price);
                    }
                    all.set(index, all.get(all.size() - 1));
                    all.remove(all.size() - 1);
                    prices.set(index, prices.get(prices.size() - 1));
                    prices.remove(prices.size() - 1);
                }
            }
            assertThat(side.best() == null ? null : (Object) side.best().priceTicks)
                    .isEqualTo(expected.isEmpty() ? null : expected.firstKey());
            if (i % 500 == 0) {
                side.checkInvariants("side");
                assertThat(ids(side)).isEqualTo(ids(expected));
            }
        }
    }

    /** Near the touch mostly, sometimes anywhere. */
    private static long price(final Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 1 + (random.nextLong() >>> 1) % (Long.MAX_VALUE - 1);
            case 1 -> 1 + random.nextInt(1_000_000);
            default -> 50_000 + random.nextInt(300);
        };
    }

    private static List<Long> ids(final BookSide side) {
        final List<Long> ids = new ArrayList<>();
        for (Level level = side.best(); level != null; level = side.after(level)) {
            for (Order order = level.first; order != null; order = order.next) {
                ids.add(order.id);
            }
        }
        return ids;
    }

    private static List<Long> ids(final SortedMap<Long, ArrayDeque<Order>> expected) {
        return expected.values().stream()
                .flatMap(ArrayDeque::stream)
                .map(order -> order.id)
                .toList();
    }

    @Test
    void shouldFindTheEndsOfTheRange() {
        final BookSide side = new BookSide(true);
        final Order low = order(1, 1);
        final Order high = order(2, 1);
        side.append(high, Long.MAX_VALUE);
        side.append(low, 1);
        assertThat(side.best().priceTicks).isEqualTo(1);
        assertThat(side.after(side.best()).priceTicks).isEqualTo(Long.MAX_VALUE);
        side.remove(low);
        assertThat(side.best().priceTicks).isEqualTo(Long.MAX_VALUE);
        side.remove(high);
        assertThat(side.isEmpty()).isTrue();
    }
}
