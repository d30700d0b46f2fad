package io.vexchange.engine.command;

import io.vexchange.engine.protocol.BustTradeDecoder;
import io.vexchange.engine.protocol.CorrectTradeDecoder;
import org.agrona.DirectBuffer;

/** Hands the acts of staff on trades, limits, fees, sessions and announcements to who carries them out. */
final class VenueActs {
    private final BustTradeDecoder bustTrade = new BustTradeDecoder();
    private final CorrectTradeDecoder correctTrade = new CorrectTradeDecoder();
    private final TradeActs trades;

    VenueActs(final CoreParts parts) {
        trades = new TradeActs(parts);
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
            default -> {
                return false;
            }
        }
        return true;
    }
}
