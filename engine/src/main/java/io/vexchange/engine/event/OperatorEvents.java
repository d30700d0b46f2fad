package io.vexchange.engine.event;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.protocol.BalanceChangedEncoder;
import io.vexchange.engine.protocol.DayRolledEncoder;
import io.vexchange.engine.protocol.KillSwitchChangedEncoder;
import io.vexchange.engine.risk.KillSwitch;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Balances, kill switches, the trading day. */
public final class OperatorEvents {
    private static final short NO_TRANSFER = 0;
    private static final short DEPOSIT = 1;
    private static final short WITHDRAWAL = 2;

    private final EventLog log;
    private final BalanceChangedEncoder balance = new BalanceChangedEncoder();
    private final DayRolledEncoder dayRolled = new DayRolledEncoder();
    private final KillSwitchChangedEncoder killSwitch = new KillSwitchChangedEncoder();
    private final UnsafeBuffer nothing = new UnsafeBuffer(new byte[0]);

    public OperatorEvents(final EventLog log) {
        this.log = log;
    }

    /** A transfer has been made; {@code amount} above 0 is a deposit. */
    public void transfer(
            final Account account,
            final int assetId,
            final long amount,
            final byte[] reference,
            final DirectBuffer audit,
            final int auditOffset,
            final int auditLength) {
        balance(account, assetId, amount < 0 ? WITHDRAWAL : DEPOSIT, Math.abs(amount), reference.length + auditLength);
        balance.putReference(reference, 0, reference.length).putAudit(audit, auditOffset, auditLength);
        log.commitEvent(balance.encodedLength());
    }

    /** A balance, as a record. */
    public void record(final Account account, final int assetId) {
        balance(account, assetId, NO_TRANSFER, 0, 0);
        balance.putReference(nothing, 0, 0).putAudit(nothing, 0, 0);
        log.commitEvent(balance.encodedLength());
    }

    private void balance(
            final Account account, final int assetId, final short type, final long amount, final int textLength) {
        final int offset = log.claim(BalanceChangedEncoder.BLOCK_LENGTH + Short.BYTES + Integer.BYTES + textLength);
        balance.wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .accountId(account.id)
                .assetId(assetId)
                .transferType(type)
                .amount(amount)
                .total(account.total(assetId))
                .held(account.held(assetId));
    }

    public void dayRolled() {
        final int offset = log.claim(DayRolledEncoder.BLOCK_LENGTH);
        dayRolled
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .tradeDay(log.tradeDay);
        log.commitEvent(dayRolled.encodedLength());
    }

    public void killSwitch(final KillSwitch it) {
        final int offset = log.claim(
                KillSwitchChangedEncoder.BLOCK_LENGTH + 2 * Short.BYTES + it.reason.length + it.releaseReason.length);
        killSwitch
                .wrapAndApplyHeader(log.buffer(), offset, log.header())
                .sequence(log.nextSequence())
                .timeMicros(log.timeMicros)
                .killSwitchId(it.id)
                .scope((short) it.scope.number())
                .targetId(it.targetId)
                .engaged((short) (it.isEngaged ? 1 : 0))
                .canceledOrders(it.canceledOrders)
                .engagedById(it.engagedById)
                .engagedMicros(it.engagedMicros)
                .releasedById(it.releasedById)
                .releasedMicros(it.releasedMicros)
                .putReason(it.reason, 0, it.reason.length)
                .putReleaseReason(it.releaseReason, 0, it.releaseReason.length);
        log.commitEvent(killSwitch.encodedLength());
    }
}
