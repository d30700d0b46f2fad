package io.vexchange.fix;

import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.BookUpdateDecoder;
import io.vexchange.engine.protocol.DayRolledDecoder;
import io.vexchange.engine.protocol.IndicativeDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.fix.market.PublicEvent;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** Gathers the public events of a log entry and hands them over at its end. The engine client's thread only. */
final class PublicEvents {
    private static final long NO_LOTS = TradeDecoder.reversedLotsNullValue();

    private final MarketData marketData;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BookUpdateDecoder book = new BookUpdateDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final PhaseChangedDecoder phase = new PhaseChangedDecoder();
    private final IndicativeDecoder indicative = new IndicativeDecoder();
    private final DayRolledDecoder day = new DayRolledDecoder();
    private List<PublicEvent> events = new ArrayList<>();

    PublicEvents(final MarketData marketData) {
        this.marketData = marketData;
    }

    /** An item that is not of an image, when its reports have been sent. */
    void onItem(final int templateId, final DirectBuffer buffer, final int offset) {
        if (templateId == AppliedDecoder.TEMPLATE_ID) {
            if (!events.isEmpty()) {
                marketData.publish(events);
                events = new ArrayList<>();
            }
            return;
        }
        if (!marketData.isWanted()) {
            return;
        }
        switch (templateId) {
            case BookUpdateDecoder.TEMPLATE_ID -> {
                book.wrapAndApplyHeader(buffer, offset, header);
                events.add(new PublicEvent.OrderShown(
                        book.sequence(),
                        book.instrumentId(),
                        book.publicSequence(),
                        book.action(),
                        book.side() == '1',
                        book.entryId(),
                        book.priceTicks(),
                        book.displayedLots()));
            }
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrapAndApplyHeader(buffer, offset, header);
                events.add(new PublicEvent.Printed(
                        trade.sequence(),
                        trade.instrumentId(),
                        trade.publicSequence(),
                        trade.status(),
                        trade.tradeId(),
                        trade.priceTicks(),
                        trade.lots(),
                        trade.reversedLots() == NO_LOTS ? 0 : trade.reversedLots(),
                        trade.timeMicros(),
                        trade.tradeDay()));
            }
            case IndicativeDecoder.TEMPLATE_ID -> {
                indicative.wrapAndApplyHeader(buffer, offset, header);
                events.add(new PublicEvent.IndicativeMoved(
                        indicative.sequence(),
                        indicative.instrumentId(),
                        indicative.publicSequence(),
                        indicative.priceTicks(),
                        indicative.lots()));
            }
            case PhaseChangedDecoder.TEMPLATE_ID -> {
                phase.wrapAndApplyHeader(buffer, offset, header);
                events.add(
                        new PublicEvent.PhaseEntered(phase.sequence(), phase.instrumentId(), Phase.of(phase.phase())));
            }
            case DayRolledDecoder.TEMPLATE_ID -> {
                day.wrapAndApplyHeader(buffer, offset, header);
                events.add(new PublicEvent.DayTurned(day.sequence(), day.tradeDay()));
            }
            default -> {
                // not for everybody
            }
        }
    }

    /** The engine has told its whole state. */
    void onImage() {
        events = new ArrayList<>();
        marketData.restart();
    }
}
