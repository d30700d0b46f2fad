package io.vexchange.web.live;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets readers see the live state only between log entries, never inside one: the engine client's thread holds it from the first event of
 * an entry to its end.
 */
final class EntryLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** The client's thread: an event of an entry. */
    void enter() {
        if (!lock.isWriteLockedByCurrentThread()) {
            lock.writeLock().lock();
        }
    }

    /** The client's thread: the entry has ended, or the connection in the midst of it. */
    void leave() {
        if (lock.isWriteLockedByCurrentThread()) {
            lock.writeLock().unlock();
        }
    }

    /** Any thread: reads that belong together. */
    <T> T read(final Supplier<T> reads) {
        lock.readLock().lock();
        try {
            return reads.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
