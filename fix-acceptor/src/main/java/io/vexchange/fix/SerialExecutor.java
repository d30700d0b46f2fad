package io.vexchange.fix;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tasks of one session one after another, on threads of a pool: a session that is slow delays itself only. */
final class SerialExecutor implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);
    private static final int TURN = 256;

    private final Executor pool;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    SerialExecutor(final Executor pool) {
        this.pool = pool;
    }

    @Override
    public void execute(final Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            turn();
        }
    }

    private void turn() {
        try {
            pool.execute(this::run);
        } catch (final RejectedExecutionException e) {
            LOG.debug("left undone: the gateway has stopped");
        }
    }

    /** @return tasks that have not ended */
    int waiting() {
        return waiting.get();
    }

    private void run() {
        for (int i = 0; i < TURN; i++) {
            final Runnable task = tasks.poll();
            try {
                task.run();
            } catch (final Throwable e) { // a fault of one message must not end the session's turn
                LOG.error("a session's task failed", e);
            }
            if (waiting.decrementAndGet() == 0) {
                return;
            }
        }
        turn();
    }
}
