package io.vexchange.engine.command;

import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.directory.InstrumentRules;
import io.vexchange.engine.directory.TickAndLot;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.event.VenueEvents;
import io.vexchange.engine.matching.Endings;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.phase.PhaseChanges;
import io.vexchange.engine.protocol.DefineInstrumentDecoder;
import org.agrona.DirectBuffer;

/** Creates and changes instruments. Symbol, assets, tick and lot never change. */
final class InstrumentDefinitions {
    private final EventLog log;
    private final Directory directory;
    private final Markets markets;
    private final VenueEvents events;
    private final RequestEvents requestEvents;
    private final Endings endings;
    private final Selection selection;

    InstrumentDefinitions(final CoreParts parts, final Selection selection) {
        log = parts.log;
        directory = parts.directory;
        markets = parts.markets;
        events = parts.venueEvents;
        requestEvents = parts.requestEvents;
        endings = parts.endings;
        this.selection = selection;
    }

    void take(final DefineInstrumentDecoder command, final DirectBuffer buffer, final Answer answer) {
        final byte[] symbol = Texts.copy(buffer, command.limit() + Short.BYTES, command.symbolLength());
        command.skipSymbol();
        final byte[] properties = Texts.copy(buffer, command.limit() + Integer.BYTES, command.propertiesLength());
        command.skipProperties();
        int id = command.instrumentId();
        Code code = Definitions.name(markets.table, id, symbol);
        if (code == Code.NONE) {
            code = id == 0 ? create(command, symbol) : change(command, markets.get(id));
        }
        id = code == Code.NONE && id == 0 ? markets.size() : id;
        if (code == Code.NONE) {
            final Market market = markets.get(id);
            final boolean isDisabled = market.instrument.isEnabled && command.enabled() == 0;
            market.instrument.isEnabled = command.enabled() != 0;
            market.instrument.properties = properties;
            events.instrument(market);
            if (isDisabled) {
                selection.filter.clear().instrumentId = id;
                selection.ofAll();
                selection.cancel(endings, Code.DISABLED);
                selection.clear();
            }
        }
        answer.done(code == Code.IN_USE ? markets.table.idOf(symbol) : id);
        answer.code = code;
        requestEvents.audit(
                0,
                AuditAction.INSTRUMENT_DEFINE.number(),
                code.number(),
                answer.resultId,
                buffer,
                command.limit() + Integer.BYTES,
                command.auditLength());
    }

    private Code create(final DefineInstrumentDecoder command, final byte[] symbol) {
        final Asset base = directory.assets.get(command.baseAssetId());
        final Asset quote = directory.assets.get(command.quoteAssetId());
        if (base == null || quote == null) {
            return Code.NOT_FOUND;
        }
        final TickAndLot steps = steps(command);
        final Phase phase = Phase.of(command.phase());
        if (base == quote || !steps.isValid() || phase == null || command.referencePriceTicks() <= 0) {
            return Code.INVALID;
        }
        final long unitsPerTickLot = steps.unitsPerTickLot(quote);
        final long unitsPerLot = steps.unitsPerLot(base);
        if (unitsPerTickLot == 0 || unitsPerLot == 0 || !rules(command).isValid(unitsPerLot)) {
            return Code.INVALID;
        }
        if (!PhaseChanges.isFirst(phase)) {
            return Code.PHASE_CHANGE_NOT_ALLOWED;
        }
        final Market market = new Market(
                new Instrument(markets.table.nextId(), symbol, base, quote, steps, unitsPerTickLot, unitsPerLot));
        market.instrument.rules = rules(command);
        market.phase = phase;
        market.phaseSinceMicros = log.timeMicros;
        market.referencePriceTicks = command.referencePriceTicks();
        markets.add(market);
        return Code.NONE;
    }

    private Code change(final DefineInstrumentDecoder command, final Market market) {
        final Instrument known = market.instrument;
        final boolean isOther = command.baseAssetId() != known.base.id
                || command.quoteAssetId() != known.quote.id
                || command.tickMantissa() != known.tickMantissa
                || command.tickDecimals() != known.tickDecimals
                || command.lotMantissa() != known.lotMantissa
                || command.lotDecimals() != known.lotDecimals;
        if (isOther) {
            return Code.REFERENCE_USED;
        }
        final InstrumentRules rules = rules(command);
        if (!rules.isValid(known.unitsPerLot)) {
            return Code.INVALID;
        }
        known.rules = rules;
        markets.touch(market);
        return Code.NONE;
    }

    private static TickAndLot steps(final DefineInstrumentDecoder command) {
        return new TickAndLot(
                command.tickMantissa(), command.tickDecimals(), command.lotMantissa(), command.lotDecimals());
    }

    private static InstrumentRules rules(final DefineInstrumentDecoder command) {
        return new InstrumentRules(
                command.minimumLots(),
                command.maximumLots(),
                command.maximumNotional(),
                command.staticCollarBp(),
                command.dynamicCollarBp(),
                command.protectionBp(),
                command.volatilityAuctionSeconds(),
                command.makerFeeRate(),
                command.takerFeeRate(),
                command.auctionFeeRate());
    }
}
