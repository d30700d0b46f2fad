package io.vexchange.web.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.engine.client.Schedule;
import io.vexchange.engine.model.Phase;
import io.vexchange.web.json.Json;
import io.vexchange.web.shape.ScheduleChangeShape;
import io.vexchange.web.shape.ScheduleDaysShape;
import io.vexchange.web.shape.ScheduleShape;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A schedule by days of the week in a time zone. The engine knows instants only, so the coming ones are worked out here and renewed each
 * day. A time that a clock change leaves out comes when the clock has been put forward; one that comes twice, the first time.
 */
public final class WeekSchedule {
    /** Days ahead that the engine is told. */
    public static final int DAYS_AHEAD = 14;
    /** Most changes it is told. */
    public static final int MOST_CHANGES = 100;

    /** No change at all. */
    public static final ScheduleShape NONE = new ScheduleShape("UTC", List.of(), List.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final ZoneId zone;
    private final List<ScheduleDaysShape> days;
    private final Set<LocalDate> holidays = new HashSet<>();

    /**
     * @param shape as people write it
     * @throws IllegalArgumentException naming what is no zone, day, time, phase or date
     */
    public WeekSchedule(final ScheduleShape shape) {
        try {
            zone = ZoneId.of(shape.timeZone());
            shape.holidays().forEach(each -> holidays.add(LocalDate.parse(each)));
            for (final ScheduleDaysShape each : shape.days()) {
                each.changes().forEach(change -> LocalTime.parse(change.time()));
            }
        } catch (final DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        days = List.copyOf(shape.days());
        for (final ScheduleDaysShape each : days) {
            for (final String day : each.days()) {
                if (!DAYS.contains(day)) {
                    throw new IllegalArgumentException(day + " is not one of " + String.join(", ", DAYS));
                }
            }
            each.changes().forEach(change -> Phase.valueOf(change.phase()));
        }
    }

    /**
     * @param properties of a schedule in the engine
     * @return it as people wrote it, {@link #NONE} when there is none
     */
    public static ScheduleShape read(final String properties) {
        if (properties.isEmpty()) {
            return NONE;
        }
        try {
            final JsonNode it = JSON.readTree(properties);
            final List<ScheduleDaysShape> days = new ArrayList<>();
            for (final JsonNode each : it.path("days")) {
                final List<ScheduleChangeShape> changes = new ArrayList<>();
                each.path("changes")
                        .forEach(change -> changes.add(new ScheduleChangeShape(
                                change.path("time").asText(),
                                change.path("phase").asText())));
                days.add(new ScheduleDaysShape(texts(each.path("days")), changes));
            }
            return new ScheduleShape(it.path("timeZone").asText("UTC"), days, texts(it.path("holidays")));
        } catch (final JsonProcessingException e) {
            return NONE;
        }
    }

    private static List<String> texts(final JsonNode array) {
        final List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /**
     * @param shape as people write it
     * @return what is kept of it in the engine
     */
    public static String properties(final ScheduleShape shape) {
        return Json.text(shape);
    }

    /**
     * @param nowMicros microseconds since the epoch
     * @return the changes after now within {@link #DAYS_AHEAD} days, ascending, at most {@link #MOST_CHANGES}
     */
    public List<Schedule.Change> coming(final long nowMicros) {
        final Instant now = Instant.EPOCH.plus(nowMicros, ChronoUnit.MICROS);
        final LocalDate today = LocalDate.ofInstant(now, zone);
        final TreeMap<Long, Phase> byInstant = new TreeMap<>();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            final LocalDate date = today.plusDays(ahead);
            if (!holidays.contains(date)) {
                add(byInstant, date);
            }
        }
        final long last = nowMicros + ChronoUnit.DAYS.getDuration().toMillis() * 1_000 * DAYS_AHEAD;
        return byInstant.subMap(nowMicros, false, last, true).entrySet().stream()
                .limit(MOST_CHANGES)
                .map(each -> new Schedule.Change(each.getKey(), each.getValue()))
                .toList();
    }

    private void add(final Map<Long, Phase> byInstant, final LocalDate date) {
        for (final ScheduleDaysShape each : days) {
            if (each.days().contains(word(date.getDayOfWeek()))) {
                for (final ScheduleChangeShape change : each.changes()) {
                    final Instant at = date.atTime(LocalTime.parse(change.time()))
                            .atZone(zone)
                            .toInstant();
                    byInstant.put(ChronoUnit.MICROS.between(Instant.EPOCH, at), Phase.valueOf(change.phase()));
                }
            }
        }
    }

    private static String word(final DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
