package io.vexchange.fix;

import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.CancelRejectDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.ImageBeginDecoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.MassCancelReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.ParticipantDefinedDecoder;
import io.vexchange.engine.protocol.SessionDefinedDecoder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/** Gives each event to the sessions it is owed to. All on the engine client's thread. */
final class EngineFeed implements EngineListener {
    private final Gateway gateway;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final CancelRejectDecoder reject = new CancelRejectDecoder();
    private final MassCancelReportDecoder massCancel = new MassCancelReportDecoder();
    private final AppliedDecoder applied = new AppliedDecoder();
    private final CountDownLatch directoryKnown = new CountDownLatch(1);

    private final PublicEvents publicEvents;
    private final VenueEvents venueEvents;
    private int clientId;
    private boolean inImage;
    /** The newest event that is in the journals of all it is owed to. */
    private volatile long routed;

    EngineFeed(final Gateway gateway) {
        this.gateway = gateway;
        this.publicEvents = new PublicEvents(gateway.marketData());
        this.venueEvents = new VenueEvents(gateway);
    }

    /** @return false when the engine has not told the directory in time */
    boolean awaitDirectory(final long timeout, final TimeUnit unit) throws InterruptedException {
        return directoryKnown.await(timeout, unit);
    }

    long routed() {
        return routed;
    }

    @Override
    public void onConnected(final Hello hello) {
        clientId = hello.clientId();
        routed = Math.max(routed, hello.durablePosition());
    }

    @Override
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        gateway.directory().onItem(templateId, buffer, offset, length);
        gateway.liveState().onItem(templateId, buffer, offset, length);
        switch (templateId) {
            case ExecutionReportDecoder.TEMPLATE_ID -> {
                if (!inImage) {
                    report.wrapAndApplyHeader(buffer, offset, header);
                    execution(buffer, offset, length);
                }
            }
            case CancelRejectDecoder.TEMPLATE_ID -> {
                reject.wrapAndApplyHeader(buffer, offset, header);
                owe(reject.requesterId(), reject.sequence(), templateId, buffer, offset, length);
                passed(reject.sequence());
            }
            case MassCancelReportDecoder.TEMPLATE_ID -> {
                massCancel.wrapAndApplyHeader(buffer, offset, header);
                owe(massCancel.requesterId(), massCancel.sequence(), templateId, buffer, offset, length);
                passed(massCancel.sequence());
            }
            case AppliedDecoder.TEMPLATE_ID -> {
                applied.wrapAndApplyHeader(buffer, offset, header);
                passed(applied.sequence());
                if (applied.clientId() == clientId) {
                    gateway.inflight().applied(applied.number(), Code.of(applied.code()));
                }
            }
            case ImageBeginDecoder.TEMPLATE_ID -> {
                inImage = true;
            }
            case ImageEndDecoder.TEMPLATE_ID -> {
                inImage = false;
                gateway.directory().sessions().forEach(gateway::define);
                publicEvents.onImage();
                venueEvents.onImage();
                directoryKnown.countDown();
            }
            default -> {
                directoryChanged(templateId, buffer, offset);
            }
        }
        if (!inImage) {
            publicEvents.onItem(templateId, buffer, offset); // behind the reports of the same entry
            venueEvents.onItem(templateId, buffer, offset);
        }
    }

    private void execution(final DirectBuffer buffer, final int offset, final int length) {
        final long sequence = report.sequence();
        if (sequence == 0) {
            return; // an answer, told by who has asked
        }
        final int owner = report.ownerId();
        final int requester = report.requesterId();
        final int templateId = ExecutionReportDecoder.TEMPLATE_ID;
        final int first = report.execType() == '8' && requester != 0 ? requester : owner;
        owe(first, sequence, templateId, buffer, offset, length);
        if (requester != first && report.execType() != '8') {
            owe(requester, sequence, templateId, buffer, offset, length);
        }
        for (final TradingSession each : gateway.dropCopies(report.participantId())) {
            each.owe(sequence, templateId, buffer, offset, length);
        }
        passed(sequence);
    }

    private void owe(
            final int sessionId,
            final long sequence,
            final int templateId,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        final TradingSession session = sessionId > 0 && sequence > 0 ? gateway.session(sessionId) : null;
        if (session != null && session.config().role() != SessionRole.DROP_COPY) {
            session.owe(sequence, templateId, buffer, offset, length);
        }
    }

    private void passed(final long sequence) {
        if (sequence > routed) {
            routed = sequence;
        }
    }

    private void directoryChanged(final int templateId, final DirectBuffer buffer, final int offset) {
        if (inImage) {
            return;
        }
        if (templateId == SessionDefinedDecoder.TEMPLATE_ID) {
            final SessionDefinedDecoder defined =
                    new SessionDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
            gateway.define(gateway.directory().session(defined.sessionId()));
        } else if (templateId == ParticipantDefinedDecoder.TEMPLATE_ID) {
            final ParticipantDefinedDecoder defined =
                    new ParticipantDefinedDecoder().wrapAndApplyHeader(buffer, offset, header);
            final Participant participant = gateway.directory().participant(defined.participantId());
            if (!participant.enabled()) {
                gateway.sessions().stream()
                        .filter(each -> each.config().participantId() == participant.id())
                        .forEach(each -> each.logout("DISABLED"));
            }
        }
    }
}
