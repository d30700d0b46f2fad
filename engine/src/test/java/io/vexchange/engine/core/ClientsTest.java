package io.vexchange.engine.core;

import static io.vexchange.engine.core.TestVenue.ALPHA;
import static io.vexchange.engine.core.TestVenue.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ConsumerPositionEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import org.junit.jupiter.api.Test;

final class ClientsTest {
    @Test
    void shouldApplyEachNumberOnce() {
        final TestVenue venue = new TestVenue();
        assertThat(venue.hello("two", 1)).containsExactly("hello 2 epoch 1 last 0 NONE");
        venue.consumed(2, 1, 0);
        assertThat(venue.code()).isEqualTo(Code.NONE);
        venue.consumed(2, 1, 0);
        assertThat(venue.code()).isEqualTo(Code.ALREADY_APPLIED);
        venue.consumed(2, 5, 0);
        assertThat(venue.code()).isEqualTo(Code.NUMBER_EXPECTED);
        assertThat(venue.resultId()).isEqualTo(2);
        assertThat(venue.hello("two", 1)).containsExactly("hello 2 epoch 2 last 1 NONE");
        venue.consumed(2, 2, 0);
        assertThat(venue.code()).isEqualTo(Code.FENCED);
    }

    @Test
    void shouldRefuseAStranger() {
        final TestVenue venue = new TestVenue();
        venue.consumed(9, 1, 0);
        assertThat(venue.code()).isEqualTo(Code.FENCED);
    }

    @Test
    void shouldTrimToTheSlowestDurableConsumer() {
        final TestVenue venue = new TestVenue();
        venue.hello("projector", 5);
        venue.hello("fix-1", 5);
        final long newest = venue.engine().sequence();
        venue.consumed(2, 1, 10);
        assertThat(venue.engine().trimmedSequence()).isZero();
        venue.consumed(3, 1, 7);
        assertThat(venue.engine().trimmedSequence()).isEqualTo(7);
        venue.consumed(3, 2, Long.MAX_VALUE);
        assertThat(venue.engine().trimmedSequence()).isEqualTo(10);
        venue.consumed(2, 2, newest + 99);
        assertThat(venue.engine().trimmedSequence()).isEqualTo(newest);
        venue.consumed(2, 3, 1);
        assertThat(venue.engine().trimmedSequence()).isEqualTo(newest);
    }

    @Test
    void shouldTellThatEventsAreGone() {
        final TestVenue venue = new TestVenue();
        venue.hello("projector", 5);
        venue.consumed(2, 1, 10);
        final int length = new io.vexchange.engine.protocol.HelloEncoder()
                .wrapAndApplyHeader(venue.command(), 0, new MessageHeaderEncoder())
                .flags(1)
                .afterSequence(9)
                .putName(new byte[] {'x'}, 0, 1)
                .encodedLength();
        assertThat(venue.apply(0, length)).containsExactly("hello 3 epoch 1 last 0 SEQUENCE_TRIMMED");
    }

    @Test
    void shouldRefuseWhatGrowsWhenTheOutboxIsFullAndLetEverythingElseGoOn() {
        final EngineLimits limits = EngineLimits.defaults();
        final TestVenue measured = new TestVenue(limits);
        measured.order(ALPHA).buy(1).at(9_900).send();
        final TestVenue venue =
                new TestVenue(limits.withOutboxEvents(measured.engine().sequence()));
        final long order = venue.order(ALPHA).buy(1).at(9_900).id("a").enter();
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("b").send()).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.OUTBOX_FULL);
        assertThat(venue.replace(ALPHA, order).lots(2).send()).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.OUTBOX_FULL);
        venue.transfer(TestVenue.ALPHA_A, TestVenue.USD, 1, "");
        assertThat(venue.code()).isEqualTo(Code.OUTBOX_FULL);
        venue.asset("X", 1);
        assertThat(venue.code()).isEqualTo(Code.OUTBOX_FULL);
        assertThat(venue.cancel(ALPHA, order)).contains("1 4/4 open 0");
        venue.hello("projector", 5);
        venue.consumed(2, 1, Long.MAX_VALUE);
        assertThat(venue.order(ALPHA).buy(1).at(9_900).id("b").send()).contains("2 0/0 open 1");
    }

    @Test
    void shouldNotGrowByRefusalsForEver() {
        final TestVenue venue = new TestVenue(EngineLimits.defaults().withOutboxEvents(40));
        venue.checkNoMore();
        for (int i = 0; i < 60_000; i++) {
            venue.order(BETA).buy(1).at(1).send();
        }
        assertThat(venue.code()).isEqualTo(Code.OUTBOX_FULL);
        assertThat(venue.engine().sequence()).isEqualTo(50_040);
    }

    @Test
    void shouldCancelWhatThereIsBeyondTheBoundButTellNoRefusals() {
        final TestVenue venue = new TestVenue(EngineLimits.defaults().withOutboxEvents(40));
        venue.checkNoMore();
        final long order = venue.order(BETA).buy(1).at(9_900).enter();
        for (int i = 0; i < 60_000; i++) {
            venue.cancel(BETA, 99);
        }
        assertThat(venue.code()).isEqualTo(Code.OUTBOX_FULL);
        assertThat(venue.engine().sequence()).isLessThan(50_100);
        assertThat(venue.massCancel(ALPHA, 0, 0, '\0')).isEmpty();
        assertThat(venue.code()).isEqualTo(Code.OUTBOX_FULL);
        assertThat(venue.cancel(BETA, order)).contains(order + " 4/4 open 0");
        assertThat(venue.code()).isEqualTo(Code.NONE);
    }

    @Test
    void shouldAnswerWhatIsNoCommand() {
        final TestVenue venue = new TestVenue();
        final long sequence = venue.engine().sequence();
        new ConsumerPositionEncoder()
                .wrapAndApplyHeader(venue.command(), 0, new MessageHeaderEncoder())
                .sequence(0);
        venue.command().putShort(2, (short) 77);
        venue.send(ConsumerPositionEncoder.BLOCK_LENGTH);
        assertThat(venue.code()).isEqualTo(Code.UNKNOWN_COMMAND);
        venue.apply(0, -3);
        assertThat(venue.code()).isEqualTo(Code.UNKNOWN_COMMAND);
        assertThat(venue.engine().sequence()).isEqualTo(sequence);
    }
}
