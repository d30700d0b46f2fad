package io.vexchange.engine.cluster;

import io.aeron.Aeron;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.HelloReplyDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Everybody who said Hello over a connection that is open. One thread. */
final class Subscribers {
    /** A follower that is so far behind what is kept anyway gets a new image, or must say Hello again. */
    static final long MAX_BEHIND_BYTES = 64L * 1024 * 1024;

    private static final long DURABLE_POSITION = -1;

    private final List<Subscriber> all = new ArrayList<>();
    private final EgressFeed feed = new EgressFeed();
    private final HelloReplyDecoder reply = new HelloReplyDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final WakeUps clients;
    private int lastTag;

    Subscribers(final WakeUps clients) {
        this.clients = clients;
    }

    void leadershipTermId(final long leadershipTermId) {
        feed.leadershipTermId(leadershipTermId);
    }

    Subscriber get(final long sessionId) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).sessionId == sessionId) {
                return all.get(i);
            }
        }
        return null;
    }

    /** A new Hello over the same connection begins anew. */
    Subscriber open(final Aeron aeron, final ClientSession session) {
        remove(session.id());
        return new Subscriber(session.id(), ++lastTag, aeron, session.responseChannel(), session.responseStreamId());
    }

    /** After the Hello was applied: its answer is in the newest entry of the outbox. */
    void subscribe(final Subscriber subscriber, final Replica replica, final Outbox outbox, final long afterSequence) {
        all.add(subscriber);
        subscriber.cursor = outbox.entryStart();
        if (!takeReply(subscriber, outbox)) {
            subscriber.wantsEvents = false;
            return;
        }
        for (final Subscriber other : all) {
            if (other != subscriber && other.clientId == subscriber.clientId) {
                other.wantsEvents = false;
            }
        }
        if (subscriber.wantsImage) {
            replica.writeImage(subscriber.first);
        }
        if (subscriber.wantsEvents && (subscriber.isDurable || !subscriber.wantsImage)) {
            if (reply.code() == Code.NONE.number()) {
                final long after = afterSequence == DURABLE_POSITION ? reply.durablePosition() : afterSequence;
                subscriber.cursor = Math.min(subscriber.cursor, outbox.items().positionAfter(after));
            } else {
                subscriber.wantsEvents = false;
            }
        }
    }

    private boolean takeReply(final Subscriber subscriber, final Outbox outbox) {
        final ItemLog items = outbox.items();
        for (long item = outbox.entryStart(); item < items.end(); item = items.itemAt(items.next(item))) {
            final int offset = items.bytesOffsetAt(item);
            final int templateId = items.bufferAt(item)
                            .getShort(offset + MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                    & 0xFFFF;
            if (templateId == HelloReplyDecoder.TEMPLATE_ID) {
                reply.wrapAndApplyHeader(items.bufferAt(item), offset, header);
                subscriber.clientId = reply.clientId();
                subscriber.first.append(items.bufferAt(item), offset, items.lengthAt(item), 0);
                return true;
            }
        }
        return false;
    }

    int serve(final Replica replica, final Outbox outbox) {
        int sent = 0;
        for (int i = 0; i < all.size(); i++) {
            final Subscriber subscriber = all.get(i);
            if (subscriber.cursor < outbox.items().start()) {
                lapse(subscriber, replica, outbox);
            }
            sent += feed.serve(subscriber, outbox.items());
        }
        if (sent > 0) {
            clients.signal();
        }
        return sent;
    }

    private static void lapse(final Subscriber subscriber, final Replica replica, final Outbox outbox) {
        subscriber.cursor = outbox.items().end();
        if (subscriber.wantsImage && subscriber.wantsEvents && subscriber.isServedFirst()) {
            replica.writeImage(subscriber.first);
        } else if (subscriber.wantsEvents) {
            subscriber.wantsEvents = false;
            subscriber.hasLapsed = true;
        }
    }

    /** Sessions can be closed by an entry only; the client comes again and is told what is gone. */
    void closeLapsed(final Cluster cluster) {
        for (int i = 0; i < all.size(); i++) {
            final Subscriber subscriber = all.get(i);
            if (subscriber.hasLapsed && cluster.getClientSession(subscriber.sessionId) != null) {
                subscriber.hasLapsed = !cluster.closeClientSession(subscriber.sessionId);
            }
        }
    }

    /** What lies behind this position is wanted by nobody, or by one who is too far behind. */
    long leastCursor(final Outbox outbox) {
        final long end = outbox.items().end();
        long least = end;
        for (int i = 0; i < all.size(); i++) {
            least = Math.min(least, all.get(i).cursor);
        }
        return Math.max(least, end - MAX_BEHIND_BYTES);
    }

    void remove(final long sessionId) {
        final Subscriber subscriber = get(sessionId);
        if (subscriber != null) {
            all.remove(subscriber);
            subscriber.close();
        }
    }

    void clear() {
        all.forEach(Subscriber::close);
        all.clear();
    }
}
