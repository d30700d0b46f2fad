package io.vexchange.fixclient.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void shouldSpaceRequestsEvenly() {
        final Schedule schedule = new Schedule(5 * SECOND, 1_000, 2 * SECOND);
        assertThat(schedule.count()).isEqualTo(2_000);
        assertThat(schedule.dueNanos(0)).isEqualTo(5 * SECOND);
        assertThat(schedule.dueNanos(1_500)).isEqualTo(5 * SECOND + 1_500 * MILLI);
        assertThat(schedule.dueBy(5 * SECOND - 1)).isZero();
        assertThat(schedule.dueBy(5 * SECOND)).isEqualTo(1);
        assertThat(schedule.dueBy(5 * SECOND + 10 * MILLI)).isEqualTo(11);
        assertThat(schedule.dueBy(500 * SECOND)).isEqualTo(2_000);
    }

    @Test
    void shouldBeExactAtRatesThatDoNotDivideASecond() {
        final Schedule schedule = new Schedule(0, 7, 3_600 * SECOND);
        assertThat(schedule.count()).isEqualTo(25_200);
        assertThat(schedule.dueNanos(25_200)).isEqualTo(3_600 * SECOND);
        for (long i = 0; i < 100; i++) {
            assertThat(schedule.dueBy(schedule.dueNanos(i))).isBetween(i, i + 1);
        }
    }

    /**
     * A venue that answers within 1 ms, but for one second in ten in which it answers nothing. Sent as scheduled, 1,000 requests fall into
     * that second and wait half a second on average. A client that waits for each answer would see one slow request only.
     */
    @Test
    void shouldCountAStallForAllThatFellIntoIt() {
        final Latencies latencies = new Latencies();
        final Schedule schedule = new Schedule(0, 1_000, 10 * SECOND);
        final Deque<Long> waiting = new ArrayDeque<>();
        long sent = 0;
        for (long now = 0; now <= 10 * SECOND; now += MILLI) { // the clock is ours
            final boolean stalled = now >= 4 * SECOND && now < 5 * SECOND;
            while (!stalled && !waiting.isEmpty()) {
                latencies.record(waiting.remove(), now);
            }
            while (!stalled && sent < schedule.dueBy(now)) { // a stalled venue takes nothing: what was due is sent late
                waiting.add(schedule.dueNanos(sent++));
            }
        }
        waiting.forEach(due -> latencies.record(due, 10 * SECOND + MILLI));

        final Histogram measured = latencies.measured();
        assertThat(measured.getTotalCount()).isEqualTo(10_000);
        assertThat(measured.getValueAtPercentile(50)).isBetween(MILLI / 2, 2 * MILLI);
        assertThat(measured.getMaxValue()).isGreaterThan(990 * MILLI);
        assertThat(measured.getValueAtPercentile(95)).isBetween(480 * MILLI, 520 * MILLI);
        assertThat(measured.getValueAtPercentile(99)).isBetween(880 * MILLI, 920 * MILLI);
    }

    @Test
    void shouldLeaveTheWarmUpOut() {
        final Latencies latencies = new Latencies();
        latencies.measureFrom(100);
        latencies.record(99, 1_000_000);
        latencies.record(100, 300);
        assertThat(latencies.measured().getTotalCount()).isEqualTo(1);
        assertThat(latencies.measured().getMaxValue()).isEqualTo(200);
        assertThat(latencies.sinceLast(null).getTotalCount()).isEqualTo(2);
        assertThat(latencies.sinceLast(null).getTotalCount()).isZero();
    }

    @Test
    void shouldRecordARequestOnce() {
        final Latencies latencies = new Latencies();
        final RequestRing ring = new RequestRing(4);
        ring.add(5, 100);
        assertThat(ring.take(6, latencies, 200)).isFalse();
        assertThat(ring.take(5, latencies, 200)).isTrue();
        assertThat(ring.take(5, latencies, 300)).isFalse();
        ring.add(6, 100);
        ring.clear(6);
        assertThat(ring.take(6, latencies, 300)).isFalse();
        assertThat(latencies.measured().getTotalCount()).isEqualTo(1);
    }
}
