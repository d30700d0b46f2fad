package io.vexchange.exchange.venue;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AccountDefinedEncoder;
import io.vexchange.engine.protocol.AssetDefinedEncoder;
import io.vexchange.engine.protocol.BalanceChangedEncoder;
import io.vexchange.engine.protocol.DefineAccountDecoder;
import io.vexchange.engine.protocol.DefineAssetDecoder;
import io.vexchange.engine.protocol.DefineInstrumentDecoder;
import io.vexchange.engine.protocol.DefineParticipantDecoder;
import io.vexchange.engine.protocol.DefineSessionDecoder;
import io.vexchange.engine.protocol.DefineTokenDecoder;
import io.vexchange.engine.protocol.DefineUserDecoder;
import io.vexchange.engine.protocol.ImageBeginEncoder;
import io.vexchange.engine.protocol.ImageEndEncoder;
import io.vexchange.engine.protocol.InstrumentDefinedEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.ParticipantDefinedEncoder;
import io.vexchange.engine.protocol.SessionDefinedEncoder;
import io.vexchange.engine.protocol.TokenDefinedEncoder;
import io.vexchange.engine.protocol.TransferDecoder;
import io.vexchange.engine.protocol.UserDefinedEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** An engine that knows a directory and balances, for one listener: each command becomes its event at once. */
final class DirectoryEngine implements EngineClient {
    private static final UUID LOG_ID = new UUID(1, 2);

    private final EngineListener listener;
    private final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder outHeader = new MessageHeaderEncoder();
    private final MessageHeaderDecoder inHeader = new MessageHeaderDecoder();
    private final Map<Integer, Integer> ids = new HashMap<>();
    private final List<String> taken;
    private final List<byte[]> events;
    private int left = Integer.MAX_VALUE;

    DirectoryEngine(final EngineListener listener) {
        this(listener, new ArrayList<>(), new ArrayList<>());
    }

    private DirectoryEngine(final EngineListener listener, final List<String> taken, final List<byte[]> events) {
        this.listener = listener;
        this.taken = taken;
        this.events = events;
        listener.onConnected(new Hello(1, 1, events.size(), 0, 0, LOG_ID, 1));
        emit(
                ImageBeginEncoder.TEMPLATE_ID,
                new ImageBeginEncoder().wrapAndApplyHeader(out, 0, outHeader).encodedLength(),
                false);
        for (final byte[] each : List.copyOf(events)) {
            out.putBytes(0, each);
            final int templateId = inHeader.wrap(out, 0).templateId();
            ids.merge(templateId, 1, Integer::sum);
            listener.onItem(templateId, out, 0, each.length);
        }
        emit(
                ImageEndEncoder.TEMPLATE_ID,
                new ImageEndEncoder().wrapAndApplyHeader(out, 0, outHeader).encodedLength(),
                false);
    }

    /** The same log for another listener, as after a restart. */
    DirectoryEngine restarted(final EngineListener other) {
        taken.clear();
        return new DirectoryEngine(other, taken, events);
    }

    /** What was taken, such as {@code asset USD}, in order. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** It is gone after so many more commands. */
    void dieAfter(final int commands) {
        left = commands;
    }

    @Override
    public CompletableFuture<Outcome> ask(final MutableDirectBuffer command, final int offset, final int length) {
        if (left-- <= 0) {
            return CompletableFuture.failedFuture(new EngineUnavailableException("gone"));
        }
        final int id;
        switch (inHeader.wrap(command, offset).templateId()) {
            case DefineAssetDecoder.TEMPLATE_ID -> id = asset(command, offset);
            case DefineInstrumentDecoder.TEMPLATE_ID -> id = instrument(command, offset);
            case DefineParticipantDecoder.TEMPLATE_ID -> id = participant(command, offset);
            case DefineAccountDecoder.TEMPLATE_ID -> id = account(command, offset);
            case DefineSessionDecoder.TEMPLATE_ID -> id = session(command, offset);
            case DefineUserDecoder.TEMPLATE_ID -> id = user(command, offset);
            case DefineTokenDecoder.TEMPLATE_ID -> id = token(command, offset);
            case TransferDecoder.TEMPLATE_ID -> id = transfer(command, offset);
            default -> throw new IllegalArgumentException("templateId=" + inHeader.templateId());
        }
        return CompletableFuture.completedFuture(new Outcome(Code.NONE, id, events.size(), 0, List.of()));
    }

