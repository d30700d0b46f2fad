package io.vexchange.engine.command;

import io.vexchange.engine.event.EventLog;

/** Whether there is room for more events than those that end what there is. */
final class Outbox {
    /** Half of the reserve beyond the bound that is there beside live orders. */
    private static final long MAX_REFUSALS = 50_000;

    private final EventLog log;
    private final long bound;

    Outbox(final EventLog log, final long bound) {
        this.log = log;
        this.bound = bound;
    }

    /** Even refusals of orders, which are events too, would use up what is kept for cancels. */
    boolean isExhausted() {
        return log.waiting() - MAX_REFUSALS >= bound;
    }

    boolean isFull() {
        return log.waiting() >= bound;
    }
}
