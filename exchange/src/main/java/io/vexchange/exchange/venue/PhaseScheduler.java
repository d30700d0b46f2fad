package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Schedule;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.SetScheduleEncoder;
import io.vexchange.web.schedule.WeekSchedule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the engine, which knows instants only, the coming fortnight of phase changes of each instrument that has a schedule. Its clock
 * decides about nothing else. Threads: one of its own, beside its client's.
 */
final class PhaseScheduler implements EngineListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PhaseScheduler.class);
    private static final long LOOK_MINUTES = 10;
    private static final long CLOSE_SECONDS = 5;
    private static final byte[] NOTHING = {};

    private final Directory directory = new Directory();
    private final LongSupplier microClock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        final Thread made = new Thread(task, "vex-scheduler");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean isReady;
    private volatile EngineClient client;
    private volatile ScheduledFuture<?> looks;

    /** @param microClock the wall clock, microseconds since the epoch */
    PhaseScheduler(final LongSupplier microClock) {
        this.microClock = microClock;
    }

    void tell(final EngineClient engine) {
        client = engine;
    }

    /** Begins to look, at once and then every ten minutes. */
    void start(final EngineClient engine) {
        tell(engine);
        looks = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        directory.onItem(templateId, buffer, offset, length);
        if (templateId == ImageEndDecoder.TEMPLATE_ID && !isReady) {
            isReady = true;
            thread.execute(this::look);
        }
    }

    private void look() {
        try {
            if (isReady && client != null) {
                renew();
            }
        } catch (final EngineUnavailableException e) {
            LOG.info("schedules are looked at later: {}", e.getMessage());
        } catch (final RuntimeException e) {
            LOG.error("schedules could not be renewed", e);
        }
    }

    /** Tells what is not told yet. */
    void renew() {
        final long now = microClock.getAsLong();
        for (final Instrument instrument : directory.instruments()) {
            final Schedule known = directory.rules().schedule(instrument.id());
            if (known.properties().isEmpty()) {
                continue;
            }
            final List<Schedule.Change> coming;
            try {
                coming = new WeekSchedule(WeekSchedule.read(known.properties())).coming(now);
            } catch (final IllegalArgumentException e) {
                LOG.error("the schedule of {} cannot be read: {}", instrument.symbol(), e.getMessage());
                continue;
            }
            final List<Schedule.Change> told = known.changes().stream()
                    .filter(each -> each.atMicros() > now)
                    .toList();
            if (!told.equals(coming)) {
                send(instrument.id(), coming);
            }
        }
    }

    private void send(final int instrumentId, final List<Schedule.Change> changes) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(4_096);
        final SetScheduleEncoder it =
                new SetScheduleEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(0).instrumentId(instrumentId);
        final SetScheduleEncoder.ChangesEncoder group = it.changesCount(changes.size());
        changes.forEach(each -> group.next().atMicros(each.atMicros()).phase((short)
                each.phase().number()));
        final byte[] audit = ("{\"actor\":\"scheduler\",\"channel\":\"SCHEDULE\",\"request\":{\"changes\":"
                        + changes.size() + "}}")
                .getBytes(StandardCharsets.UTF_8);
        it.putProperties(NOTHING, 0, 0).putAudit(audit, 0, audit.length);
        client.send(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
    }

    @Override
    public void close() {
        final ScheduledFuture<?> begun = looks;
        if (begun != null) {
            begun.cancel(false);
        }
        thread.shutdownNow();
        try {
            thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
