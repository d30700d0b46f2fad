package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.AnnouncedDecoder;
import io.vexchange.engine.protocol.FeeTierAssignedDecoder;
import io.vexchange.engine.protocol.FeeTierDefinedDecoder;
import io.vexchange.engine.protocol.LimitsDefinedDecoder;
import io.vexchange.engine.protocol.ReferencePriceSetDecoder;
import io.vexchange.engine.protocol.ScheduleDefinedDecoder;
import io.vexchange.store.projection.UpsertRows.Column;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;

/** Limits, fee tiers, schedules, announcements, and reference prices that were set. */
final class RuleRows {
    private static final String AT_AND_SEQUENCE = "\nupdated_at timestamptz\nevent_sequence bigint";
    private static final List<String> SEVERITIES = List.of("INFO", "WARNING", "CRITICAL");

    private final Words words;
    private final UpsertRows limits =
            new UpsertRows("limits", List.of("scope", "target"), Column.list("""
            scope text
            target text
            max_order_quantity numeric
            max_order_notional numeric
            max_open_orders bigint
            max_open_notional numeric
            max_position numeric
            orders_per_second bigint
            order_burst bigint
            max_position_by_symbol jsonb""" + AT_AND_SEQUENCE));
    private final UpsertRows feeTiers = new UpsertRows(
            "fee_tiers", List.of("id"), Column.list("id text\nengine_id int\nrates jsonb" + AT_AND_SEQUENCE));
    private final ChangedRows tiersOfAccounts = new ChangedRows(
            "accounts", "id", Column.list("id text\nfee_tier text\nnext_fee_tier text" + AT_AND_SEQUENCE));
    private final UpsertRows schedules = new UpsertRows(
            "schedules",
            List.of("symbol"),
            Column.list("symbol text\nschedule jsonb\nchanges jsonb" + AT_AND_SEQUENCE));
    private final UpsertRows announcements = new UpsertRows("announcements", List.of("id"), Column.list("""
            id bigint
            active boolean
            severity text
            text text
            at timestamptz
            announced_at timestamptz
            announced_by text
            event_sequence bigint"""));
    private final ChangedRows referencePrices = new ChangedRows(
            "instruments", "symbol", Column.list("symbol text\nreference_price numeric" + AT_AND_SEQUENCE));

    RuleRows(final Words words) {
        this.words = words;
    }

    void add(final LimitsDefinedDecoder it) {
        final boolean isOfAccount = it.scope() == KillScope.ACCOUNT.number();
        final String target = isOfAccount ? words.account(it.targetId()) : words.participant(it.targetId());
        final int decimals = it.decimals();
        final StringJoiner positions = new StringJoiner(", ", "{", "}");
        for (final LimitsDefinedDecoder.InstrumentsDecoder each : it.instruments()) {
            final String symbol = words.instrument(each.instrumentId()).symbol();
            positions.add(quoted(symbol) + ": " + quoted(amount(each.maximumPosition(), decimals)));
        }
        final String scope = isOfAccount ? KillScope.ACCOUNT.name() : KillScope.FIRM.name();
        limits.put(
                scope + ":" + target,
                scope,
                target,
                amount(it.maximumOrderQuantity(), decimals),
                amount(it.maximumOrderNotional(), decimals),
                amount(it.maximumOpenOrders(), 0),
                amount(it.maximumOpenNotional(), decimals),
                amount(it.maximumPosition(), decimals),
                amount(it.ordersPerSecond(), 0),
                amount(it.orderBurst(), 0),
                positions.toString(),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final FeeTierDefinedDecoder it) {
        final StringJoiner rates = new StringJoiner(", ", "{", "}");
        for (final FeeTierDefinedDecoder.RatesDecoder each : it.rates()) {
            rates.add(quoted(words.instrument(each.instrumentId()).symbol()) + ": {\"makerFeeBp\": "
                    + quoted(amount(each.makerFeeRate(), 2)) + ", \"takerFeeBp\": "
                    + quoted(amount(each.takerFeeRate(), 2)) + ", \"auctionFeeBp\": "
                    + quoted(amount(each.auctionFeeRate(), 2)) + "}");
        }
        final String name = VarData.text(it.nameLength(), it::getName);
        feeTiers.put(
                name,
                name,
                Integer.toString(it.feeTierId()),
                rates.toString(),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final FeeTierAssignedDecoder it) {
        final String account = words.account(it.accountId());
        tiersOfAccounts.put(
                account,
                account,
                it.feeTierId() == 0 ? null : words.feeTier(it.feeTierId()),
                it.nextFeeTierId() == 0 ? null : words.feeTier(it.nextFeeTierId()),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final ScheduleDefinedDecoder it) {
        final StringJoiner changes = new StringJoiner(", ", "[", "]");
        for (final ScheduleDefinedDecoder.ChangesDecoder each : it.changes()) {
            changes.add("{\"at\": " + quoted(Words.micros(each.atMicros())) + ", \"phase\": "
                    + quoted(Phase.of(each.phase()).name()) + "}");
        }
        final String symbol = words.instrument(it.instrumentId()).symbol();
        final String schedule = VarData.text(it.propertiesLength(), it::getProperties);
        schedules.put(
                symbol,
                symbol,
                schedule.isEmpty() ? "{}" : Words.text(schedule),
                changes.toString(),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    void add(final AnnouncedDecoder it) {
        final String id = Long.toString(it.announcementId());
        announcements.put(
                id,
                id,
                Boolean.toString(it.isActive() != 0),
                SEVERITIES.get(it.severity() - 1),
                Words.text(VarData.text(it.textLength(), it::getText)),
                Words.microsOrNull(it.atMicros()),
                Words.micros(it.announcedMicros()),
                words.actor(it.actorId()),
                Long.toString(it.sequence()));
    }

    void add(final ReferencePriceSetDecoder it) {
        final Instrument instrument = words.instrument(it.instrumentId());
        referencePrices.put(
                instrument.symbol(),
                instrument.symbol(),
                instrument.price(it.priceTicks()),
                Words.micros(it.timeMicros()),
                Long.toString(it.sequence()));
    }

    private static String amount(final long value, final int decimals) {
        return value == Decimals.ABSENT
                ? null
                : BigDecimal.valueOf(value, decimals).toPlainString();
    }

    /** The texts here are symbols, numbers, times and words: nothing in them needs an escape. */
    private static String quoted(final String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    void write(final Connection connection) throws SQLException {
        limits.write(connection);
        feeTiers.write(connection);
        tiersOfAccounts.write(connection);
        schedules.write(connection);
        announcements.write(connection);
        referencePrices.write(connection);
    }
}
