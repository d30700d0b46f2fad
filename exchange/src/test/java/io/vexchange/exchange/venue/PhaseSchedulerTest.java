package io.vexchange.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.Schedule;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.InstrumentDefinedEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.ScheduleDefinedEncoder;
import io.vexchange.engine.protocol.SetScheduleDecoder;
import io.vexchange.web.schedule.WeekSchedule;
import io.vexchange.web.shape.ScheduleChangeShape;
import io.vexchange.web.shape.ScheduleDaysShape;
import io.vexchange.web.shape.ScheduleShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine is told the coming fortnight of each schedule, and again as it goes on. */
class PhaseSchedulerTest {
    private static final int ACME = 1;

    private final AtomicLong now = new AtomicLong(micros("2026-11-23T08:00:00Z")); // a Monday
    private final PhaseScheduler scheduler = new PhaseScheduler(now::get);
    private final Recorder engine = new Recorder();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4_096);
    private final ScheduleShape winter = new ScheduleShape(
            "Europe/Zurich",
            List.of(new ScheduleDaysShape(
                    List.of("MON", "TUE"),
                    List.of(
                            new ScheduleChangeShape("08:00:00", "OPENING_AUCTION"),
                            new ScheduleChangeShape("09:00:00", "CONTINUOUS")))),
            List.of("2026-11-24"));

    private static long micros(final String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    @AfterEach
    void end() {
        scheduler.close();
    }

    private final class Recorder implements EngineClient {
        private final List<List<Schedule.Change>> told = new ArrayList<>();

        @Override
        public String name() {
            return "scheduler";
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public long send(final MutableDirectBuffer command, final int offset, final int length) {
            final SetScheduleDecoder it =
                    new SetScheduleDecoder().wrapAndApplyHeader(command, offset, new MessageHeaderDecoder());
            assertThat(it.instrumentId()).isEqualTo(ACME);
            final List<Schedule.Change> changes = new ArrayList<>();
            for (final SetScheduleDecoder.ChangesDecoder each : it.changes()) {
                changes.add(new Schedule.Change(each.atMicros(), Phase.of(each.phase())));
            }
            assertThat(it.propertiesLength()).as("the text stays").isZero();
            told.add(changes);
            defineSchedule(changes);
            return told.size();
        }

        @Override
        public CompletableFuture<Outcome> ask(final MutableDirectBuffer command, final int offset, final int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void consumed(final long sequence) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private void defineInstrument() {
        final InstrumentDefinedEncoder it =
                new InstrumentDefinedEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.sequence(0).instrumentId(ACME).tickMantissa(1).lotMantissa(1).enabled((short) 1);
        it.phase((short) Phase.CLOSED.number()).putSymbol("ACME".getBytes(StandardCharsets.US_ASCII), 0, 4);
        it.putProperties(new byte[0], 0, 0);
        scheduler.onItem(InstrumentDefinedEncoder.TEMPLATE_ID, buffer, 0, 8 + it.encodedLength());
    }

    private void defineSchedule(final List<Schedule.Change> changes) {
        final ScheduleDefinedEncoder it =
                new ScheduleDefinedEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.sequence(0).instrumentId(ACME);
        final ScheduleDefinedEncoder.ChangesEncoder group = it.changesCount(changes.size());
        changes.forEach(each -> group.next().atMicros(each.atMicros()).phase((short)
                each.phase().number()));
        final byte[] text = WeekSchedule.properties(winter).getBytes(StandardCharsets.UTF_8);
        it.putProperties(text, 0, text.length);
        scheduler.onItem(ScheduleDefinedEncoder.TEMPLATE_ID, buffer, 0, 8 + it.encodedLength());
    }

    @Test
    void shouldTellTheComingFortnightInUtc() {
        scheduler.tell(engine);
        defineInstrument();
        defineSchedule(List.of());
        scheduler.renew();
        assertThat(engine.told)
                .containsExactly(List.of(
                        new Schedule.Change(micros("2026-11-30T07:00:00Z"), Phase.OPENING_AUCTION),
                        new Schedule.Change(micros("2026-11-30T08:00:00Z"), Phase.CONTINUOUS),
                        new Schedule.Change(micros("2026-12-01T07:00:00Z"), Phase.OPENING_AUCTION),
                        new Schedule.Change(micros("2026-12-01T08:00:00Z"), Phase.CONTINUOUS),
                        new Schedule.Change(micros("2026-12-07T07:00:00Z"), Phase.OPENING_AUCTION),
                        new Schedule.Change(micros("2026-12-07T08:00:00Z"), Phase.CONTINUOUS)));
        scheduler.renew();
        assertThat(engine.told).as("nothing is new").hasSize(1);
    }

    @Test
    void shouldTellMoreAsTimeGoesOn() {
        scheduler.tell(engine);
        defineInstrument();
        defineSchedule(List.of());
        scheduler.renew();
        now.addAndGet(ChronoUnit.DAYS.getDuration().toSeconds() * 1_000_000);
        scheduler.renew();
        assertThat(engine.told).hasSize(2);
        assertThat(engine.told.get(1))
                .contains(new Schedule.Change(micros("2026-12-08T07:00:00Z"), Phase.OPENING_AUCTION));
    }

    @Test
    void shouldLeaveAloneWhatHasNoSchedule() {
        scheduler.tell(engine);
        defineInstrument();
        scheduler.renew();
        assertThat(engine.told).isEmpty();
    }
}
