package io.vexchange.engine.client;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.engine.protocol.AccountDefinedDecoder;
import io.vexchange.engine.protocol.AssetDefinedDecoder;
import io.vexchange.engine.protocol.CancelAfterSetDecoder;
import io.vexchange.engine.protocol.ImageBeginDecoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.InstrumentDefinedDecoder;
import io.vexchange.engine.protocol.InstrumentStateDecoder;
import io.vexchange.engine.protocol.LimitsDefinedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.ParticipantDefinedDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.SessionDefinedDecoder;
import io.vexchange.engine.protocol.TokenDefinedDecoder;
import io.vexchange.engine.protocol.UserDefinedDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * The directory of the venue as a reader knows it: assets, instruments, participants, accounts, FIX sessions, users and tokens.
 * {@link #onItem} is called by the client's thread for every item; all other methods may be called from any thread. An image replaces
 * everything at its end; events that are older than the last image are skipped.
 */
public final class Directory {
    /** The account that takes the venue's fees. */
    public static final String FEES_ACCOUNT = "VEX-FEES";

    private static final class Tables {
        final DirectoryTable<Asset> assets = new DirectoryTable<>();
        final DirectoryTable<Instrument> instruments = new DirectoryTable<>();
        final DirectoryTable<Participant> participants = new DirectoryTable<>();
        final DirectoryTable<Account> accounts = new DirectoryTable<>();
        final DirectoryTable<Session> sessions = new DirectoryTable<>();
        final DirectoryTable<User> users = new DirectoryTable<>();
        final DirectoryTable<Token> tokens = new DirectoryTable<>();
        final Rules rules = new Rules();
    }

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ImageBeginDecoder imageBegin = new ImageBeginDecoder();
    private final AssetDefinedDecoder asset = new AssetDefinedDecoder();
    private final InstrumentDefinedDecoder instrument = new InstrumentDefinedDecoder();
    private final InstrumentStateDecoder instrumentState = new InstrumentStateDecoder();
    private final ParticipantDefinedDecoder participant = new ParticipantDefinedDecoder();
    private final AccountDefinedDecoder account = new AccountDefinedDecoder();
    private final SessionDefinedDecoder session = new SessionDefinedDecoder();
    private final UserDefinedDecoder user = new UserDefinedDecoder();
    private final TokenDefinedDecoder token = new TokenDefinedDecoder();
    private final PhaseChangedDecoder phaseChanged = new PhaseChangedDecoder();

    private volatile Tables published = new Tables();
    private Tables writing = published;
    private long imageSequence;

    /**
     * Takes one item; others than those of the directory are passed over.
     *
     * @param templateId of the SBE message
     * @param buffer holds it
     * @param offset of the SBE header
     * @param length bytes, header included
     */
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        switch (templateId) {
            case ImageBeginDecoder.TEMPLATE_ID -> {
                imageBegin.wrapAndApplyHeader(buffer, offset, header);
                imageSequence = imageBegin.sequence();
                writing = new Tables();
            }
            case ImageEndDecoder.TEMPLATE_ID -> published = writing;
            case AssetDefinedDecoder.TEMPLATE_ID -> onAsset(buffer, offset);
            case InstrumentDefinedDecoder.TEMPLATE_ID -> onInstrument(buffer, offset);
            case InstrumentStateDecoder.TEMPLATE_ID -> {
                instrumentState.wrapAndApplyHeader(buffer, offset, header);
                setPhase(instrumentState.instrumentId(), instrumentState.phase());
            }
            case ParticipantDefinedDecoder.TEMPLATE_ID -> onParticipant(buffer, offset);
            case AccountDefinedDecoder.TEMPLATE_ID -> onAccount(buffer, offset);
            case SessionDefinedDecoder.TEMPLATE_ID -> onSession(buffer, offset);
            case UserDefinedDecoder.TEMPLATE_ID -> onUser(buffer, offset);
            case TokenDefinedDecoder.TEMPLATE_ID -> onToken(buffer, offset);
            case PhaseChangedDecoder.TEMPLATE_ID -> {
                phaseChanged.wrapAndApplyHeader(buffer, offset, header);
                if (isNews(phaseChanged.sequence())) {
                    setPhase(phaseChanged.instrumentId(), phaseChanged.phase());
                }
            }
            default -> onRule(templateId, buffer, offset);
        }
    }

    private void onRule(final int templateId, final DirectBuffer buffer, final int offset) {
        if (templateId >= LimitsDefinedDecoder.TEMPLATE_ID
                && templateId <= CancelAfterSetDecoder.TEMPLATE_ID
                && isNews(buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN))) {
            writing.rules.onItem(templateId, buffer, offset);
        }
    }

    private boolean isNews(final long sequence) {
        return sequence == 0 || sequence > imageSequence;
    }

    private void onAsset(final DirectBuffer buffer, final int offset) {
        asset.wrapAndApplyHeader(buffer, offset, header);
        if (isNews(asset.sequence())) {
            final String name = VarText.text(asset.nameLength(), asset::getName);
            writing.assets.put(asset.assetId(), name, new Asset(asset.assetId(), name, asset.scale()));
        }
    }

    private void onInstrument(final DirectBuffer buffer, final int offset) {
        final InstrumentDefinedDecoder it = instrument.wrapAndApplyHeader(buffer, offset, header);
        if (isNews(it.sequence())) {
            final String symbol = VarText.text(it.symbolLength(), it::getSymbol);
            final String properties = VarText.text(it.propertiesLength(), it::getProperties);
            writing.instruments.put(
                    it.instrumentId(),
                    symbol,
                    new Instrument(
                            it.instrumentId(),
                            symbol,
                            it.baseAssetId(),
                            it.quoteAssetId(),
                            it.tickMantissa(),
                            it.tickDecimals(),
                            it.lotMantissa(),
                            it.lotDecimals(),
                            it.minimumLots(),
                            it.maximumLots(),
                            it.maximumNotional(),
                            it.referencePriceTicks(),
                            it.staticCollarBp(),
                            it.dynamicCollarBp(),
                            it.protectionBp(),
                            it.volatilityAuctionSeconds(),
                            it.makerFeeRate(),
                            it.takerFeeRate(),
                            it.auctionFeeRate(),
                            it.enabled() != 0,
                            Phase.of(it.phase()),
                            properties));
        }
    }

    private void setPhase(final int instrumentId, final int phase) {
        final Instrument known = writing.instruments.get(instrumentId);
        if (known != null) {
            writing.instruments.put(known.id(), known.symbol(), known.withPhase(Phase.of(phase)));
        }
    }

    private void onParticipant(final DirectBuffer buffer, final int offset) {
        final ParticipantDefinedDecoder it = participant.wrapAndApplyHeader(buffer, offset, header);
        if (isNews(it.sequence())) {
            final String name = VarText.text(it.nameLength(), it::getName);
            final String properties = VarText.text(it.propertiesLength(), it::getProperties);
            writing.participants.put(
                    it.participantId(),
                    name,
                    new Participant(
                            it.participantId(),
                            name,
                            it.enabled() != 0,
                            SelfTradePrevention.of(it.selfTradePrevention()),
                            properties));
        }
    }

    private void onAccount(final DirectBuffer buffer, final int offset) {
        final AccountDefinedDecoder it = account.wrapAndApplyHeader(buffer, offset, header);
        if (isNews(it.sequence())) {
            final String name = VarText.text(it.nameLength(), it::getName);
            final String properties = VarText.text(it.propertiesLength(), it::getProperties);
            writing.accounts.put(
                    it.accountId(),
                    name,
                    new Account(
                            it.accountId(),
                            name,
                            it.participantId(),
                            AccountType.of(it.accountType()),
                            it.enabled() != 0,
                            it.createdMicros(),
                            properties));
        }
    }

    private void onSession(final DirectBuffer buffer, final int offset) {
        final SessionDefinedDecoder it = session.wrapAndApplyHeader(buffer, offset, header);
        if (isNews(it.sequence())) {
            final List<Integer> accountIds = new ArrayList<>();
            for (final SessionDefinedDecoder.AccountsDecoder each : it.accounts()) {
                accountIds.add(each.accountId());
            }
            final String name = VarText.text(it.nameLength(), it::getName);
            final String properties = VarText.text(it.propertiesLength(), it::getProperties);
            writing.sessions.put(
                    it.sessionId(),
                    name,
                    new Session(
                            it.sessionId(),
                            name,
                            it.participantId(),
                            SessionRole.of(it.role()),
                            it.enabled() != 0,
                            SelfTradePrevention.of(it.selfTradePrevention()),
                            it.defaultAccountId(),
                            List.copyOf(accountIds),
                            properties));
        }
    }

    private void onUser(final DirectBuffer buffer, final int offset) {
        final UserDefinedDecoder it = user.wrapAndApplyHeader(buffer, offset, header);
        if (isNews(it.sequence())) {
            final List<Integer> accountIds = new ArrayList<>();
            for (final UserDefinedDecoder.AccountsDecoder each : it.accounts()) {
                accountIds.add(each.accountId());
            }
            final String name = VarText.text(it.nameLength(), it::getName);
            final String properties = VarText.text(it.propertiesLength(), it::getProperties);
            writing.users.put(
                    it.userId(),
                    name,
                    new User(
                            it.userId(),
                            name,
                            UserRole.of(it.role()),
                            it.enabled() != 0,
                            List.copyOf(accountIds),
                            properties));
        }
    }

    private void onToken(final DirectBuffer buffer, final int offset) {
        final TokenDefinedDecoder it = token.wrapAndApplyHeader(buffer, offset, header);
        if (isNews(it.sequence())) {
            final String name = VarText.text(it.nameLength(), it::getName);
            final String properties = VarText.text(it.propertiesLength(), it::getProperties);
            writing.tokens.put(
                    it.tokenId(),
                    name,
                    new Token(it.tokenId(), name, it.userId(), it.enabled() != 0, it.createdMicros(), properties));
        }
    }

    /** @param id of an asset @return it, or null */
    public Asset asset(final int id) {
        return published.assets.get(id);
    }

    /** @param name of an asset @return it, or null */
    public Asset asset(final String name) {
        return published.assets.get(name);
    }

    /** @return all assets by ascending id */
    public List<Asset> assets() {
        return published.assets.list();
    }

    /** @param id of an instrument @return it, or null */
    public Instrument instrument(final int id) {
        return published.instruments.get(id);
    }

    /** @param symbol of an instrument @return it, or null */
    public Instrument instrument(final String symbol) {
        return published.instruments.get(symbol);
    }

    /** @return all instruments by ascending id */
    public List<Instrument> instruments() {
        return published.instruments.list();
    }

    /** @param id of a participant @return it, or null */
    public Participant participant(final int id) {
        return published.participants.get(id);
    }

    /** @param name of a participant @return it, or null */
    public Participant participant(final String name) {
        return published.participants.get(name);
    }

    /** @return all participants by ascending id */
    public List<Participant> participants() {
        return published.participants.list();
    }

    /** @param id of an account @return it, or null */
    public Account account(final int id) {
        return published.accounts.get(id);
    }

    /** @param name of an account @return it, or null */
    public Account account(final String name) {
        return published.accounts.get(name);
    }

    /** @return all accounts by ascending id */
    public List<Account> accounts() {
        return published.accounts.list();
    }

    /** @param id of a FIX session @return it, or null */
    public Session session(final int id) {
        return published.sessions.get(id);
    }

    /** @param name CompID of a FIX session @return it, or null */
    public Session session(final String name) {
        return published.sessions.get(name);
    }

    /** @return all FIX sessions by ascending id */
    public List<Session> sessions() {
        return published.sessions.list();
    }

    /** @param id of a user @return it, or null */
    public User user(final int id) {
        return published.users.get(id);
    }

    /** @param name of a user @return it, or null */
    public User user(final String name) {
        return published.users.get(name);
    }

    /** @return all users by ascending id */
    public List<User> users() {
        return published.users.list();
    }

    /** @param id of a token @return it, or null */
    public Token token(final int id) {
        return published.tokens.get(id);
    }

    /** @param name of a token @return it, or null */
    public Token token(final String name) {
        return published.tokens.get(name);
    }

    /** @return limits, fee tiers, schedules, announcements and cancel-afters as they stand; keep it no longer than one answer takes */
    public Rules rules() {
        return published.rules;
    }

    /** @return all tokens by ascending id */
    public List<Token> tokens() {
        return published.tokens.list();
    }
}
