package io.vexchange.exchange.venue;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.DefineTokenEncoder;
import io.vexchange.engine.protocol.DefineUserEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.OpenLogEncoder;
import io.vexchange.engine.protocol.TransferEncoder;
import io.vexchange.exchange.config.VenueSeed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.agrona.ExpandableArrayBuffer;

/** The commands that an entry of the seed becomes. Not thread-safe. */
final class SeedCommands {
    private static final int ENABLED = 1;
    private static final byte ABSENT = 0;
    private static final String REFERENCE = "seed";

    private final EngineClient client;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    SeedCommands(final EngineClient client) {
        this.client = client;
    }

    private CompletableFuture<Outcome> ask(final int encodedLength) {
        return client.ask(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    CompletableFuture<Outcome> openLog(final UUID logId, final int rolloverSecondOfDay) {
        final OpenLogEncoder command = new OpenLogEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.logIdHigh(logId.getMostSignificantBits())
                .logIdLow(logId.getLeastSignificantBits())
                .rolloverSecondOfDay(rolloverSecondOfDay);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> define(final VenueSeed.Asset asset) {
        final DefineAssetEncoder command = new DefineAssetEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.assetId(0).scale(asset.scale());
        final byte[] name = bytes(asset.id());
        final byte[] audit = SeedProperties.audit(asset.id());
        command.putName(name, 0, name.length).putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> define(final VenueSeed.Instrument it, final InstrumentUnits units) {
        final DefineInstrumentEncoder command = new DefineInstrumentEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.instrumentId(0)
                .baseAssetId(units.baseAssetId())
                .quoteAssetId(units.quoteAssetId())
                .tickMantissa(units.tickMantissa())
                .tickDecimals(units.tickDecimals())
                .lotMantissa(units.lotMantissa())
                .lotDecimals(units.lotDecimals())
                .minimumLots(units.minimumLots())
                .maximumLots(units.maximumLots())
                .maximumNotional(units.maximumNotional())
                .referencePriceTicks(units.referencePriceTicks())
                .staticCollarBp(it.staticCollarBp())
                .dynamicCollarBp(it.dynamicCollarBp())
                .protectionBp(it.protectionBp())
                .volatilityAuctionSeconds(it.volatilityAuctionSeconds())
                .makerFeeRate(it.makerFeeRate())
                .takerFeeRate(it.takerFeeRate())
                .auctionFeeRate(it.auctionFeeRate())
                .enabled((short) (it.enabled() ? ENABLED : 0))
                .phase((short) it.phase().number());
        final byte[] symbol = bytes(it.symbol());
        final byte[] properties = SeedProperties.bytes(SeedProperties.empty());
        final byte[] audit = SeedProperties.audit(it.symbol());
        command.putSymbol(symbol, 0, symbol.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> define(final VenueSeed.Participant participant) {
        final DefineParticipantEncoder command = new DefineParticipantEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.participantId(0).enabled((short) ENABLED);
        command.selfTradePrevention(participant.selfTradePrevention().fix());
        final byte[] name = bytes(participant.id());
        final byte[] properties = SeedProperties.bytes(SeedProperties.of(participant));
        final byte[] audit = SeedProperties.audit(participant.id());
        command.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> defineAccount(final String id, final AccountType type, final int participantId) {
        final DefineAccountEncoder command = new DefineAccountEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.accountId(0)
                .participantId(participantId)
                .accountType((short) type.number())
                .enabled((short) ENABLED);
        final byte[] name = bytes(id);
        final byte[] properties = SeedProperties.bytes(SeedProperties.empty());
        final byte[] audit = SeedProperties.audit(id);
        command.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> deposit(
            final String account, final int accountId, final int assetId, final long amount) {
        final TransferEncoder command = new TransferEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.accountId(accountId).assetId(assetId).amount(amount);
        final byte[] reference = bytes(REFERENCE);
        final byte[] audit = SeedProperties.audit(account);
        command.putReference(reference, 0, reference.length).putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> define(
            final VenueSeed.Session session,
            final int participantId,
            final int defaultAccountId,
            final List<Integer> accountIds,
            final String passwordHash) {
        final DefineSessionEncoder command = new DefineSessionEncoder().wrapAndApplyHeader(buffer, 0, header);
        final SelfTradePrevention prevention = session.selfTradePrevention();
        command.sessionId(0)
                .participantId(participantId)
                .role((short) session.role().number())
                .enabled((short) ENABLED)
                .selfTradePrevention(prevention == null ? ABSENT : prevention.fix())
                .defaultAccountId(defaultAccountId);
        final DefineSessionEncoder.AccountsEncoder accounts = command.accountsCount(accountIds.size());
        accountIds.forEach(each -> accounts.next().accountId(each));
        final byte[] name = bytes(session.id());
        final byte[] properties =
                SeedProperties.bytes(SeedProperties.of(session).put(SeedProperties.PASSWORD_HASH, passwordHash));
        final byte[] audit = SeedProperties.audit(session.id());
        command.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> define(
            final VenueSeed.User user, final List<Integer> accountIds, final String passwordHash) {
        final DefineUserEncoder command = new DefineUserEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.userId(0).role((short) user.role().number()).enabled((short) ENABLED);
        final DefineUserEncoder.AccountsEncoder accounts = command.accountsCount(accountIds.size());
        accountIds.forEach(each -> accounts.next().accountId(each));
        final byte[] name = bytes(user.name());
        final byte[] properties =
                SeedProperties.bytes(SeedProperties.empty().put(SeedProperties.PASSWORD_HASH, passwordHash));
        final byte[] audit = SeedProperties.audit(user.name());
        command.putName(name, 0, name.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }

    CompletableFuture<Outcome> defineToken(
            final VenueSeed.User user, final int userId, final String token, final String name) {
        final DefineTokenEncoder command = new DefineTokenEncoder().wrapAndApplyHeader(buffer, 0, header);
        command.tokenId(0).userId(userId).enabled((short) ENABLED);
        final byte[] nameBytes = bytes(name);
        final byte[] properties = SeedProperties.bytes(SeedProperties.of(user, token));
        final byte[] audit = SeedProperties.audit(name);
        command.putName(nameBytes, 0, nameBytes.length)
                .putProperties(properties, 0, properties.length)
                .putAudit(audit, 0, audit.length);
        return ask(command.encodedLength());
    }
}
