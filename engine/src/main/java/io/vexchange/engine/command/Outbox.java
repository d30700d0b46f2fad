package io.vexchange.engine.command;

import io.vexchange.engine.event.EventLog;

/** Whether there is room for more events than those that end what there is. */
final class Outbox {
    private final EventLog log;
    private final long bound;

    Outbox(final EventLog log, final long bound) {
        this.log = log;
        this.bound = bound;
    }

    boolean isFull() {
        return log.waiting() >= bound;
    }
}
