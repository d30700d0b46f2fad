package io.vexchange.engine.event;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.directory.Session;
import io.vexchange.engine.directory.Token;
import io.vexchange.engine.directory.User;
import io.vexchange.engine.protocol.AccountDefinedEncoder;
import io.vexchange.engine.protocol.AssetDefinedEncoder;
import io.vexchange.engine.protocol.InstrumentDefinedEncoder;
import io.vexchange.engine.protocol.ParticipantDefinedEncoder;
import io.vexchange.engine.protocol.SessionDefinedEncoder;
import io.vexchange.engine.protocol.TokenDefinedEncoder;
import io.vexchange.engine.protocol.UserDefinedEncoder;

/** The entries of the directory: events when they change, records of images. */
public final class VenueEvents {
    private final EventLog log;
    private final AssetDefinedEncoder asset = new AssetDefinedEncoder();
    private final InstrumentDefinedEncoder instrument = new InstrumentDefinedEncoder();
    private final ParticipantDefinedEncoder participant = new ParticipantDefinedEncoder();
    private final AccountDefinedEncoder account = new AccountDefinedEncoder();
    private final SessionDefinedEncoder session = new SessionDefinedEncoder();
    private final UserDefinedEncoder user = new UserDefinedEncoder();
    private final TokenDefinedEncoder token = new TokenDefinedEncoder();

    public VenueEvents(final EventLog log) {
        this.log = log;
    }

    public void asset(final Asset it) {
        final int offset = log.claim(AssetDefinedEncoder.BLOCK_LENGTH + Short.BYTES + it.name.length);
        asset.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .assetId(it.id)
                .scale(it.scale)
                .putName(it.name, 0, it.name.length);
        log.commitEvent(asset.encodedLength());
    }

    public void instrument(final Market market) {
        final Instrument it = market.instrument;
        final int offset =
                log.claim(InstrumentDefinedEncoder.BLOCK_LENGTH + 6 + it.symbol.length + it.properties.length);
        instrument
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .instrumentId(it.id)
                .baseAssetId(it.base.id)
                .quoteAssetId(it.quote.id)
                .tickMantissa(it.tickMantissa)
                .tickDecimals(it.tickDecimals)
                .lotMantissa(it.lotMantissa)
                .lotDecimals(it.lotDecimals)
                .minimumLots(it.rules.minimumLots())
                .maximumLots(it.rules.maximumLots())
                .maximumNotional(it.rules.maximumNotional())
                .referencePriceTicks(market.referencePriceTicks)
                .staticCollarBp(it.rules.staticCollarBp())
                .dynamicCollarBp(it.rules.dynamicCollarBp())
                .protectionBp(it.rules.protectionBp())
                .volatilityAuctionSeconds(it.rules.volatilityAuctionSeconds())
                .makerFeeRate(it.rules.makerFeeRate())
                .takerFeeRate(it.rules.takerFeeRate())
                .auctionFeeRate(it.rules.auctionFeeRate())
                .enabled(flag(it.isEnabled))
                .phase((short) market.phase.number())
                .putSymbol(it.symbol, 0, it.symbol.length)
                .putProperties(it.properties, 0, it.properties.length);
        log.commitEvent(instrument.encodedLength());
    }

    public void participant(final Participant it) {
        final int offset =
                log.claim(ParticipantDefinedEncoder.BLOCK_LENGTH + 6 + it.name.length + it.properties.length);
        participant
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .participantId(it.id)
                .enabled(flag(it.isEnabled))
                .selfTradePrevention(it.selfTradePrevention)
                .putName(it.name, 0, it.name.length)
                .putProperties(it.properties, 0, it.properties.length);
        log.commitEvent(participant.encodedLength());
    }

    public void account(final Account it) {
        final int offset = log.claim(AccountDefinedEncoder.BLOCK_LENGTH + 6 + it.name.length + it.properties.length);
        account.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .accountId(it.id)
                .participantId(it.participant.id)
                .accountType((short) it.type.number())
                .enabled(flag(it.isEnabled))
                .createdMicros(it.createdMicros)
                .putName(it.name, 0, it.name.length)
                .putProperties(it.properties, 0, it.properties.length);
        log.commitEvent(account.encodedLength());
    }

    public void session(final Session it) {
        final int offset = log.claim(SessionDefinedEncoder.BLOCK_LENGTH
                + 10
                + Integer.BYTES * it.accountIds.length
                + it.name.length
                + it.properties.length);
        session.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .sessionId(it.id)
                .participantId(it.participant.id)
                .role((short) it.role.number())
                .enabled(flag(it.isEnabled))
                .selfTradePrevention(it.selfTradePrevention)
                .defaultAccountId(it.defaultAccountId);
        final SessionDefinedEncoder.AccountsEncoder accounts = session.accountsCount(it.accountIds.length);
        for (final int id : it.accountIds) {
            accounts.next().accountId(id);
        }
        session.putName(it.name, 0, it.name.length).putProperties(it.properties, 0, it.properties.length);
        log.commitEvent(session.encodedLength());
    }

    public void user(final User it) {
        final int offset = log.claim(UserDefinedEncoder.BLOCK_LENGTH
                + 10
                + Integer.BYTES * it.accountIds.length
                + it.name.length
                + it.properties.length);
        user.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .userId(it.id)
                .role((short) it.role.number())
                .enabled(flag(it.isEnabled));
        final UserDefinedEncoder.AccountsEncoder accounts = user.accountsCount(it.accountIds.length);
        for (final int id : it.accountIds) {
            accounts.next().accountId(id);
        }
        user.putName(it.name, 0, it.name.length).putProperties(it.properties, 0, it.properties.length);
        log.commitEvent(user.encodedLength());
    }

    public void token(final Token it) {
        final int offset = log.claim(TokenDefinedEncoder.BLOCK_LENGTH + 6 + it.name.length + it.properties.length);
        token.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .tokenId(it.id)
                .userId(it.userId)
                .enabled(flag(it.isEnabled))
                .createdMicros(it.createdMicros)
                .putName(it.name, 0, it.name.length)
                .putProperties(it.properties, 0, it.properties.length);
        log.commitEvent(token.encodedLength());
    }

    private static short flag(final boolean is) {
        return (short) (is ? 1 : 0);
    }
}
