package io.vexchange.store.projection;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.protocol.AccountDefinedDecoder;
import io.vexchange.engine.protocol.AnnouncedDecoder;
import io.vexchange.engine.protocol.AssetDefinedDecoder;
import io.vexchange.engine.protocol.AuditRecordedDecoder;
import io.vexchange.engine.protocol.BalanceChangedDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.FeeTierAssignedDecoder;
import io.vexchange.engine.protocol.FeeTierDefinedDecoder;
import io.vexchange.engine.protocol.InstrumentDefinedDecoder;
import io.vexchange.engine.protocol.KillSwitchChangedDecoder;
import io.vexchange.engine.protocol.LimitsDefinedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.ParticipantDefinedDecoder;
import io.vexchange.engine.protocol.PegRepricedDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.ReferencePriceSetDecoder;
import io.vexchange.engine.protocol.ScheduleDefinedDecoder;
import io.vexchange.engine.protocol.SessionDefinedDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.engine.protocol.UserDefinedDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Consecutive events as the rows they make. It can be written again when a transaction failed. */
final class Batch {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DirectoryRows directoryRows;
    private final BalanceRows balances;
    private final LedgerRows ledger;
    private final OrderRows orders;
    private final TradeRows trades;
    private final LogRows logs;
    private final RuleRows rules;
    private long lastSequence;
    private int events;

    Batch(final Words words, final Directory directory, final KnownTotals totals) {
        directoryRows = new DirectoryRows(words);
        balances = new BalanceRows(words, totals);
        ledger = new LedgerRows(words, totals);
        orders = new OrderRows(words, balances);
        trades = new TradeRows(words, directory, balances, ledger);
        logs = new LogRows(words);
        rules = new RuleRows(words);
    }

    long lastSequence() {
        return lastSequence;
    }

    int events() {
        return events;
    }

    void add(final Item item) {
        switch (item.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID -> orders.add(OrderReport.decode(item.buffer(), 0));
            case TradeDecoder.TEMPLATE_ID -> {
                final TradeDecoder it = new TradeDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
                trades.add(it, VarData.text(it.reasonLength(), it::getReason));
            }
            case BalanceChangedDecoder.TEMPLATE_ID -> addTransfer(item);
            case AuditRecordedDecoder.TEMPLATE_ID -> {
                final AuditRecordedDecoder it = new AuditRecordedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
                logs.add(it, new AuditText(VarData.text(it.auditLength(), it::getAudit)));
            }
            case PhaseChangedDecoder.TEMPLATE_ID ->
                directoryRows.add(new PhaseChangedDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            case PegRepricedDecoder.TEMPLATE_ID ->
                orders.add(new PegRepricedDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            default -> addDirectoryEntry(item);
        }
        lastSequence = item.sequence();
        events++;
    }

    private void addTransfer(final Item item) {
        final BalanceChangedDecoder it = new BalanceChangedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
        final String reference = VarData.text(it.referenceLength(), it::getReference);
        final AuditText audit = new AuditText(VarData.text(it.auditLength(), it::getAudit));
        balances.put(it.accountId(), it.assetId(), it.total(), it.held(), it.timeMicros(), it.sequence());
        if (it.transferType() != 0) {
            ledger.addTransfer(
                    it.sequence(),
                    it.timeMicros(),
                    it.transferType(),
                    it.accountId(),
                    it.assetId(),
                    it.amount(),
                    it.total(),
                    reference,
                    audit);
        }
    }

    private void addDirectoryEntry(final Item item) {
        switch (item.templateId()) {
            case AssetDefinedDecoder.TEMPLATE_ID -> {
                final AssetDefinedDecoder it = new AssetDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
                directoryRows.add(it, VarData.text(it.nameLength(), it::getName));
            }
            case InstrumentDefinedDecoder.TEMPLATE_ID -> {
                final InstrumentDefinedDecoder it =
                        new InstrumentDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
                directoryRows.add(it, VarData.text(it.symbolLength(), it::getSymbol));
            }
            case ParticipantDefinedDecoder.TEMPLATE_ID -> {
                final ParticipantDefinedDecoder it =
                        new ParticipantDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
                final String name = VarData.text(it.nameLength(), it::getName);
                directoryRows.add(it, name, new AuditText(VarData.text(it.propertiesLength(), it::getProperties)));
            }
            case AccountDefinedDecoder.TEMPLATE_ID -> {
                final AccountDefinedDecoder it =
                        new AccountDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
                directoryRows.add(it, VarData.text(it.nameLength(), it::getName));
            }
            case UserDefinedDecoder.TEMPLATE_ID -> addUser(item);
            case SessionDefinedDecoder.TEMPLATE_ID -> addSession(item);
            case KillSwitchChangedDecoder.TEMPLATE_ID -> {
                final KillSwitchChangedDecoder it =
                        new KillSwitchChangedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
                final String reason = VarData.text(it.reasonLength(), it::getReason);
                directoryRows.add(it, reason, VarData.text(it.releaseReasonLength(), it::getReleaseReason));
            }
            default -> addRule(item);
        }
    }

    private void addRule(final Item item) {
        switch (item.templateId()) {
            case LimitsDefinedDecoder.TEMPLATE_ID ->
                rules.add(new LimitsDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            case FeeTierDefinedDecoder.TEMPLATE_ID ->
                rules.add(new FeeTierDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            case FeeTierAssignedDecoder.TEMPLATE_ID ->
                rules.add(new FeeTierAssignedDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            case ScheduleDefinedDecoder.TEMPLATE_ID ->
                rules.add(new ScheduleDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            case AnnouncedDecoder.TEMPLATE_ID ->
                rules.add(new AnnouncedDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            case ReferencePriceSetDecoder.TEMPLATE_ID ->
                rules.add(new ReferencePriceSetDecoder().wrapAndApplyHeader(item.buffer(), 0, header));
            default -> {
                // an event that no table shows; the position moves over it
            }
        }
    }

    private void addSession(final Item item) {
        final SessionDefinedDecoder it = new SessionDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
        final List<Integer> accountIds = new ArrayList<>();
        for (final SessionDefinedDecoder.AccountsDecoder each : it.accounts()) {
            accountIds.add(each.accountId());
        }
        directoryRows.add(it, accountIds, VarData.text(it.nameLength(), it::getName));
    }

    private void addUser(final Item item) {
        final UserDefinedDecoder it = new UserDefinedDecoder().wrapAndApplyHeader(item.buffer(), 0, header);
        final List<Integer> accountIds = new ArrayList<>();
        for (final UserDefinedDecoder.AccountsDecoder each : it.accounts()) {
            accountIds.add(each.accountId());
        }
        directoryRows.add(it, accountIds, VarData.text(it.nameLength(), it::getName));
    }

    void write(final Connection connection) throws SQLException {
        directoryRows.write(connection);
        orders.write(connection);
        trades.write(connection);
        ledger.write(connection);
        balances.write(connection);
        logs.write(connection);
        rules.write(connection);
    }
}
