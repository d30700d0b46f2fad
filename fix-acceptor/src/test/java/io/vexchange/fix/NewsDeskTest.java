package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.client.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NewsDeskTest {
    private static final long AT = 1_700_000_000_000_000L;

    private final List<String> told = new ArrayList<>();
    private final NewsDesk desk = new NewsDesk(body -> told.add(FixText.value(FixText.SOH + body.toString(), 148)));

    private static Announcement maintenance(final boolean isActive) {
        return new Announcement(1, isActive, 1, AT, AT - 1, -1, "Maintenance");
    }

    private static long before(final long minutes) {
        return AT - TimeUnit.MINUTES.toMicros(minutes);
    }

    @Test
    void shouldTellAtOnceAndFifteenFiveAndOneMinuteBefore() {
        desk.announced(maintenance(true), before(90));
        for (long minutes = 90; minutes >= -1; minutes--) {
            desk.tick(before(minutes));
            desk.tick(before(minutes));
        }
        assertThat(told)
                .containsExactly(
                        "INFO at 20231114-22:13:20.000 UTC, in 1 h 30 min",
                        "INFO at 20231114-22:13:20.000 UTC, in 15 min",
                        "INFO at 20231114-22:13:20.000 UTC, in 5 min",
                        "INFO at 20231114-22:13:20.000 UTC, in 1 min");
    }

    @Test
    void shouldTellOnceWhatItHasMissed() {
        desk.announced(maintenance(true), before(20));
        desk.tick(before(2));
        desk.tick(before(2));
        assertThat(told).hasSize(2).last().asString().endsWith("in 2 min");
    }

    @Test
    void shouldNotRepeatAfterARestartNorTellWhatIsWithdrawn() {
        desk.known(maintenance(true), before(10));
        desk.tick(before(10));
        assertThat(told).isEmpty();
        desk.tick(before(5));
        assertThat(told).hasSize(1);
        desk.known(maintenance(true), before(4));
        desk.announced(maintenance(false), before(3));
        desk.tick(before(1));
        assertThat(told).hasSize(1);
    }
}
