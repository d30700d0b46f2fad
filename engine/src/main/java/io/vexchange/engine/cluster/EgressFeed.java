package io.vexchange.engine.cluster;

import io.aeron.Publication;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.MessageHeaderEncoder;
import io.aeron.cluster.codecs.SessionMessageHeaderEncoder;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.HelloReplyDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Sends items to subscribers in batches: a message is {@code [int32 length, int32 0, bytes, padding to 8]} repeated. Never waits: what a
 * subscriber does not take now is sent later. One thread.
 */
final class EgressFeed {
    static final int ITEM_PREFIX_LENGTH = 8;

    private static final int BATCH_LENGTH = 32 * 1024;
    private static final int MAX_BATCHES = 8;
    private static final int TEMPLATE_ID_OFFSET = MessageHeaderDecoder.templateIdEncodingOffset();

    private final UnsafeBuffer batch = new UnsafeBuffer(new byte[BATCH_LENGTH + 2 * 64 * 1024]);
    private final SessionMessageHeaderEncoder sessionHeader = new SessionMessageHeaderEncoder();
    private int batchLength;

    EgressFeed() {
        sessionHeader.wrapAndApplyHeader(batch, 0, new MessageHeaderEncoder());
    }

    void leadershipTermId(final long leadershipTermId) {
        sessionHeader.leadershipTermId(leadershipTermId);
    }

    /**
     * @param subscriber to be served
     * @param log everything that left the engine
     * @return how many batches it took
     */
    int serve(final Subscriber subscriber, final ItemLog log) {
        final Publication publication = subscriber.publication();
        if (publication == null || !publication.isConnected()) {
            return 0;
        }
        int sent = 0;
        while (sent < MAX_BATCHES && !subscriber.isServedFirst() && serveFirst(subscriber, publication)) {
            sent++;
        }
        while (sent < MAX_BATCHES && subscriber.isServedFirst() && subscriber.cursor < log.end()) {
            if (!serveNext(subscriber, publication, log)) {
                break;
            }
            sent++;
        }
        return sent;
    }

    private boolean serveFirst(final Subscriber subscriber, final Publication publication) {
        final ItemLog first = subscriber.first;
        begin(subscriber);
        long item = first.itemAt(subscriber.firstCursor);
        while (item < first.end() && batchLength < BATCH_LENGTH) {
            add(first, item);
            item = first.itemAt(first.next(item));
        }
        if (!offer(publication)) {
            return false;
        }
        subscriber.firstCursor = item;
        if (subscriber.isServedFirst()) {
            subscriber.first = new ItemLog();
            subscriber.firstCursor = 0;
        } else {
            first.drop(item, Long.MAX_VALUE);
        }
        return true;
    }

    private boolean serveNext(final Subscriber subscriber, final Publication publication, final ItemLog log) {
        begin(subscriber);
        long item = log.itemAt(subscriber.cursor);
        while (item < log.end() && batchLength < BATCH_LENGTH) {
            if (isFor(subscriber, log, item)) {
                add(log, item);
            }
            item = log.itemAt(log.next(item));
        }
        if (batchLength > AeronCluster.SESSION_HEADER_LENGTH && !offer(publication)) {
            return false;
        }
        subscriber.cursor = item;
        return true;
    }

    /** Events and ends of entries are for everybody who follows, other replies for who asked; the answer to a Hello was sent first. */
    private static boolean isFor(final Subscriber subscriber, final ItemLog log, final long item) {
        if (log.sequenceAt(item) != 0) {
            return subscriber.wantsEvents || log.tagAt(item) == subscriber.tag;
        }
        final int templateId =
                log.bufferAt(item).getShort(log.bytesOffsetAt(item) + TEMPLATE_ID_OFFSET, ByteOrder.LITTLE_ENDIAN)
                        & 0xFFFF;
        if (templateId == HelloReplyDecoder.TEMPLATE_ID) {
            return false;
        }
        return log.tagAt(item) == subscriber.tag
                || (subscriber.wantsEvents && templateId == AppliedDecoder.TEMPLATE_ID);
    }

    private void begin(final Subscriber subscriber) {
        sessionHeader.clusterSessionId(subscriber.sessionId);
        batchLength = AeronCluster.SESSION_HEADER_LENGTH;
    }

    private void add(final ItemLog log, final long item) {
        final int length = log.lengthAt(item);
        batch.putInt(batchLength, length);
        batch.putInt(batchLength + Integer.BYTES, 0);
        batch.putBytes(batchLength + ITEM_PREFIX_LENGTH, log.bufferAt(item), log.bytesOffsetAt(item), length);
        batchLength += ITEM_PREFIX_LENGTH + ((length + 7) & ~7);
    }

    private boolean offer(final Publication publication) {
        return publication.offer(batch, 0, batchLength) > 0;
    }
}
