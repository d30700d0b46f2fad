package io.vexchange.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.model.AccountType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class OrdersTest {
    private final Orders orders = new Orders(new ClOrdIds(), 1_000_000);
    private final Account account = new Account(1, new byte[0], new Participant(1, new byte[0]), AccountType.CASH, 0);

    @Test
    void shouldFindEveryOrderAndWalkLiveOnesById() {
        final TreeMap<Long, Order> live = new TreeMap<>();
        final List<Long> ended = new ArrayList<>();
        final Random random = new Random(1);
        for (long id = 1; id <= 30_000; id++) {
            final Order order = orders.allocate();
            order.id = id;
            order.account = account;
            orders.addLive(order);
            live.put(id, order);
            if (random.nextBoolean()) {
                final Long key = live.ceilingKey(1L + random.nextInt((int) id));
                orders.end(live.remove(key));
                ended.add(key);
            }
            if (id % 10_000 == 0) {
                orders.forgetEnded(1);
                for (final long gone : ended) {
                    assertThat(orders.get(gone)).isNull();
                }
                ended.clear();
            }
        }
        live.forEach((id, order) -> assertThat(orders.get(id)).isSameAs(order));
        final List<Long> walked = new ArrayList<>();
        for (Order order = orders.firstLive(); order != null; order = orders.nextLive(order)) {
            walked.add(order.id);
        }
        assertThat(walked).containsExactlyElementsOf(live.keySet());
        assertThat(orders.liveCount()).isEqualTo(live.size());
        assertThat(orders.get(0)).isNull();
        assertThat(orders.get(-7)).isNull();
    }
}
