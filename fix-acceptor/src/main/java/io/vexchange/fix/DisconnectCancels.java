package io.vexchange.fix;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.protocol.CancelOnDisconnectEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.fix.journal.ConnectionRecord;
import java.util.concurrent.CompletableFuture;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.agrona.ExpandableArrayBuffer;

/** Has the engine cancel what a connection's end cancels, however long it takes until the engine can be reached. */
final class DisconnectCancels {
    private static final long RETRY_MILLIS = 100;

    private final Supplier<EngineClient> client;
    private final ObjLongConsumer<Runnable> later;

    DisconnectCancels(final Supplier<EngineClient> client, final ObjLongConsumer<Runnable> later) {
        this.client = client;
        this.later = later;
    }

    /**
     * @param session whose connection has ended
     * @param ended that connection
     * @param done completed when the cancels have been applied and their reports are in the session's journal
     */
    void request(final TradingSession session, final ConnectionRecord ended, final CompletableFuture<Void> done) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(64);
        final CancelOnDisconnectEncoder command = new CancelOnDisconnectEncoder();
        command.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .sessionId(session.config().sessionId())
                .connectionEpoch(ended.epoch())
                .scope((short) ended.scope())
                .spareGtc((short) (ended.sparesGtc() ? 1 : 0));
        try {
            final CompletableFuture<Outcome> unused = client.get()
                    .ask(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength())
                    .whenComplete((outcome, fault) -> {
                        if (fault == null) {
                            session.journal().settled();
                            done.complete(null);
                        } else {
                            again(session, ended, done);
                        }
                    });
        } catch (final EngineUnavailableException e) {
            again(session, ended, done);
        }
    }

    private void again(final TradingSession session, final ConnectionRecord ended, final CompletableFuture<Void> done) {
        later.accept(() -> request(session, ended, done), RETRY_MILLIS);
    }
}
