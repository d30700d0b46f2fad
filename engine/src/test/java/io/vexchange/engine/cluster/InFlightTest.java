package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.engine.client.EngineUnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight(10);
    private final List<InFlight.Command> missed = new ArrayList<>();

    private void send(final int count) {
        for (int i = 0; i < count; i++) {
            inFlight.add(new InFlight.Command(
                    TestNode.note(1, 1), 0, TestNode.note(1, 1).capacity(), null));
            inFlight.onSent();
        }
    }

    private List<Long> resent() {
        final List<Long> numbers = new ArrayList<>();
        while (inFlight.firstUnsent() != null) {
            numbers.add(inFlight.firstUnsent().number);
            inFlight.onSent();
        }
        return numbers;
    }

    @Test
    void shouldNumberOnAfterTheEnginesLast() {
        assertThatThrownBy(() -> send(1)).isInstanceOf(EngineUnavailableException.class);
        inFlight.onHello(41);
        send(1);
        assertThat(inFlight.onApplied(42, missed).number).isEqualTo(42);
        assertThat(inFlight.size()).isZero();
    }

    @Test
    void shouldSendAgainWhatTheEngineDoesNotHave() {
        inFlight.onHello(0);
        send(5);
        inFlight.onHello(3);
        assertThat(resent()).containsExactly(4L, 5L);
        assertThat(inFlight.onHelloApplied()).extracting(each -> each.number).containsExactly(1L, 2L, 3L);
        assertThat(inFlight.size()).isEqualTo(2);
    }

    @Test
    void shouldGoBackOnceForEachGap() {
        inFlight.onHello(0);
        send(4);
        assertThat(inFlight.onApplied(1, missed).number).isEqualTo(1);
        assertThat(inFlight.onNumberExpected(2)).isTrue();
        assertThat(resent()).containsExactly(2L, 3L, 4L);
        assertThat(inFlight.onNumberExpected(2)).isFalse();
        assertThat(resent()).isEmpty();
    }

    @Test
    void shouldTellCommandsWhoseEndWasNotSeen() {
        inFlight.onHello(0);
        send(3);
        assertThat(inFlight.onApplied(3, missed).number).isEqualTo(3);
        assertThat(missed).extracting(each -> each.number).containsExactly(1L, 2L);
    }

    @Test
    void shouldBeBounded() {
        inFlight.onHello(0);
        send(10);
        assertThatThrownBy(() -> send(1)).isInstanceOf(EngineUnavailableException.class);
        assertThat(inFlight.onApplied(10, missed)).isNotNull();
        send(1);
        assertThat(inFlight.size()).isEqualTo(1);
    }
}
