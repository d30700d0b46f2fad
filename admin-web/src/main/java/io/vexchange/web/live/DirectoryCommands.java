package io.vexchange.web.live;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.DefineUserEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.agrona.ExpandableArrayBuffer;

/** Encodes the commands that change the directory. An id of 0 makes a new entry. Threads: any. */
final class DirectoryCommands {
    private static final int BYTES = 2_048;

    private final Commander commander;

    DirectoryCommands(final Commander commander) {
        this.commander = commander;
    }

    private static byte[] bytes(final String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private static short flag(final boolean value) {
        return (short) (value ? 1 : 0);
    }

    private static short fix(final SelfTradePrevention mode) {
        return mode == null ? 0 : mode.fix();
    }

    CompletableFuture<Outcome> define(final User user, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineUserEncoder it = new DefineUserEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.userId(user.id()).role((short) user.role().number()).enabled(flag(user.enabled()));
        final DefineUserEncoder.AccountsEncoder group =
                it.accountsCount(user.accountIds().size());
        user.accountIds().forEach(id -> group.next().accountId(id));
        final byte[] name = bytes(user.name());
        final byte[] properties = bytes(user.properties());
        it.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> defineAsset(final String name, final int scale, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineAssetEncoder it =
                new DefineAssetEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        final byte[] bytes = bytes(name);
        it.assetId(0).scale(scale).putName(bytes, 0, bytes.length).putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> define(final Participant firm, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineParticipantEncoder it =
                new DefineParticipantEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.participantId(firm.id()).enabled(flag(firm.enabled())).selfTradePrevention(fix(firm.selfTradePrevention()));
        final byte[] name = bytes(firm.name());
        final byte[] properties = bytes(firm.properties());
        it.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> define(final Account account, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineAccountEncoder it =
                new DefineAccountEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.accountId(account.id())
                .participantId(account.participantId())
                .accountType((short) account.type().number())
                .enabled(flag(account.enabled()));
        final byte[] name = bytes(account.name());
        final byte[] properties = bytes(account.properties());
        it.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> define(final Session session, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineSessionEncoder it =
                new DefineSessionEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.sessionId(session.id())
                .participantId(session.participantId())
                .role((short) session.role().number())
                .enabled(flag(session.enabled()))
                .selfTradePrevention(fix(session.selfTradePrevention()))
                .defaultAccountId(session.defaultAccountId());
        final DefineSessionEncoder.AccountsEncoder group =
                it.accountsCount(session.accountIds().size());
        session.accountIds().forEach(id -> group.next().accountId(id));
        final byte[] name = bytes(session.name());
        final byte[] properties = bytes(session.properties());
        it.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }

    CompletableFuture<Outcome> define(final Instrument instrument, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(BYTES);
        final DefineInstrumentEncoder it =
                new DefineInstrumentEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        it.instrumentId(instrument.id())
                .baseAssetId(instrument.baseAssetId())
                .quoteAssetId(instrument.quoteAssetId())
                .tickMantissa(instrument.tickMantissa())
                .tickDecimals(instrument.tickDecimals())
                .lotMantissa(instrument.lotMantissa())
                .lotDecimals(instrument.lotDecimals())
                .minimumLots(instrument.minimumLots())
                .maximumLots(instrument.maximumLots())
                .maximumNotional(instrument.maximumNotional())
                .referencePriceTicks(instrument.referencePriceTicks())
                .staticCollarBp(instrument.staticCollarBp())
                .dynamicCollarBp(instrument.dynamicCollarBp())
                .protectionBp(instrument.protectionBp())
                .volatilityAuctionSeconds(instrument.volatilityAuctionSeconds())
                .makerFeeRate(instrument.makerFeeRate())
                .takerFeeRate(instrument.takerFeeRate())
                .auctionFeeRate(instrument.auctionFeeRate())
                .enabled(flag(instrument.enabled()))
                .phase((short) instrument.phase().number());
        final byte[] symbol = bytes(instrument.symbol());
        final byte[] properties = bytes(instrument.properties());
        it.putSymbol(symbol, 0, symbol.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return commander.ask(buffer, it.encodedLength());
    }
}
