package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.engine.protocol.AccountDefinedDecoder;
import io.vexchange.engine.protocol.AssetDefinedDecoder;
import io.vexchange.engine.protocol.InstrumentDefinedDecoder;
import io.vexchange.engine.protocol.KillSwitchChangedDecoder;
import io.vexchange.engine.protocol.ParticipantDefinedDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.SessionDefinedDecoder;
import io.vexchange.engine.protocol.UserDefinedDecoder;
import io.vexchange.store.projection.UpsertRows.Column;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Assets, instruments, participants, accounts, FIX sessions and kill switches; never a hash. */
final class DirectoryRows {
    private static final String AT_AND_SEQUENCE = "\nupdated_at timestamptz\nevent_sequence bigint";

    private final Words words;
    private final UpsertRows assets = rows("assets", "id text\nengine_id int\nscale int");
    private final UpsertRows participants =
            rows("participants", "id text\nengine_id int\nname text\nenabled boolean\nself_trade_prevention text");
    private final UpsertRows instruments = rows("instruments", """
            symbol text
            engine_id int
            base text
            quote text
            enabled boolean
            phase text
            tick_size numeric
            tick_mantissa bigint
            tick_decimals int
            lot_size numeric
            lot_mantissa bigint
            lot_decimals int
            min_quantity numeric
            max_quantity numeric
            max_notional numeric
            reference_price numeric
            static_collar_percent numeric
            dynamic_collar_percent numeric
            protection_percent numeric
            volatility_auction_seconds int
            maker_fee_bp numeric
            taker_fee_bp numeric
            auction_fee_bp numeric""");
    private final UpsertRows accounts = rows("accounts", """
            id text
            engine_id int
            participant text
            type text
            enabled boolean
            created_at timestamptz""");
    private final UpsertRows sessions = rows("fix_sessions", """
            id text
            engine_id int
            participant text
            role text
            enabled boolean
            accounts text[]
            default_account text
            self_trade_prevention text""");
    private final UpsertRows users = rows("users", """
            id text
            engine_id int
            role text
            enabled boolean
            accounts text[]""");
    private final UpsertRows killSwitches = new UpsertRows("kill_switches", List.of("id"), Column.list("""
            id bigint
            scope text
            target text
            state text
            canceled_orders int
            reason text
            engaged_by text
            engaged_at timestamptz
            released_by text
            released_at timestamptz
            release_reason text
            event_sequence bigint"""));
    private final ChangedRows phases =
            new ChangedRows("instruments", "symbol", Column.list("symbol text\nphase text" + AT_AND_SEQUENCE));

    DirectoryRows(final Words words) {
        this.words = words;
    }

    private static UpsertRows rows(final String table, final String columns) {
        final List<Column> all = Column.list(columns + AT_AND_SEQUENCE);
        return new UpsertRows(table, List.of(all.get(0).name()), all);
    }

