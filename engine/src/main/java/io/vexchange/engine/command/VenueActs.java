package io.vexchange.engine.command;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AnnounceDecoder;
import io.vexchange.engine.protocol.AssignFeeTierDecoder;
import io.vexchange.engine.protocol.BustTradeDecoder;
import io.vexchange.engine.protocol.CorrectTradeDecoder;
import io.vexchange.engine.protocol.DefineFeeTierDecoder;
import io.vexchange.engine.protocol.SessionActDecoder;
import io.vexchange.engine.protocol.SessionActDoneDecoder;
import io.vexchange.engine.protocol.SetCancelAfterDecoder;
import io.vexchange.engine.protocol.SetLimitsDecoder;
import org.agrona.DirectBuffer;

/** Hands the acts of staff on trades, limits, fees, sessions and announcements to who carries them out. */
final class VenueActs {
    private final BustTradeDecoder bustTrade = new BustTradeDecoder();
    private final CorrectTradeDecoder correctTrade = new CorrectTradeDecoder();
    private final SetLimitsDecoder setLimits = new SetLimitsDecoder();
    private final DefineFeeTierDecoder defineFeeTier = new DefineFeeTierDecoder();
    private final AssignFeeTierDecoder assignFeeTier = new AssignFeeTierDecoder();
    private final AnnounceDecoder announce = new AnnounceDecoder();
    private final SessionActDecoder sessionAct = new SessionActDecoder();
    private final SessionActDoneDecoder sessionActDone = new SessionActDoneDecoder();
    private final SetCancelAfterDecoder setCancelAfter = new SetCancelAfterDecoder();

    private final TradeActs trades;
    private final LimitActs limits;
    private final FeeActs fees;
    private final DeskActs desk;
    private final Outbox outbox;

    VenueActs(final CoreParts parts, final Access access, final Outbox outbox) {
        final ActRecord record = new ActRecord(parts.requestEvents);
        trades = new TradeActs(parts, record);
        limits = new LimitActs(parts, record);
        fees = new FeeActs(parts, record);
        desk = new DeskActs(parts, access, record);
        this.outbox = outbox;
    }

    /** @return false when the command is none of these */
    boolean carryOut(
            final int templateId,
            final DirectBuffer buffer,
            final int body,
            final int blockLength,
            final int version,
            final Answer answer) {
        switch (templateId) {
            case BustTradeDecoder.TEMPLATE_ID ->
                trades.bust(bustTrade.wrap(buffer, body, blockLength, version), buffer, answer);
            case CorrectTradeDecoder.TEMPLATE_ID ->
                trades.correct(correctTrade.wrap(buffer, body, blockLength, version), buffer, answer);
            case SetLimitsDecoder.TEMPLATE_ID ->
                limits.set(setLimits.wrap(buffer, body, blockLength, version), buffer, answer);
            case SessionActDecoder.TEMPLATE_ID ->
                desk.session(sessionAct.wrap(buffer, body, blockLength, version), buffer, answer);
            case SessionActDoneDecoder.TEMPLATE_ID ->
                desk.sessionDone(sessionActDone.wrap(buffer, body, blockLength, version), answer);
            case SetCancelAfterDecoder.TEMPLATE_ID ->
                desk.cancelAfter(setCancelAfter.wrap(buffer, body, blockLength, version), answer);
            case AnnounceDecoder.TEMPLATE_ID ->
                desk.announce(announce.wrap(buffer, body, blockLength, version), buffer, answer);
            case DefineFeeTierDecoder.TEMPLATE_ID, AssignFeeTierDecoder.TEMPLATE_ID ->
                fees(templateId, buffer, body, blockLength, version, answer);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Changes of the directory, which wait while nobody takes what they tell. */
    private void fees(
            final int templateId,
            final DirectBuffer buffer,
            final int body,
            final int blockLength,
            final int version,
            final Answer answer) {
        if (outbox.isFull()) {
            answer.refused(Code.OUTBOX_FULL);
        } else if (templateId == DefineFeeTierDecoder.TEMPLATE_ID) {
            fees.define(defineFeeTier.wrap(buffer, body, blockLength, version), buffer, answer);
        } else {
            fees.assign(assignFeeTier.wrap(buffer, body, blockLength, version), buffer, answer);
        }
    }
}
