package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceDelaysTest {
    private final SourceDelays delays = new SourceDelays();
    private final InetAddress source = InetAddress.getLoopbackAddress();

    @Test
    void shouldGrowFromAQuarterSecondToHalfAMinute() {
        final List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            seen.add(delays.refused(source, i));
        }
        assertThat(seen).containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void shouldEndWithAGoodLogonAndBeOfOneSource() throws Exception {
        delays.refused(source, 0);
        delays.refused(source, 1);
        assertThat(delays.refused(InetAddress.getByName("10.0.0.1"), 2)).isEqualTo(250);
        delays.succeeded(source);
        assertThat(delays.refused(source, 3)).isEqualTo(250);
    }

    @Test
    void shouldForgetAfterAWhile() {
        delays.refused(source, 0);
        delays.refused(source, 1);
        assertThat(delays.refused(source, 700_000)).isEqualTo(250);
    }
}
