package io.vexchange.store.projection;

import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * Hands events from the client's thread to the projector's. It never blocks: when many wait it is not ready, and the engine keeps the rest.
 * An image only tells names and scales; events the database has, or that came before a reconnection, are passed over.
 */
final class Inlet implements EngineListener {
    private static final int FULL = 16_384;
    private static final int SEQUENCE_OFFSET = MessageHeaderDecoder.ENCODED_LENGTH;

    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
    private final BlockingQueue<Hello> hellos = new LinkedBlockingQueue<>();
    private final CountDownLatch image = new CountDownLatch(1);
    private final Words words;
    private long newest;
    private boolean isEntryOpen;
    private volatile boolean isClosed;
    private volatile long gapAfter = -1;

    Inlet(final Words words, final long after) {
        this.words = words;
        newest = after;
    }

    @Override
    public boolean ready() {
        return !isClosed && queue.size() < FULL;
    }

    @Override
    public void onConnected(final Hello hello) {
        // what the engine has let go is made again from the log
        newest = Math.max(newest, hello.durablePosition());
        hellos.add(hello);
    }

    @Override
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        if (isClosed) {
            return;
        }
        if (templateId == AppliedDecoder.TEMPLATE_ID) {
            if (isEntryOpen) {
                isEntryOpen = false;
                queue.add(Item.END);
            }
            return;
        }
        words.learn(templateId, buffer, offset, length);
        if (templateId == ImageEndDecoder.TEMPLATE_ID) {
            image.countDown();
        }
        if (!Events.isEvent(templateId)) {
            return;
        }
        final long sequence = buffer.getLong(offset + SEQUENCE_OFFSET, ByteOrder.LITTLE_ENDIAN);
        if (sequence <= newest) {
            return;
        }
        if (sequence != newest + 1) {
            gapAfter = newest;
            isClosed = true;
            return;
        }
        newest = sequence;
        isEntryOpen = true;
        queue.add(Item.copy(sequence, templateId, buffer, offset, length));
    }

    /** Waits until all names are known. */
    boolean awaitImage(final long millis) throws InterruptedException {
        return image.await(millis, TimeUnit.MILLISECONDS);
    }

    /** @return the newest event before a hole in what came, -1: there is none */
    long gapAfter() {
        return gapAfter;
    }

    /** @return the answer to the first Hello, or null when there is none in that time */
    Hello hello(final long millis) throws InterruptedException {
        return hellos.poll(millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes what waits, whole log entries where their ends are known.
     *
     * @param most events, about
     * @param waitMillis for the first
     * @return consecutive events, without ends; empty: none came
     */
    List<Item> take(final int most, final long waitMillis) throws InterruptedException {
        final List<Item> taken = new ArrayList<>();
        Item item = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        boolean isWhole = true;
        while (item != null) {
            isWhole = item.isEnd();
            if (!isWhole) {
                taken.add(item);
            }
            if (taken.size() >= 4 * most || (isWhole && taken.size() >= most)) {
                break;
            }
            item = isWhole ? queue.poll() : queue.poll(ENTRY_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
        return taken;
    }

    /** Events of one entry come together; after a restart their end may not come at all. */
    private static final long ENTRY_WAIT_MILLIS = 3;

    int waiting() {
        return queue.size();
    }

    void close() {
        isClosed = true;
    }
}
