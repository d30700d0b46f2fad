package io.vexchange.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class ClOrdIdsTest {
    private final ClOrdIds ids = new ClOrdIds();
    private final IdKey key = new IdKey();

    private IdKey key(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(key.load(new UnsafeBuffer(bytes), 0, bytes.length)).isTrue();
        return key;
    }

    @Test
    void shouldRememberAndForgetLikeAMap() {
        final Map<String, Long> expected = new HashMap<>();
        final Map<Integer, List<String>> texts = new HashMap<>();
        final Random random = new Random(1);
        ids.seed(99);
        for (int i = 1; i <= 40_000; i++) {
            final int account = 1 + random.nextInt(3);
            final String text = text(random);
            final String name = account + ":" + text;
            if (expected.containsKey(name)) {
                assertThat(ids.orderId(ids.find(account, key(text)))).isEqualTo(expected.get(name));
                continue;
            }
            assertThat(ids.find(account, key(text))).isEqualTo(ClOrdIds.NONE);
            int entry = ids.add(account, key(text), i, i * 3L, true, ClOrdIds.NONE);
            texts.computeIfAbsent(entry, first -> new ArrayList<>()).add(name);
            expected.put(name, (long) i);
            if (random.nextInt(3) == 0 && !expected.containsKey(account + ":x" + i)) {
                final int second = ids.add(account, key("x" + i), i, 0, false, entry);
                assertThat(ids.next(entry)).isEqualTo(second);
                expected.put(account + ":x" + i, (long) i);
                texts.get(entry).add(account + ":x" + i);
            }
            if (random.nextInt(2) == 0) {
                entry = texts.keySet().iterator().next();
                final List<String> chain = texts.remove(entry);
                assertThat(ids.removeChain(entry)).isEqualTo(chain.size());
                chain.forEach(expected::remove);
            }
        }
        assertThat(ids.size()).isEqualTo(expected.size());
        expected.forEach((name, order) -> {
            final int colon = name.indexOf(':');
            final int found = ids.find(Integer.parseInt(name.substring(0, colon)), key(name.substring(colon + 1)));
            assertThat(ids.orderId(found)).isEqualTo(order);
            final UnsafeBuffer copy = new UnsafeBuffer(new byte[40]);
            assertThat(copy.getStringWithoutLengthAscii(0, ids.copy(found, copy, 0)))
                    .isEqualTo(name.substring(colon + 1));
        });
    }

    private static String text(final Random random) {
        final StringBuilder text = new StringBuilder();
        final int length = 1 + random.nextInt(random.nextInt(4) == 0 ? IdKey.MAX_LENGTH : 4);
        for (int i = 0; i < length; i++) {
            text.append((char) (0x21 + random.nextInt(0x5e)));
        }
        return text.toString();
    }

    @Test
    void shouldTellIdsApartThatDifferInLengthOnly() {
        ids.add(1, key("a"), 1, 0, true, ClOrdIds.NONE);
        final byte[] padded = {'a', 0};
        key.load(new UnsafeBuffer(padded), 0, 2);
        assertThat(ids.find(1, key)).isEqualTo(ClOrdIds.NONE);
    }

    @Test
    void shouldTakeATooLongIdAsEmpty() {
        assertThat(key.load(new UnsafeBuffer(new byte[50]), 0, 37)).isFalse();
        assertThat(key.isEmpty()).isTrue();
    }
}
