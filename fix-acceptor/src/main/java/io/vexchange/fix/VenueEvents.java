package io.vexchange.fix;

import io.vexchange.engine.client.Announcement;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.AnnouncedDecoder;
import io.vexchange.engine.protocol.InstrumentDefinedDecoder;
import io.vexchange.engine.protocol.KillSwitchChangedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.SessionActRequestedDecoder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/** What happens to the venue as a whole, or is asked of its sessions. The engine client's thread. */
final class VenueEvents {
    private final Gateway gateway;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PhaseChangedDecoder phase = new PhaseChangedDecoder();
    private final AnnouncedDecoder announced = new AnnouncedDecoder();
    private final SessionActRequestedDecoder act = new SessionActRequestedDecoder();

    VenueEvents(final Gateway gateway) {
        this.gateway = gateway;
    }

    /** An item that is not of an image. */
    void onItem(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case PhaseChangedDecoder.TEMPLATE_ID -> {
                phase.wrapAndApplyHeader(buffer, offset, header);
                gateway.status().phaseChanged(phase.instrumentId(), Phase.of(phase.phase()), phase.timeMicros());
            }
            case KillSwitchChangedDecoder.TEMPLATE_ID, InstrumentDefinedDecoder.TEMPLATE_ID ->
                gateway.status().marketChanged();
            case AnnouncedDecoder.TEMPLATE_ID -> {
                announced.wrapAndApplyHeader(buffer, offset, header);
                gateway.news().announced(announcement(), OutboundMessage.nowMicros());
            }
            case SessionActRequestedDecoder.TEMPLATE_ID -> {
                act.wrapAndApplyHeader(buffer, offset, header);
                gateway.acts().requested(act.sessionId(), act.act(), act.sequence());
            }
            default -> {
                // of an order, an account or a user
            }
        }
    }

    private Announcement announcement() {
        final byte[] text = new byte[announced.textLength()];
        announced.getText(text, 0, text.length);
        return new Announcement(
                announced.announcementId(),
                announced.isActive() != 0,
                announced.severity(),
                announced.atMicros(),
                announced.announcedMicros(),
                announced.actorId(),
                new String(text, StandardCharsets.UTF_8));
    }

    /** The engine has told its whole state. */
    void onImage() {
        gateway.directory()
                .rules()
                .announcements()
                .forEach(each -> gateway.news().known(each, OutboundMessage.nowMicros()));
        gateway.status().marketChanged();
    }
}
