package io.vexchange.engine.snapshot;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.command.Client;
import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.directory.InstrumentRules;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.directory.Requester;
import io.vexchange.engine.directory.Session;
import io.vexchange.engine.directory.TickAndLot;
import io.vexchange.engine.directory.Token;
import io.vexchange.engine.directory.User;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.engine.risk.KillSwitch;

/** Clients, directory, accounts with their totals, instruments with their markets, kill switches: written and read side by side. */
final class DirectoryRecords {
    private final CoreParts parts;
    private final RuleRecords rules;

    DirectoryRecords(final CoreParts parts) {
        this.parts = parts;
        rules = new RuleRecords(parts);
    }

    void write(final RecordWriter out) {
        for (int id = 1; id <= parts.clients.table.size(); id++) {
            client(out, parts.clients.table.get(id));
        }
        for (int id = 1; id <= parts.directory.assets.size(); id++) {
            final Asset it = parts.directory.assets.get(id);
            out.begin(RecordKind.ASSET)
                    .put(it.name)
                    .put(it.scale)
                    .put(it.issuedUnits)
                    .end();
        }
        for (int id = 1; id <= parts.directory.participants.size(); id++) {
            final Participant it = parts.directory.participants.get(id);
            out.begin(RecordKind.PARTICIPANT)
                    .put(it.name)
                    .put(it.isEnabled)
                    .put(it.selfTradePrevention)
                    .put(it.properties)
                    .end();
        }
        rules.writeTiers(out);
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            account(out, parts.accounts.get(id));
        }
        for (int id = 1; id <= parts.directory.sessions.size(); id++) {
            final Session it = parts.directory.sessions.get(id);
            out.begin(RecordKind.SESSION).put(it.name).put(it.participant.id).put(it.role.number());
            requester(out, it);
        }
        for (int id = 1; id <= parts.directory.users.size(); id++) {
            final User it = parts.directory.users.get(id);
            out.begin(RecordKind.USER).put(it.name).put(it.role.number());
            requester(out, it);
        }
        for (int id = 1; id <= parts.directory.tokens.size(); id++) {
            final Token it = parts.directory.tokens.get(id);
            out.begin(RecordKind.TOKEN)
                    .put(it.name)
                    .put(it.userId)
                    .put(it.isEnabled)
                    .put(it.createdMicros)
                    .put(it.properties)
                    .end();
        }
        for (int id = 1; id <= parts.markets.size(); id++) {
            instrument(out, parts.markets.get(id).instrument);
            market(out, parts.markets.get(id));
        }
        for (final KillSwitch each : parts.killSwitches.all()) {
            killSwitch(out, each);
        }
        rules.write(out);
    }

    /** Takes a record, or says that it is none of these. */
    boolean read(final int kind, final RecordReader in) {
        switch (kind) {
            case RecordKind.CLIENT -> readClient(in);
            case RecordKind.ASSET -> readAsset(in);
            case RecordKind.PARTICIPANT -> readParticipant(in);
            case RecordKind.ACCOUNT -> readAccount(in);
            case RecordKind.SESSION -> readSession(in);
            case RecordKind.USER -> readUser(in);
            case RecordKind.TOKEN -> readToken(in);
            case RecordKind.INSTRUMENT -> readMarket(readInstrument(in), in);
            case RecordKind.KILL_SWITCH -> readKillSwitch(in);
            default -> {
                return rules.read(kind, in);
            }
        }
        return true;
    }

    private static void client(final RecordWriter out, final Client it) {
        out.begin(RecordKind.CLIENT)
                .put(it.name)
                .put(it.epoch)
                .put(it.lastNumber)
                .put(it.isDurable)
                .put(it.position)
                .end();
    }

    private void readClient(final RecordReader in) {
        final byte[] name = in.text();
        final Client client = new Client(parts.clients.table.nextId(), name);
        client.epoch = in.integer();
        client.lastNumber = in.number();
        client.isDurable = in.flag();
        client.position = in.number();
        parts.clients.table.add(name, client);
    }

    private void readAsset(final RecordReader in) {
        final byte[] name = in.text();
        final Asset asset = new Asset(parts.directory.assets.nextId(), name, in.integer());
        asset.issuedUnits = in.number();
        parts.directory.assets.add(name, asset);
    }

    private void readParticipant(final RecordReader in) {
        final byte[] name = in.text();
        final Participant participant = new Participant(parts.directory.participants.nextId(), name);
        participant.isEnabled = in.flag();
        participant.selfTradePrevention = in.character();
        participant.properties = in.text();
        parts.directory.participants.add(name, participant);
    }

    private void account(final RecordWriter out, final Account it) {
        out.begin(RecordKind.ACCOUNT)
                .put(it.name)
                .put(it.participant.id)
                .put(it.type.number())
                .put(it.createdMicros)
                .put(it.isEnabled)
                .put(it.properties)
                .put(it.feeTier == null ? 0 : it.feeTier.id)
                .put(it.nextFeeTierId);
        int rows = 0;
        for (int asset = 1; asset <= parts.directory.assets.size(); asset++) {
            rows += it.total(asset) == 0 ? 0 : 1;
        }
        out.put(rows);
        for (int asset = 1; asset <= parts.directory.assets.size(); asset++) {
            if (it.total(asset) != 0) {
                out.put(asset).put(it.total(asset));
            }
        }
        out.end();
    }

    private void readAccount(final RecordReader in) {
        final Account account = new Account(
                parts.accounts.table.nextId(),
                in.text(),
                parts.directory.participants.get(in.integer()),
                AccountType.of(in.integer()),
                in.number());
        account.isEnabled = in.flag();
        account.properties = in.text();
        account.feeTier = parts.directory.feeTiers.get(in.integer());
        account.nextFeeTierId = in.integer();
        final int rows = in.integer();
        for (int i = 0; i < rows; i++) {
            account.post(parts.directory.assets.get(in.integer()), in.number());
        }
        parts.accounts.add(account);
    }

    private static void requester(final RecordWriter out, final Requester it) {
        out.put(it.isEnabled)
                .put(it.selfTradePrevention)
                .put(it.properties)
                .put(it.defaultAccountId)
                .put(it.accountIds.length);
        for (final int id : it.accountIds) {
            out.put(id);
        }
        out.end();
    }

    private static void readRequester(final RecordReader in, final Requester to) {
        to.isEnabled = in.flag();
        to.selfTradePrevention = in.character();
        to.properties = in.text();
        to.defaultAccountId = in.integer();
        to.accountIds = new int[in.integer()];
        for (int i = 0; i < to.accountIds.length; i++) {
            to.accountIds[i] = in.integer();
        }
    }

    private void readSession(final RecordReader in) {
        final byte[] name = in.text();
        final Session session = new Session(parts.directory.sessions.nextId(), name);
        session.participant = parts.directory.participants.get(in.integer());
        session.role = SessionRole.of(in.integer());
        readRequester(in, session);
        parts.directory.sessions.add(name, session);
    }

    private void readUser(final RecordReader in) {
        final byte[] name = in.text();
        final User user = new User(parts.directory.users.nextId(), name);
        user.role = UserRole.of(in.integer());
        readRequester(in, user);
        parts.directory.users.add(name, user);
    }

    private void readToken(final RecordReader in) {
        final byte[] name = in.text();
        final Token token = new Token(parts.directory.tokens.nextId(), name);
        token.userId = in.integer();
        token.isEnabled = in.flag();
        token.createdMicros = in.number();
        token.properties = in.text();
        parts.directory.tokens.add(name, token);
    }

    private static void instrument(final RecordWriter out, final Instrument it) {
        final InstrumentRules rules = it.rules;
        out.begin(RecordKind.INSTRUMENT)
                .put(it.symbol)
                .put(it.base.id)
                .put(it.quote.id)
                .put(it.tickMantissa)
                .put(it.tickDecimals)
                .put(it.lotMantissa)
                .put(it.lotDecimals)
                .put(it.isEnabled)
                .put(it.properties)
                .put(rules.minimumLots())
                .put(rules.maximumLots())
                .put(rules.maximumNotional())
                .put(rules.staticCollarBp())
                .put(rules.dynamicCollarBp())
                .put(rules.protectionBp())
                .put(rules.volatilityAuctionSeconds())
                .put(rules.makerFeeRate())
                .put(rules.takerFeeRate())
                .put(rules.auctionFeeRate());
    }

    private Instrument readInstrument(final RecordReader in) {
        final byte[] symbol = in.text();
        final Asset base = parts.directory.assets.get(in.integer());
        final Asset quote = parts.directory.assets.get(in.integer());
        final TickAndLot steps = new TickAndLot(in.number(), in.integer(), in.number(), in.integer());
        final Instrument instrument = new Instrument(
                parts.markets.table.nextId(),
                symbol,
                base,
                quote,
                steps,
                steps.unitsPerTickLot(quote),
                steps.unitsPerLot(base));
        instrument.isEnabled = in.flag();
        instrument.properties = in.text();
        instrument.rules = new InstrumentRules(
                in.number(),
                in.number(),
                in.number(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer());
        return instrument;
    }

    private static void market(final RecordWriter out, final Market it) {
        out.put(it.phase.number())
                .put(it.phaseSinceMicros)
                .put(it.phaseActorId)
                .put(it.phaseUntilMicros)
                .put(it.publicSequence)
                .put(it.places)
                .put(it.referencePriceTicks)
                .put(it.lastPriceTicks)
                .put(it.lastLots)
                .put(it.lastTradeId)
                .put(it.lastTradeMicros)
                .put(it.openPriceTicks)
                .put(it.highPriceTicks)
                .put(it.lowPriceTicks)
                .put(it.previousCloseTicks)
                .put(it.volumeLots)
                .put(it.volumeValue)
                .put(it.tradeCount)
                .put(it.nextPhase == null ? 0 : it.nextPhase.number())
                .put(it.prolongations)
                .put(it.isReferenceSet)
                .put(it.isTouched())
                .put(it.indicativeTicks)
                .put(it.indicativeLots)
                .put(it.surplusLots)
                .put(it.surplusSide)
                .put(it.indicativeMicros)
                .put(it.indicativeDueMicros)
                .put(it.schedule.properties)
                .put(it.schedule.size());
        for (int i = 0; i < it.schedule.size(); i++) {
            out.put(it.schedule.atMicros(i)).put(it.schedule.phase(i).number());
        }
        out.end();
    }

    private void readMarket(final Instrument instrument, final RecordReader in) {
        final Market market = new Market(instrument);
        market.phase = Phase.of(in.integer());
        market.phaseSinceMicros = in.number();
        market.phaseActorId = in.integer();
        market.phaseUntilMicros = in.number();
        market.publicSequence = in.number();
        market.places = in.number();
        market.referencePriceTicks = in.number();
        market.lastPriceTicks = in.number();
        market.lastLots = in.number();
        market.lastTradeId = in.number();
        market.lastTradeMicros = in.number();
        market.openPriceTicks = in.number();
        market.highPriceTicks = in.number();
        market.lowPriceTicks = in.number();
        market.previousCloseTicks = in.number();
        market.volumeLots = in.number();
        market.volumeValue = in.number();
        market.tradeCount = in.integer();
        parts.markets.add(market);
        readPhase(market, in);
    }

    private void readPhase(final Market market, final RecordReader in) {
        final int nextPhase = in.integer();
        market.nextPhase = nextPhase == 0 ? null : Phase.of(nextPhase);
        market.prolongations = in.integer();
        market.isReferenceSet = in.flag();
        if (in.flag()) {
            parts.markets.touch(market);
        }
        market.indicativeTicks = in.number();
        market.indicativeLots = in.number();
        market.surplusLots = in.number();
        market.surplusSide = in.character();
        market.indicativeMicros = in.number();
        market.indicativeDueMicros = in.number();
        market.schedule.properties = in.text();
        final int changes = in.integer();
        for (int i = 0; i < changes; i++) {
            market.schedule.add(in.number(), Phase.of(in.integer()));
        }
    }

    private static void killSwitch(final RecordWriter out, final KillSwitch it) {
        out.begin(RecordKind.KILL_SWITCH)
                .put(it.id)
                .put(it.scope.number())
                .put(it.targetId)
                .put(it.engagedById)
                .put(it.engagedMicros)
                .put(it.reason)
                .put(it.isEngaged)
                .put(it.canceledOrders)
                .put(it.releasedById)
                .put(it.releasedMicros)
                .put(it.releaseReason)
                .end();
    }

    private void readKillSwitch(final RecordReader in) {
        final KillSwitch it = new KillSwitch(
                in.number(), KillScope.of(in.integer()), in.integer(), in.integer(), in.number(), in.text());
        it.isEngaged = in.flag();
        it.canceledOrders = in.integer();
        it.releasedById = in.integer();
        it.releasedMicros = in.number();
        it.releaseReason = in.text();
        parts.killSwitches.add(it);
        if (it.isEngaged) {
            parts.blocks.mark(it.scope, it.targetId, true);
        }
    }
}