    private int next(final int templateId) {
        return ids.merge(templateId, 1, Integer::sum);
    }

    private int emit(final int templateId, final int encodedLength, final boolean isKept) {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + encodedLength;
        if (isKept) {
            final byte[] event = new byte[length];
            out.getBytes(0, event);
            events.add(event);
        }
        listener.onItem(templateId, out, 0, length);
        return ids.getOrDefault(templateId, 0);
    }

    private int asset(final MutableDirectBuffer command, final int offset) {
        final DefineAssetDecoder it = new DefineAssetDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final AssetDefinedEncoder event = new AssetDefinedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0).assetId(next(AssetDefinedEncoder.TEMPLATE_ID)).scale(it.scale());
        final byte[] name = new byte[it.nameLength()];
        it.getName(name, 0, name.length);
        event.putName(name, 0, name.length);
        take("asset", name);
        return emit(AssetDefinedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private int instrument(final MutableDirectBuffer command, final int offset) {
        final DefineInstrumentDecoder it = new DefineInstrumentDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final InstrumentDefinedEncoder event = new InstrumentDefinedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0)
                .instrumentId(next(InstrumentDefinedEncoder.TEMPLATE_ID))
                .baseAssetId(it.baseAssetId())
                .quoteAssetId(it.quoteAssetId())
                .tickMantissa(it.tickMantissa())
                .tickDecimals(it.tickDecimals())
                .lotMantissa(it.lotMantissa())
                .lotDecimals(it.lotDecimals())
                .minimumLots(it.minimumLots())
                .maximumLots(it.maximumLots())
                .maximumNotional(it.maximumNotional())
                .referencePriceTicks(it.referencePriceTicks())
                .staticCollarBp(it.staticCollarBp())
                .dynamicCollarBp(it.dynamicCollarBp())
                .protectionBp(it.protectionBp())
                .volatilityAuctionSeconds(it.volatilityAuctionSeconds())
                .makerFeeRate(it.makerFeeRate())
                .takerFeeRate(it.takerFeeRate())
                .auctionFeeRate(it.auctionFeeRate())
                .enabled(it.enabled())
                .phase(it.phase());
        final byte[] symbol = new byte[it.symbolLength()];
        it.getSymbol(symbol, 0, symbol.length);
        final byte[] properties = new byte[it.propertiesLength()];
        it.getProperties(properties, 0, properties.length);
        event.putSymbol(symbol, 0, symbol.length).putProperties(properties, 0, properties.length);
        take("instrument", symbol);
        return emit(InstrumentDefinedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private int participant(final MutableDirectBuffer command, final int offset) {
        final DefineParticipantDecoder it =
                new DefineParticipantDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final ParticipantDefinedEncoder event = new ParticipantDefinedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0)
                .participantId(next(ParticipantDefinedEncoder.TEMPLATE_ID))
                .enabled(it.enabled())
                .selfTradePrevention(it.selfTradePrevention());
        final byte[] name = new byte[it.nameLength()];
        it.getName(name, 0, name.length);
        final byte[] properties = new byte[it.propertiesLength()];
        it.getProperties(properties, 0, properties.length);
        event.putName(name, 0, name.length).putProperties(properties, 0, properties.length);
        take("participant", name);
        return emit(ParticipantDefinedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private int account(final MutableDirectBuffer command, final int offset) {
        final DefineAccountDecoder it = new DefineAccountDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final AccountDefinedEncoder event = new AccountDefinedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0)
                .accountId(next(AccountDefinedEncoder.TEMPLATE_ID))
                .participantId(it.participantId())
                .accountType(it.accountType())
                .enabled(it.enabled());
        final byte[] name = new byte[it.nameLength()];
        it.getName(name, 0, name.length);
        final byte[] properties = new byte[it.propertiesLength()];
        it.getProperties(properties, 0, properties.length);
        event.putName(name, 0, name.length).putProperties(properties, 0, properties.length);
        take("account", name);
        return emit(AccountDefinedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private int session(final MutableDirectBuffer command, final int offset) {
        final DefineSessionDecoder it = new DefineSessionDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final SessionDefinedEncoder event = new SessionDefinedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0)
                .sessionId(next(SessionDefinedEncoder.TEMPLATE_ID))
                .participantId(it.participantId())
                .role(it.role())
                .enabled(it.enabled())
                .selfTradePrevention(it.selfTradePrevention())
                .defaultAccountId(it.defaultAccountId());
        final DefineSessionDecoder.AccountsDecoder from = it.accounts();
        final SessionDefinedEncoder.AccountsEncoder to = event.accountsCount(from.count());
        from.forEach(each -> to.next().accountId(each.accountId()));
        final byte[] name = new byte[it.nameLength()];
        it.getName(name, 0, name.length);
        final byte[] properties = new byte[it.propertiesLength()];
        it.getProperties(properties, 0, properties.length);
        event.putName(name, 0, name.length).putProperties(properties, 0, properties.length);
        take("session", name);
        return emit(SessionDefinedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private int user(final MutableDirectBuffer command, final int offset) {
        final DefineUserDecoder it = new DefineUserDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final UserDefinedEncoder event = new UserDefinedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0)
                .userId(next(UserDefinedEncoder.TEMPLATE_ID))
                .role(it.role())
                .enabled(it.enabled());
        final DefineUserDecoder.AccountsDecoder from = it.accounts();
        final UserDefinedEncoder.AccountsEncoder to = event.accountsCount(from.count());
        from.forEach(each -> to.next().accountId(each.accountId()));
        final byte[] name = new byte[it.nameLength()];
        it.getName(name, 0, name.length);
        final byte[] properties = new byte[it.propertiesLength()];
        it.getProperties(properties, 0, properties.length);
        event.putName(name, 0, name.length).putProperties(properties, 0, properties.length);
        take("user", name);
        return emit(UserDefinedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private int token(final MutableDirectBuffer command, final int offset) {
        final DefineTokenDecoder it = new DefineTokenDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final TokenDefinedEncoder event = new TokenDefinedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0)
                .tokenId(next(TokenDefinedEncoder.TEMPLATE_ID))
                .userId(it.userId())
                .enabled(it.enabled());
        final byte[] name = new byte[it.nameLength()];
        it.getName(name, 0, name.length);
        final byte[] properties = new byte[it.propertiesLength()];
        it.getProperties(properties, 0, properties.length);
        event.putName(name, 0, name.length).putProperties(properties, 0, properties.length);
        take("token", name);
        return emit(TokenDefinedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private int transfer(final MutableDirectBuffer command, final int offset) {
        final TransferDecoder it = new TransferDecoder().wrapAndApplyHeader(command, offset, inHeader);
        final BalanceChangedEncoder event = new BalanceChangedEncoder().wrapAndApplyHeader(out, 0, outHeader);
        event.sequence(0)
                .accountId(it.accountId())
                .assetId(it.assetId())
                .amount(it.amount())
                .total(it.amount());
        event.putReference(new byte[0], 0, 0).putAudit(new byte[0], 0, 0);
        taken.add("deposit " + it.accountId() + ' ' + it.assetId() + ' ' + it.amount());
        return emit(BalanceChangedEncoder.TEMPLATE_ID, event.encodedLength(), true);
    }

    private void take(final String kind, final byte[] name) {
        taken.add(kind + ' ' + new String(name, StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public long send(final MutableDirectBuffer command, final int offset, final int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void consumed(final long sequence) {}

    @Override
    public void close() {}
}
