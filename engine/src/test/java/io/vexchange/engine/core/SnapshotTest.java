package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.ALPHA2;
import static io.vexchange.engine.core.TestVenue.ALPHA_B;
import static io.vexchange.engine.core.TestVenue.BETA;
import static io.vexchange.engine.core.TestVenue.DAY;
import static io.vexchange.engine.core.TestVenue.GAMMA;
import static io.vexchange.engine.core.TestVenue.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
    private static void fill(final TestVenue venue) {
        venue.order(ALPHA).buy(10).at(9_900).id("a").echo("echo").send();
        venue.replace(ALPHA, 1).lots(8).id("b").send();
        venue.order(BETA).sell(30).at(10_000).display(5).send();
        venue.order(GAMMA).buy(7).at(10_000).send();
        venue.order(ALPHA2).buy(1).stop(10_500).day().send();
        venue.order(ALPHA2).sell(2).stopLimit(9_500, 9_400).until(NOON + 500).send();
        venue.order(GAMMA).buy(5).market().send();
        venue.order(GAMMA).buy(5).at(1).send();
        venue.cancel(ALPHA, venue.order(ALPHA).sell(1).at(10_900).enter());
        venue.transfer(ALPHA_B, 1, 77, "ref");
        venue.engage(1, KillScope.SESSION, 3);
        venue.hello("projector", 5);
    }

    private static List<String> goOn(final TestVenue venue) {
        final List<String> told = new ArrayList<>();
        told.addAll(venue.order(GAMMA).buy(5).at(10_000).send());
        told.addAll(venue.order(ALPHA).buy(30).at(10_000).id("x").send());
        told.addAll(venue.order(ALPHA).buy(30).at(10_000).id("a").send());
        told.addAll(venue.order(BETA).sell(9).at(9_900).send());
        told.addAll(venue.status(ALPHA, "b"));
        told.addAll(venue.massStatus(ALPHA));
        told.addAll(venue.phase(Phase.CLOSED));
        told.addAll(venue.at(NOON + DAY));
        told.addAll(venue.image());
        return told;
    }

    @Test
    void shouldBeTheSameBytesWhenWrittenReadAndWritten() {
        final TestVenue venue = new TestVenue();
        fill(venue);
        final List<byte[]> before = venue.snapshot();
        venue.restart();
        assertThat(venue.snapshot())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
    }

    @Test
    void shouldGoOnAsIfNothingHadHappened() {
        final TestVenue straight = new TestVenue();
        final TestVenue restarted = new TestVenue();
        fill(straight);
        fill(restarted);
        restarted.restart();
        assertThat(goOn(restarted)).isEqualTo(goOn(straight));
    }

    @Test
    void shouldKeepOrdersWithThousandsOfIdsAndLongQueues() {
        final TestVenue venue = new TestVenue();
        venue.order(ALPHA).buy(1).at(9_900).id("a").send();
        for (int i = 0; i < 2_500; i++) {
            venue.replace(ALPHA, 1).id("r" + i).send();
            venue.order(BETA).sell(1).at(10_000 + i % 7).send();
        }
        final List<byte[]> before = venue.snapshot();
        venue.restart();
        assertThat(venue.snapshot())
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(before);
        assertThat(venue.status(ALPHA, "r1234")).containsExactly("1 I/0 open 1");
    }

    @Test
    void shouldRefuseRecordsItDoesNotKnow() {
        final TestVenue venue = new TestVenue();
        fill(venue);
        final List<byte[]> records = venue.snapshot();
        final Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            final Engine engine = new Engine(EngineLimits.defaults());
            final int broken = random.nextInt(records.size());
            final byte[] record = records.get(broken);
            final int length = random.nextInt(record.length);
            final int cut = broken == records.size() - 1 && length == 8 ? 7 : length;
            assertThatThrownBy(() -> {
                        for (int j = 0; j < broken; j++) {
                            final byte[] each = records.get(j);
                            engine.readSnapshot(new UnsafeBuffer(each), 0, each.length);
                        }
                        engine.readSnapshot(new UnsafeBuffer(record), 0, cut);
                    })
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
