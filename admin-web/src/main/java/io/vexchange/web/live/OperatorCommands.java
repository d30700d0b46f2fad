package io.vexchange.web.live;

import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.protocol.BustTradeEncoder;
import io.vexchange.engine.protocol.CorrectTradeEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.SessionActEncoder;
import io.vexchange.engine.protocol.SetReferencePriceEncoder;
import java.util.concurrent.CompletableFuture;
import org.agrona.ExpandableArrayBuffer;

/** Encodes what operators do to trades, prices and FIX sessions. Threads: any. */
final class OperatorCommands {
    private static final int BYTES = 512;

    private final Commander commander;

    OperatorCommands(final Commander commander) {
        this.commander = commander;
    }

    CompletableFuture<Outcome> bust(final int userId, final long tradeId, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final BustTradeEncoder it = new BustTradeEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId).tradeId(tradeId).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    /** Price and lots are absent when they stay. */
    CompletableFuture<Outcome> correct(
            final int userId, final long tradeId, final long priceTicks, final long lots, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final CorrectTradeEncoder it =
                new CorrectTradeEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId).tradeId(tradeId).priceTicks(priceTicks).lots(lots).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> setReferencePrice(
            final int userId, final int instrumentId, final long priceTicks, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final SetReferencePriceEncoder it =
                new SetReferencePriceEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId).instrumentId(instrumentId).priceTicks(priceTicks).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> act(final int userId, final int sessionId, final int act, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final SessionActEncoder it = new SessionActEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.actorId(-userId).sessionId(sessionId).act((short) act).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }
}