    void add(final AssetDefinedDecoder it, final String name) {
        assets.put(
                name,
                name,
                Integer.toString(it.assetId()),
                Integer.toString(it.scale()),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final ParticipantDefinedDecoder it, final String name, final AuditText properties) {
        final SelfTradePrevention prevention = SelfTradePrevention.of(it.selfTradePrevention());
        final String called = properties.text("name");
        participants.put(
                name,
                name,
                Integer.toString(it.participantId()),
                called == null ? name : called,
                Boolean.toString(it.enabled() != 0),
                Words.word(prevention == null ? SelfTradePrevention.CANCEL_NEWEST : prevention),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final InstrumentDefinedDecoder it, final String symbol) {
        phases.remove(symbol);
        instruments.put(
                symbol,
                symbol,
                Integer.toString(it.instrumentId()),
                words.asset(it.baseAssetId()),
                words.asset(it.quoteAssetId()),
                Boolean.toString(it.enabled() != 0),
                Words.word(Phase.of(it.phase())),
                Decimals.format(1, it.tickMantissa(), it.tickDecimals()),
                Long.toString(it.tickMantissa()),
                Integer.toString(it.tickDecimals()),
                Decimals.format(1, it.lotMantissa(), it.lotDecimals()),
                Long.toString(it.lotMantissa()),
                Integer.toString(it.lotDecimals()),
                Decimals.format(it.minimumLots(), it.lotMantissa(), it.lotDecimals()),
                Decimals.format(it.maximumLots(), it.lotMantissa(), it.lotDecimals()),
                it.maximumNotional() <= 0 ? null : words.money(it.maximumNotional(), it.quoteAssetId()),
                it.referencePriceTicks() == Decimals.ABSENT
                        ? null
                        : Decimals.format(it.referencePriceTicks(), it.tickMantissa(), it.tickDecimals()),
                percent(it.staticCollarBp()),
                percent(it.dynamicCollarBp()),
                percent(it.protectionBp()),
                Integer.toString(it.volatilityAuctionSeconds()),
                basisPoints(it.makerFeeRate()),
                basisPoints(it.takerFeeRate()),
                basisPoints(it.auctionFeeRate()),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final AccountDefinedDecoder it, final String name) {
        accounts.put(
                name,
                name,
                Integer.toString(it.accountId()),
                words.participant(it.participantId()),
                Words.word(AccountType.of(it.accountType())),
                Boolean.toString(it.enabled() != 0),
                Words.micros(it.createdMicros()),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final SessionDefinedDecoder it, final List<Integer> accountIds, final String name) {
        sessions.put(
                name,
                name,
                Integer.toString(it.sessionId()),
                words.participant(it.participantId()),
                Words.word(SessionRole.of(it.role())),
                Boolean.toString(it.enabled() != 0),
                names(accountIds),
                it.defaultAccountId() == 0 ? null : words.account(it.defaultAccountId()),
                Words.word(SelfTradePrevention.of(it.selfTradePrevention())),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final UserDefinedDecoder it, final List<Integer> accountIds, final String name) {
        users.put(
                name,
                name,
                Integer.toString(it.userId()),
                Words.word(UserRole.of(it.role())),
                Boolean.toString(it.enabled() != 0),
                names(accountIds),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    private String names(final List<Integer> accountIds) {
        return accountIds.stream().map(words::account).collect(Collectors.joining(","));
    }

    void add(final KillSwitchChangedDecoder it, final String reason, final String releaseReason) {
        final String id = Long.toString(it.killSwitchId());
        final boolean isEngaged = it.engaged() != 0;
        final KillScope scope = KillScope.of(it.scope());
        killSwitches.put(
                id,
                id,
                Words.word(scope),
                words.killTarget(scope, it.targetId()),
                isEngaged ? "ENGAGED" : "RELEASED",
                Integer.toString(it.canceledOrders()),
                Words.textOrNull(reason),
                words.actor(it.engagedById()),
                Words.micros(it.engagedMicros()),
                isEngaged ? null : words.actor(it.releasedById()),
                isEngaged ? null : Words.microsOrNull(it.releasedMicros()),
                Words.textOrNull(releaseReason),
                Long.toString(it.sequence()));
    }

    void add(final PhaseChangedDecoder it) {
        final String symbol = words.instrument(it.instrumentId()).symbol();
        phases.put(
                symbol,
                symbol,
                Words.word(Phase.of(it.phase())),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    private static String percent(final int basisPoints) {
        return basisPoints == 0
                ? null
                : BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    /** Rates are hundredths of a basis point. */
    private static String basisPoints(final int rate) {
        return BigDecimal.valueOf(rate, 2).toPlainString();
    }

    void write(final Connection connection) throws SQLException {
        assets.write(connection);
        participants.write(connection);
        instruments.write(connection);
        phases.write(connection);
        accounts.write(connection);
        sessions.write(connection);
        users.write(connection);
        killSwitches.write(connection);
    }
}
