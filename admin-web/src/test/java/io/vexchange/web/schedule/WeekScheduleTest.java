package io.vexchange.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.engine.client.Schedule;
import io.vexchange.engine.model.Phase;
import io.vexchange.web.shape.ScheduleChangeShape;
import io.vexchange.web.shape.ScheduleDaysShape;
import io.vexchange.web.shape.ScheduleShape;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A schedule in local time becomes instants, over clock changes and holidays. */
class WeekScheduleTest {
    private static final List<String> EVERY_DAY = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private static long micros(final String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    private static ScheduleShape daily(final String zone, final String time, final String... holidays) {
        return new ScheduleShape(
                zone,
                List.of(new ScheduleDaysShape(EVERY_DAY, List.of(new ScheduleChangeShape(time, "CONTINUOUS")))),
                List.of(holidays));
    }

    private static List<String> coming(final ScheduleShape shape, final String now) {
        return new WeekSchedule(shape)
                .coming(micros(now)).stream()
                        .map(Schedule.Change::atMicros)
                        .map(each -> Instant.EPOCH.plus(each, ChronoUnit.MICROS).toString())
                        .toList();
    }

    @Test
    void shouldFollowTheClockOfItsZone() {
        final List<String> instants = coming(daily("Europe/Zurich", "09:00:00"), "2026-10-23T12:00:00Z");
        assertThat(instants).hasSize(WeekSchedule.DAYS_AHEAD);
        assertThat(instants.subList(0, 3))
                .containsExactly("2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z", "2026-10-26T08:00:00Z");
    }

    @Test
    void shouldPutALeftOutHourAfterTheChange() {
        assertThat(coming(daily("Europe/Zurich", "02:30:00"), "2026-03-28T12:00:00Z")
                        .get(0))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void shouldTakeTheFirstOfATwiceToldHour() {
        assertThat(coming(daily("Europe/Zurich", "02:30:00"), "2026-10-24T12:00:00Z")
                        .get(0))
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void shouldRestOnHolidays() {
        assertThat(coming(daily("UTC", "09:00:00", "2026-12-25"), "2026-12-24T10:00:00Z"))
                .hasSize(13)
                .doesNotContain("2026-12-25T09:00:00Z");
    }

    @Test
    void shouldNotTellWhatIsPastOrPresent() {
        assertThat(coming(daily("UTC", "09:00:00"), "2026-12-24T09:00:00Z").get(0))
                .isEqualTo("2026-12-25T09:00:00Z");
    }

    @Test
    void shouldComeBackFromItsText() {
        final ScheduleShape shape = daily("Europe/Zurich", "09:00:00", "2026-12-25");
        assertThat(WeekSchedule.read(WeekSchedule.properties(shape))).isEqualTo(shape);
        assertThat(WeekSchedule.read("")).isEqualTo(WeekSchedule.NONE);
        assertThat(new WeekSchedule(shape).coming(micros("2026-12-24T09:00:00Z")))
                .allMatch(each -> each.phase() == Phase.CONTINUOUS);
    }

    @Test
    void shouldNameWhatItDoesNotKnow() {
        assertThatThrownBy(() -> new WeekSchedule(daily("Mars/Base", "09:00:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeekSchedule(daily("UTC", "9 o'clock")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeekSchedule(daily("UTC", "09:00:00", "yesterday")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
