package io.vexchange.engine.snapshot;

import io.vexchange.engine.EventSink;
import io.vexchange.engine.account.Account;
import io.vexchange.engine.book.BookSide;
import io.vexchange.engine.book.Level;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.OrderQueue;
import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.directory.Announcement;
import io.vexchange.engine.directory.CancelAfters;
import io.vexchange.engine.directory.Exposure;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.ImageBeginEncoder;
import io.vexchange.engine.protocol.ImageEndEncoder;
import io.vexchange.engine.protocol.InstrumentStateEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.risk.KillSwitch;

/** Writes the state as live readers need it: the directory, the books order by order, balances. */
public final class Image {
    private final CoreParts parts;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ImageBeginEncoder begin = new ImageBeginEncoder();
    private final InstrumentStateEncoder state = new InstrumentStateEncoder();
    private final ImageEndEncoder end = new ImageEndEncoder();

    public Image(final CoreParts parts) {
        this.parts = parts;
    }

    public void write(final EventSink sink) {
        parts.log.beginRecords(sink);
        begin(sink);
        directory();
        for (int id = 1; id <= parts.markets.size(); id++) {
            market(parts.markets.get(id), sink);
        }
        rules();
        balances();
        end(sink);
        parts.log.end();
    }

    private void begin(final EventSink sink) {
        final int offset = sink.claim(MessageHeaderEncoder.ENCODED_LENGTH + ImageBeginEncoder.BLOCK_LENGTH);
        begin.wrapAndApplyHeader(sink.buffer(), offset, header)
                .sequence(parts.log.sequence())
                .timeMicros(parts.log.timeMicros)
                .tradeDay(parts.log.tradeDay);
        sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + begin.encodedLength(), 0);
    }

    private void end(final EventSink sink) {
        final int offset = sink.claim(MessageHeaderEncoder.ENCODED_LENGTH + ImageEndEncoder.BLOCK_LENGTH);
        end.wrapAndApplyHeader(sink.buffer(), offset, header).sequence(parts.log.sequence());
        sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + end.encodedLength(), 0);
    }

    private void directory() {
        for (int id = 1; id <= parts.directory.assets.size(); id++) {
            parts.venueEvents.asset(parts.directory.assets.get(id));
        }
        for (int id = 1; id <= parts.directory.participants.size(); id++) {
            parts.venueEvents.participant(parts.directory.participants.get(id));
        }
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            parts.venueEvents.account(parts.accounts.get(id));
        }
        for (int id = 1; id <= parts.directory.sessions.size(); id++) {
            parts.venueEvents.session(parts.directory.sessions.get(id));
        }
        for (int id = 1; id <= parts.directory.users.size(); id++) {
            parts.venueEvents.user(parts.directory.users.get(id));
        }
        for (int id = 1; id <= parts.directory.tokens.size(); id++) {
            parts.venueEvents.token(parts.directory.tokens.get(id));
        }
        for (final KillSwitch each : parts.killSwitches.all()) {
            parts.operatorEvents.killSwitch(each);
        }
    }

    /** After the instruments, which limits and rates name. */
    private void rules() {
        for (int id = 1; id <= parts.directory.participants.size(); id++) {
            limits(KillScope.FIRM, id, parts.directory.participants.get(id).exposure);
        }
        for (int id = 1; id <= parts.directory.feeTiers.size(); id++) {
            parts.ruleEvents.tier(parts.directory.feeTiers.get(id));
        }
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            final Account account = parts.accounts.get(id);
            limits(KillScope.ACCOUNT, id, account.exposure);
            if (account.feeTier != null || account.nextFeeTierId != 0) {
                parts.ruleEvents.assigned(id, account.feeTier == null ? 0 : account.feeTier.id, account.nextFeeTierId);
            }
        }
        for (final Announcement each : parts.directory.announcements.active()) {
            parts.deskEvents.announcement(each, true);
        }
        for (final CancelAfters.Entry each : parts.directory.cancelAfters.entries()) {
            parts.deskEvents.cancelAfter(each.userId(), each.accountId(), each.atMicros());
        }
    }

    private void limits(final KillScope scope, final int targetId, final Exposure exposure) {
        if (exposure.limits != null) {
            parts.ruleEvents.limits(scope, targetId, exposure.limits);
        }
    }

    private void market(final Market market, final EventSink sink) {
        parts.venueEvents.instrument(market);
        state(market, sink);
        if (market.schedule.size() != 0 || market.schedule.properties.length != 0) {
            parts.phaseEvents.schedule(market);
        }
        orders(market.bids, true);
        orders(market.offers, true);
        orders(market.buyStops, false);
        orders(market.sellStops, false);
        orders(market.marketBuys);
        orders(market.marketSells);
        orders(market.atClose);
        for (int i = 0; i < market.pegs.size(); i++) {
            if (market.pegs.get(i).stand == Order.Stand.PARKED) {
                parts.reports.begin(market.pegs.get(i), 'I').answer();
            }
        }
    }

    private void orders(final OrderQueue queue) {
        for (Order order = queue.first(); order != null; order = order.next) {
            parts.reports.begin(order, 'I').answer();
        }
    }

    private void state(final Market market, final EventSink sink) {
        final int offset = sink.claim(MessageHeaderEncoder.ENCODED_LENGTH + InstrumentStateEncoder.BLOCK_LENGTH);
        state.wrapAndApplyHeader(sink.buffer(), offset, header)
                .instrumentId(market.instrument.id)
                .phase((short) market.phase.number())
                .phaseSinceMicros(market.phaseSinceMicros)
                .phaseUntilMicros(market.phaseUntilMicros)
                .phaseActorId(market.phaseActorId)
                .publicSequence(market.publicSequence)
                .referencePriceTicks(market.referencePriceTicks)
                .lastPriceTicks(market.lastPriceTicks)
                .lastLots(market.lastLots)
                .lastTradeId(market.lastTradeId)
                .lastTradeMicros(market.lastTradeMicros)
                .openPriceTicks(market.openPriceTicks)
                .highPriceTicks(market.highPriceTicks)
                .lowPriceTicks(market.lowPriceTicks)
                .previousCloseTicks(market.previousCloseTicks)
                .volumeLots(market.volumeLots)
                .volumeValue(market.volumeValue)
                .tradeCount(market.tradeCount)
                .nextPhase((short) (market.nextPhase == null ? 0 : market.nextPhase.number()))
                .indicativePriceTicks(market.indicativeTicks)
                .indicativeLots(market.indicativeLots)
                .surplusLots(market.surplusLots)
                .surplusSide(market.surplusSide);
        sink.commit(MessageHeaderEncoder.ENCODED_LENGTH + state.encodedLength(), 0);
    }

    private void orders(final BookSide side, final boolean isDisplayed) {
        for (Level level = side.best(); level != null; level = side.after(level)) {
            for (Order order = level.first; order != null; order = order.next) {
                parts.reports.begin(order, 'I').answer();
                if (isDisplayed) {
                    parts.marketEvents.record(order);
                }
            }
        }
    }

    private void balances() {
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            final Account account = parts.accounts.get(id);
            for (int asset = 1; asset <= parts.directory.assets.size(); asset++) {
                if (account.total(asset) != 0 || account.held(asset) != 0) {
                    parts.operatorEvents.record(account, asset);
                }
            }
        }
    }
}
