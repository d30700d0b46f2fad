package io.vexchange.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExpiriesTest {
    @Test
    void shouldGiveTheNextByTimeAndOrder() {
        final Expiries expiries = new Expiries();
        final Random random = new Random(5);
        final List<Order> expected = new ArrayList<>();
        for (long id = 1; id <= 2_000; id++) {
            final Order order = new Order();
            order.clear();
            order.id = id;
            order.status = '0';
            order.expireTimeMicros = random.nextInt(500);
            expiries.update(order);
            expected.add(order);
        }
        for (int i = 0; i < 500; i++) {
            final Order changed = expected.get(random.nextInt(expected.size()));
            if (random.nextBoolean()) {
                changed.expireTimeMicros = random.nextInt(500);
                expiries.update(changed);
            } else {
                expiries.remove(changed);
                expiries.remove(changed);
                expected.remove(changed);
            }
        }
        expected.sort(
                Comparator.<Order>comparingLong(order -> order.expireTimeMicros).thenComparingLong(order -> order.id));
        for (final Order order : expected) {
            assertThat(expiries.first()).isSameAs(order);
            expiries.remove(order);
        }
        assertThat(expiries.first()).isNull();
    }
}
