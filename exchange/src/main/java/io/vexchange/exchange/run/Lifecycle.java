package io.vexchange.exchange.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, and how it is stopped: stage by stage, within a stage the last first. A part that fails to stop does not keep
 * the others from it. Thread-safe.
 */
public final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    /** Stops one part. */
    @FunctionalInterface
    public interface Stop {
        /** @throws Exception when it cannot; it is logged and the next part stopped */
        void run() throws Exception;
    }

    private record Part(String name, Stop stop) {}

    private final Map<StopStage, Deque<Part>> parts = new EnumMap<>(StopStage.class);
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean hurried;
    private Thread skipping;

    /**
     * A part has been started.
     *
     * @param stage at which it is stopped
     * @param name for the log
     * @param stop stops it
     */
    public synchronized void started(final StopStage stage, final String name, final Stop stop) {
        parts.computeIfAbsent(stage, each -> new ArrayDeque<>()).push(new Part(name, stop));
        LOG.info("{} started", name);
    }

    /**
     * Stops everything; the second call does nothing.
     *
     * @return whether all parts stopped without failing
     */
    public boolean stop() {
        boolean orderly = true;
        if (begun.compareAndSet(false, true)) {
            for (final StopStage stage : StopStage.values()) {
                orderly &= stop(stage);
            }
        }
        return orderly;
    }

    private boolean stop(final StopStage stage) {
        boolean orderly = true;
        for (Part part = next(stage); part != null; part = next(stage)) {
            if (stage.isSkippable() && !enter()) {
                LOG.warn("{} is skipped", part.name);
                continue;
            }
            orderly &= stop(part);
            leave();
        }
        return orderly;
    }

    private static boolean stop(final Part part) {
        final long began = System.nanoTime();
        try {
            part.stop.run();
            LOG.info("{} stopped in {} ms", part.name, (System.nanoTime() - began) / 1_000_000);
            return true;
        } catch (final InterruptedException e) {
            LOG.warn("{} was not waited for", part.name, e);
            return false;
        } catch (final Exception e) {
            LOG.error("{} did not stop in order", part.name, e);
            return false;
        }
    }

    private synchronized Part next(final StopStage stage) {
        final Deque<Part> left = parts.get(stage);
        return left == null ? null : left.poll();
    }

    /** @return false when whoever stops is in a hurry */
    private synchronized boolean enter() {
        if (hurried) {
            return false;
        }
        skipping = Thread.currentThread();
        return true;
    }

    /** An interrupt meant for the part that has just ended must not reach the next. */
    private synchronized void leave() {
        if (skipping != null) {
            skipping = null;
            if (Thread.interrupted()) {
                LOG.debug("hurried");
            }
        }
    }

    /** Passes over what can be passed over, now and for the rest of the stop. */
    public synchronized void hurry() {
        hurried = true;
        if (skipping != null) {
            skipping.interrupt();
        }
    }
}
