package io.vexchange.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.Balance;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.FeeTier;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;
import io.vexchange.engine.client.KillSwitch;
import io.vexchange.engine.client.Limits;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.Token;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.KillScope;
import io.vexchange.web.access.Role;
import io.vexchange.web.json.Times;
import io.vexchange.web.shape.AccountShape;
import io.vexchange.web.shape.AssetShape;
import io.vexchange.web.shape.BalanceShape;
import io.vexchange.web.shape.KillSwitchShape;
import io.vexchange.web.shape.LimitUsageShape;
import io.vexchange.web.shape.LimitsShape;
import io.vexchange.web.shape.ParticipantShape;
import io.vexchange.web.shape.PositionLimitShape;
import io.vexchange.web.shape.PositionShape;
import io.vexchange.web.shape.SessionShape;
import io.vexchange.web.shape.TokenShape;
import io.vexchange.web.shape.UserShape;
import io.vexchange.web.venue.FixSessions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Firms, accounts, money, kill switches, sessions, users and tokens of the live state. Threads: any. */
public final class AccountDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANNOUNCED_MICROS = TimeUnit.MINUTES.toMicros(15);
    /** Name of the tier that is none: the instruments' own fees. */
    static final String STANDARD_TIER = "standard";

    private static final int MONEY_SCALE = 6;

    private final LiveVenue venue;
    private final Directory directory;
    private final FixSessions sessions;
    private final String compId;

    AccountDesk(final LiveVenue venue, final FixSessions sessions, final String compId) {
        this.venue = venue;
        this.directory = venue.directory();
        this.sessions = sessions;
        this.compId = compId;
    }

    /** @return texts of the announcements that stand; one ends a while after its time */
    public List<String> announced() {
        final long earliest = Times.nowMicros() - ANNOUNCED_MICROS;
        return directory.rules().announcements().stream()
                .filter(each -> each.isActive() && Math.max(each.atMicros(), each.announcedMicros()) > earliest)
                .map(each -> each.atMicros() <= each.announcedMicros()
                        ? each.text()
                        : each.text() + " (" + Times.text(each.atMicros()).substring(0, 16) + " UTC)")
                .toList();
    }

    /** @return the newest event shown here */
    public long sequence() {
        return venue.state().sequence();
    }

    /** @return all assets, by name */
    public List<AssetShape> assets() {
        return directory.assets().stream()
                .sorted(Comparator.comparing(Asset::name))
                .map(each -> new AssetShape(each.name(), each.scale()))
                .toList();
    }

    /** @return all firms, by name */
    public List<ParticipantShape> participants() {
        return directory.participants().stream()
                .sorted(Comparator.comparing(Participant::name))
                .map(this::shape)
                .toList();
    }

    private ParticipantShape shape(final Participant it) {
        return new ParticipantShape(
                it.name(),
                properties(it.properties()).path("name").asText(it.name()),
                it.enabled(),
                it.selfTradePrevention() == null
                        ? null
                        : it.selfTradePrevention().name(),
                directory.accounts().stream()
                        .filter(account -> account.participantId() == it.id())
                        .map(Account::name)
                        .sorted()
                        .toList(),
                directory.sessions().stream()
                        .filter(session -> session.participantId() == it.id())
                        .map(Session::name)
                        .sorted()
                        .toList());
    }

    /** @return all accounts, by name */
    public List<AccountShape> accounts() {
        return directory.accounts().stream()
                .sorted(Comparator.comparing(Account::name))
                .map(this::shape)
                .toList();
    }

    /**
     * @param name of an account
     * @return it, or null
     */
    public AccountShape account(final String name) {
        final Account account = directory.account(name);
        return account == null ? null : shape(account);
    }

    private AccountShape shape(final Account account) {
        final Participant firm = directory.participant(account.participantId());
        return new AccountShape(
                account.name(),
                firm == null ? null : firm.name(),
                account.type().name(),
                account.enabled(),
                tier(directory.rules().feeTierOf(account.id()).feeTierId()),
                tier(directory.rules().feeTierOf(account.id()).nextFeeTierId()),
                firm == null || firm.selfTradePrevention() == null
                        ? null
                        : firm.selfTradePrevention().name(),
                venue.state().killSwitches().stream()
                        .filter(each -> each.engaged() && blocks(each, account))
                        .map(each -> Long.toString(each.id()))
                        .toList(),
                Times.textOrNull(account.createdMicros()));
    }

    private String tier(final int id) {
        final FeeTier tier = id == 0 ? null : directory.rules().feeTier(id);
        return tier == null ? STANDARD_TIER : tier.name();
    }

    private static boolean blocks(final KillSwitch it, final Account account) {
        return it.scope() == KillScope.MARKET
                || (it.scope() == KillScope.ACCOUNT && it.targetId() == account.id())
                || (it.scope() == KillScope.FIRM && it.targetId() == account.participantId());
    }

    /**
     * @param name of an account that exists
     * @return one row an asset it ever had, by asset
     */
    public List<BalanceShape> balances(final String name) {
        final Account account = directory.account(name);
        final List<Balance> balances = venue.lock().read(() -> venue.state().balances(account.id()));
        return balances.stream()
                .map(each -> shape(account, each))
                .sorted(Comparator.comparing(BalanceShape::asset))
                .toList();
    }

    BalanceShape balance(final Account account, final Asset asset) {
        return shape(account, venue.state().balance(account.id(), asset.id()));
    }

    private BalanceShape shape(final Account account, final Balance it) {
        final Asset asset = directory.asset(it.assetId());
        return new BalanceShape(
                account.name(),
                asset.name(),
                Decimals.formatMoney(it.total(), asset.scale()),
                Decimals.formatMoney(it.held(), asset.scale()),
                Decimals.formatMoney(it.available(), asset.scale()));
    }

    /**
     * @param name of an account that exists
     * @return its limits, and what it uses
     */
    public LimitsShape limits(final String name) {
        final Account account = directory.account(name);
        final Participant firm = directory.participant(account.participantId());
        return shape(
                name,
                firm == null ? null : firm.name(),
                directory.rules().limitsOfAccount(account.id()),
                usage(venue.state().orders(account.id())));
    }

    /**
     * @param id of a firm that exists
     * @return its limits over all its accounts, and what they use
     */
    public LimitsShape limitsOfParticipant(final String id) {
        final Participant firm = directory.participant(id);
        final List<OrderReport> orders = new ArrayList<>();
        directory.accounts().stream()
                .filter(each -> each.participantId() == firm.id())
                .forEach(each -> orders.addAll(venue.state().orders(each.id())));
        return shape(null, id, directory.rules().limitsOfParticipant(firm.id()), usage(orders));
    }

    private LimitsShape shape(
            final String account, final String participant, final Limits it, final LimitUsageShape usage) {
        final Map<String, PositionLimitShape> positions = new TreeMap<>();
        it.maximumPositionByInstrument()
                .forEach((id, maximum) -> positions.put(
                        directory.instrument(id).symbol(), new PositionLimitShape(amount(maximum, it.decimals()))));
        return new LimitsShape(
                account,
                participant,
                amount(it.maximumOrderQuantity(), it.decimals()),
                amount(it.maximumOrderNotional(), it.decimals()),
                count(it.maximumOpenOrders()),
                amount(it.maximumOpenNotional(), it.decimals()),
                amount(it.maximumPosition(), it.decimals()),
                count(it.ordersPerSecond()),
                count(it.orderBurst()),
                positions,
                usage);
    }

    private static String amount(final long value, final int decimals) {
        if (value == Decimals.ABSENT) {
            return null;
        }
        final BigDecimal stripped = BigDecimal.valueOf(value, decimals).stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static Long count(final long value) {
        return value == Decimals.ABSENT ? null : value;
    }

    private LimitUsageShape usage(final List<OrderReport> orders) {
        BigDecimal notional = BigDecimal.ZERO;
        int scale = MONEY_SCALE;
        for (final OrderReport order : orders) {
            final Instrument instrument = directory.instrument(order.instrumentId());
            scale = Math.max(scale, directory.asset(instrument.quoteAssetId()).scale());
            notional = notional.add(new BigDecimal(instrument.price(priceTicks(order)))
                    .multiply(new BigDecimal(instrument.quantity(order.leavesLots()))));
        }
        return new LimitUsageShape(
                orders.size(), notional.setScale(scale, RoundingMode.HALF_EVEN).toPlainString());
    }

    private long priceTicks(final OrderReport order) {
        if (order.priceTicks() != Decimals.ABSENT) {
            return order.priceTicks();
        }
        if (order.stopPriceTicks() != Decimals.ABSENT) {
            return order.stopPriceTicks();
        }
        final InstrumentStats stats = venue.state().stats(order.instrumentId());
        return stats == null || stats.referencePriceTicks() == Decimals.ABSENT ? 0 : stats.referencePriceTicks();
    }

    /**
     * @param name of an account that exists
     * @return its positions, null while what it traded before the start is not known yet
     */
    public List<PositionShape> positions(final String name) {
        return venue.positions().isComplete()
                ? positions(name, venue.positions().of(directory.account(name).id(), name))
                : null;
    }

    /**
     * Completes positions with what is open now.
     *
     * @param name of an account that exists
     * @param traded what it has bought and sold
     * @return with open quantities, and with rows for instruments that are only open, by symbol
     */
    public List<PositionShape> positions(final String name, final List<PositionShape> traded) {
        final Map<String, PositionShape> bySymbol = new TreeMap<>();
        traded.forEach(each -> bySymbol.put(each.symbol(), each));
        final Map<String, long[]> open = new TreeMap<>();
        for (final OrderReport order :
                venue.state().orders(directory.account(name).id())) {
            final String symbol = directory.instrument(order.instrumentId()).symbol();
            open.computeIfAbsent(symbol, each -> new long[2])[order.side() == '1' ? 0 : 1] += order.leavesLots();
        }
        final List<PositionShape> all = new ArrayList<>();
        final TreeSet<String> symbols = new TreeSet<>(bySymbol.keySet());
        symbols.addAll(open.keySet());
        for (final String symbol : symbols) {
            final Instrument instrument = directory.instrument(symbol);
            final long[] lots = open.getOrDefault(symbol, new long[2]);
            final PositionShape it = bySymbol.get(symbol);
            final String zero = instrument.quantity(0);
            all.add(new PositionShape(
                    name,
                    symbol,
                    it == null ? zero : it.netQuantity(),
                    it == null ? zero : it.boughtQuantity(),
                    it == null ? zero : it.soldQuantity(),
                    it == null ? null : it.averagePrice(),
                    instrument.quantity(lots[0]),
                    instrument.quantity(lots[1])));
        }
        return all;
    }

    /** @return all kill switches, newest first */
    public List<KillSwitchShape> killSwitches() {
        return venue.state().killSwitches().stream()
                .sorted(Comparator.comparingLong(KillSwitch::id).reversed())
                .map(this::shape)
                .toList();
    }

    /**
     * @param id of a kill switch
     * @return it, or null
     */
    public KillSwitchShape killSwitch(final long id) {
        return venue.state().killSwitches().stream()
                .filter(each -> each.id() == id)
                .map(this::shape)
                .findFirst()
                .orElse(null);
    }

    private KillSwitchShape shape(final KillSwitch it) {
        return new KillSwitchShape(
                Long.toString(it.id()),
                it.scope().name(),
                target(it.scope(), it.targetId()),
                it.engaged() ? "ENGAGED" : "RELEASED",
                it.canceledOrders(),
                emptyIsNull(it.reason()),
                actor(it.engagedById()),
                Times.textOrNull(it.engagedMicros()),
                it.engaged() ? null : actor(it.releasedById()),
                it.engaged() ? null : Times.textOrNull(it.releasedMicros()),
                it.engaged() ? null : emptyIsNull(it.releaseReason()),
                venue.state().sequence());
    }

    private static String emptyIsNull(final String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private String target(final KillScope scope, final int targetId) {
        return switch (scope) {
            case SESSION -> name(directory.session(targetId));
            case ACCOUNT -> venue.shapes().account(targetId);
            case FIRM ->
                directory.participant(targetId) == null
                        ? null
                        : directory.participant(targetId).name();
            case INSTRUMENT ->
                directory.instrument(targetId) == null
                        ? null
                        : directory.instrument(targetId).symbol();
            case MARKET -> null;
        };
    }

    private static String name(final Session session) {
        return session == null ? null : session.name();
    }

    private String actor(final int actorId) {
        final User user = actorId == 0 ? null : directory.user(Math.abs(actorId));
        return user == null ? null : user.name();
    }

    /** @return all FIX sessions, by name */
    public List<SessionShape> sessions() {
        return directory.sessions().stream()
                .sorted(Comparator.comparing(Session::name))
                .map(this::shape)
                .toList();
    }

    /**
     * @param name SenderCompID
     * @return it, or null
     */
    public SessionShape session(final String name) {
        final Session session = directory.session(name);
        return session == null ? null : shape(session);
    }

    private SessionShape shape(final Session it) {
        final FixSessions.State state = sessions.state(it.name());
        final Participant firm = directory.participant(it.participantId());
        final JsonNode properties = properties(it.properties());
        final String word = state == null
                ? "UNKNOWN"
                : !it.enabled() ? "DISABLED" : state.isLoggedOn() ? "LOGGED_ON" : "LOGGED_OUT";
        return new SessionShape(
                it.name(),
                compId,
                firm == null ? null : firm.name(),
                it.role().name(),
                it.accountIds().stream().map(venue.shapes()::account).sorted().toList(),
                it.defaultAccountId() == 0 ? null : venue.shapes().account(it.defaultAccountId()),
                it.enabled(),
                word,
                state == null ? null : state.gateway(),
                state == null ? null : state.remoteAddress(),
                state == null ? null : Times.textOrNull(state.loggedOnMicros()),
                state == null ? null : (long) state.heartbeatSeconds(),
                state == null || state.cancelOnDisconnect() == null
                        ? properties.path("cancelOnDisconnect").asText("NONE")
                        : state.cancelOnDisconnect(),
                state == null ? null : state.nextOutgoing(),
                state == null ? null : state.nextIncoming(),
                state == null ? null : state.queued(),
                state == null ? null : (long) state.messagesInPerSecond(),
                state == null ? null : (long) state.messagesOutPerSecond(),
                state == null ? null : state.throttled(),
                state == null ? null : state.resendsServed(),
                state == null ? null : state.lastIn(),
                state == null ? null : state.lastOut(),
                null);
    }

    /** @return all users, by name */
    public List<UserShape> users() {
        return directory.users().stream()
                .sorted(Comparator.comparing(User::name))
                .map(this::shape)
                .toList();
    }

    /**
     * @param name of a user
     * @return him, or null
     */
    public UserShape user(final String name) {
        final User user = directory.user(name);
        return user == null ? null : shape(user);
    }

    private UserShape shape(final User it) {
        return new UserShape(
                it.name(),
                Role.of(it.role()).word(),
                it.enabled(),
                it.accountIds().stream().map(venue.shapes()::account).sorted().toList());
    }

    /**
     * @param name of an asset
     * @return it, or null
     */
    public AssetShape asset(final String name) {
        final Asset asset = directory.asset(name);
        return asset == null ? null : new AssetShape(asset.name(), asset.scale());
    }

    /**
     * @param id of a firm
     * @return it, or null
     */
    public ParticipantShape participant(final String id) {
        final Participant firm = directory.participant(id);
        return firm == null ? null : shape(firm);
    }

    /** @return all tokens, newest first */
    public List<TokenShape> tokens() {
        return directory.tokens().stream()
                .sorted(Comparator.comparingInt(Token::id).reversed())
                .map(each -> token(each, null))
                .toList();
    }

    /**
     * @param id of a token
     * @param secret the token itself, in the answer that made it only
     * @return it, or null
     */
    TokenShape token(final int id, final String secret) {
        final Token token = directory.token(id);
        return token == null ? null : token(token, secret);
    }

    private TokenShape token(final Token it, final String secret) {
        final JsonNode properties = properties(it.properties());
        final User user = directory.user(it.userId());
        return new TokenShape(
                Integer.toString(it.id()),
                it.name(),
                user == null ? null : user.name(),
                properties.path("role").asText("").toLowerCase(java.util.Locale.ROOT),
                texts(properties.path("accounts")),
                properties.path("expiresAt").isTextual()
                        ? properties.path("expiresAt").asText()
                        : null,
                texts(properties.path("addresses")),
                properties.path("createdBy").isTextual()
                        ? properties.path("createdBy").asText()
                        : null,
                Times.textOrNull(it.createdMicros()),
                Times.textOrNull(venue.credentials().lastUsedMicros(it.id())),
                it.enabled() ? null : properties.path("revokedAt").asText(null),
                it.enabled(),
                secret);
    }

    private static List<String> texts(final JsonNode array) {
        final List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode properties(final String json) {
        try {
            return json == null || json.isEmpty() ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (final JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
