package io.vexchange.engine.cluster;

import io.aeron.Publication;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.MessageHeaderEncoder;
import io.aeron.cluster.codecs.SessionMessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** The way into the log that a connection has now: a publication, and the header before each command. The client's lock guards it. */
final class Link {
    private final UnsafeBuffer header = new UnsafeBuffer(new byte[AeronCluster.SESSION_HEADER_LENGTH]);
    private final Publication publication;

    Link(final AeronCluster cluster) {
        publication = cluster.ingressPublication();
        new SessionMessageHeaderEncoder()
                .wrapAndApplyHeader(header, 0, new MessageHeaderEncoder())
                .leadershipTermId(cluster.leadershipTermId())
                .clusterSessionId(cluster.clusterSessionId())
                .timestamp(0);
    }

    /** @return false when it must be tried again, on this link or the next */
    boolean offer(final UnsafeBuffer bytes) {
        bytes.putBytes(0, header, 0, AeronCluster.SESSION_HEADER_LENGTH);
        for (int attempt = 0; attempt < 3; attempt++) {
            final long result = publication.offer(bytes, 0, bytes.capacity());
            if (result > 0) {
                return true;
            }
            if (result != Publication.ADMIN_ACTION) {
                return false;
            }
        }
        return false;
    }
}
