package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.engine.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ItemLogTest {
    private record Written(int length, long sequence, int value) {}

    private static Written write(final ItemLog log, final int length, final long sequence, final int value) {
        final int at = log.claim(length);
        log.buffer().setMemory(at, length, (byte) value);
        log.commit(length, sequence);
        return new Written(length, sequence, value);
    }

    private static List<Written> read(final ItemLog log, final long from) {
        final List<Written> items = new ArrayList<>();
        for (long item = log.itemAt(from); item < log.end(); item = log.itemAt(log.next(item))) {
            final int length = log.lengthAt(item);
            final int value = log.bufferAt(item).getByte(log.bytesOffsetAt(item)) & 0xFF;
            assertThat(log.bufferAt(item).getByte(log.bytesOffsetAt(item) + length - 1) & 0xFF)
                    .isEqualTo(value);
            items.add(new Written(length, log.sequenceAt(item), value));
        }
        return items;
    }

    @Property(tries = 200)
    void shouldGiveBackWhatWasWritten(@ForAll final long seed) {
        final Random random = new Random(seed);
        final ItemLog log = new ItemLog();
        final List<Written> written = new ArrayList<>();
        long sequence = 0;
        long dropped = 0;
        for (int i = 0; i < 300; i++) {
            final int length = 1 + random.nextInt(random.nextInt(10) == 0 ? EventSink.MAX_ITEM_LENGTH : 2_000);
            written.add(write(log, length, random.nextBoolean() ? ++sequence : 0, i & 0xFF));
            if (random.nextInt(50) == 0) {
                dropped = sequence / 2;
                log.drop(log.end(), dropped);
            }
        }
        final long after = dropped + random.nextInt((int) (sequence - dropped) + 1);
        final List<Written> events = new ArrayList<>(read(log, log.positionAfter(after)));
        events.removeIf(each -> each.sequence == 0);
        written.removeIf(each -> each.sequence <= after);
        assertThat(events).isEqualTo(written);
    }

    @Test
    void shouldDropOnlyWholeChunksThatNobodyWants() {
        final ItemLog log = new ItemLog();
        for (int i = 1; i <= 100; i++) {
            write(log, 10_000, i, i);
        }
        log.drop(log.end(), 50);
        assertThat(log.sequenceAt(log.itemAt(log.start()))).isBetween(2L, 51L);
        final long start = log.start();
        log.drop(log.start(), 100);
        assertThat(log.start()).isEqualTo(start);
        log.drop(log.end(), 100);
        assertThat(log.positionAfter(100)).isEqualTo(log.end());
        write(log, 10, 101, 7);
        assertThat(read(log, log.positionAfter(100))).containsExactly(new Written(10, 101, 7));
    }

    @Test
    void shouldRefuseWhatIsTooLargeOrOutOfOrder() {
        final ItemLog log = new ItemLog();
        assertThatThrownBy(() -> log.claim(EventSink.MAX_ITEM_LENGTH + 1)).isInstanceOf(IllegalArgumentException.class);
        write(log, 10, 5, 1);
        log.claim(10);
        assertThatThrownBy(() -> log.commit(10, 5)).isInstanceOf(IllegalStateException.class);
    }
}
