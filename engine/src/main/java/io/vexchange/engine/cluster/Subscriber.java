package io.vexchange.engine.cluster;

import io.aeron.Aeron;
import io.aeron.Publication;
import io.aeron.exceptions.RegistrationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that has said Hello: what it wants, and how far it has been served. One thread. */
final class Subscriber {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    final long sessionId;
    final int tag;
    /** Served before anything else: the answer to Hello and the image. */
    ItemLog first = new ItemLog();

    long firstCursor;
    int clientId;
    boolean wantsEvents;
    boolean wantsImage;
    boolean isDurable;
    /** It is so far behind that what it wants is gone. */
    boolean hasLapsed;

    long cursor;

    private final Aeron aeron;
    private long registrationId;
    private Publication publication;

    Subscriber(final long sessionId, final int tag, final Aeron aeron, final String channel, final int streamId) {
        this.sessionId = sessionId;
        this.tag = tag;
        this.aeron = aeron;
        registrationId = aeron.asyncAddPublication(channel, streamId);
    }

    /** The way to the client, or null while it is not there yet. */
    Publication publication() {
        if (publication == null && registrationId != Aeron.NULL_VALUE) {
            try {
                publication = aeron.getPublication(registrationId);
                if (publication != null) {
                    registrationId = Aeron.NULL_VALUE;
                }
            } catch (final RegistrationException e) {
                LOG.warn("a client can not be answered: {}", e.getMessage());
                registrationId = Aeron.NULL_VALUE;
            }
        }
        return publication;
    }

    boolean isServedFirst() {
        return firstCursor >= first.end();
    }

    void close() {
        if (publication == null && registrationId != Aeron.NULL_VALUE) {
            aeron.asyncRemovePublication(registrationId);
        } else if (publication != null) {
            publication.close();
        }
        registrationId = Aeron.NULL_VALUE;
    }
}
