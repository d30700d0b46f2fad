package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.account.TransferReferences;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.OperatorEvents;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.TransferDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/** Deposits and withdrawals. The other side is outside the venue. */
final class Transfers {
    /** What the opening balances of a new venue all bear. */
    private static final byte[] SEED = "seed".getBytes(StandardCharsets.US_ASCII);

    private final EventLog log;
    private final Accounts accounts;
    private final Directory directory;
    private final OperatorEvents operatorEvents;
    private final RequestEvents requestEvents;
    private final Outbox outbox;

    Transfers(final CoreParts parts, final Outbox outbox) {
        log = parts.log;
        accounts = parts.accounts;
        directory = parts.directory;
        operatorEvents = parts.operatorEvents;
        requestEvents = parts.requestEvents;
        this.outbox = outbox;
    }

    void take(final TransferDecoder command, final DirectBuffer buffer, final Answer answer) {
        if (outbox.isFull()) {
            answer.refused(Code.OUTBOX_FULL);
            return;
        }
        final byte[] reference = Texts.copy(buffer, command.limit() + Short.BYTES, command.referenceLength());
        command.skipReference();
        final int auditOffset = command.limit() + Integer.BYTES;
        final int auditLength = command.auditLength();
        final Account account = accounts.get(command.accountId());
        final Asset asset = directory.assets.get(command.assetId());
        final long amount = command.amount();
        final TransferReferences.Entry known = account == null ? null : known(account, reference);
        final boolean isRepeat = known != null && known.assetId == command.assetId() && known.amount == amount;
        if (isRepeat) {
            answer.done(known.sequence);
            return;
        }
        final Code code = known == null ? refusal(account, asset, amount, reference) : Code.REFERENCE_USED;
        if (code == Code.NONE) {
            transfer(account, asset, amount, reference, buffer, auditOffset, auditLength);
            answer.done(0);
        } else {
            answer.refused(code);
        }
        requestEvents.audit(
                0,
                (amount < 0 ? AuditAction.WITHDRAWAL : AuditAction.DEPOSIT).number(),
                code.number(),
                command.accountId(),
                buffer,
                auditOffset,
                auditLength);
    }

    private static TransferReferences.Entry known(final Account account, final byte[] reference) {
        return account.references == null ? null : account.references.get(reference);
    }

    private static Code refusal(final Account account, final Asset asset, final long amount, final byte[] reference) {
        if (account == null || asset == null) {
            return Code.NOT_FOUND;
        }
        if (amount == 0 || amount == Long.MIN_VALUE || reference.length > TransferReferences.MAX_LENGTH) {
            return Code.INVALID;
        }
        if (amount > 0) {
            return asset.hasRoomFor(amount) ? Code.NONE : Code.ASSET_OVERFLOW;
        }
        return account.available(asset.id) < -amount ? Code.NOT_COVERED : Code.NONE;
    }

    private void transfer(
            final Account account,
            final Asset asset,
            final long amount,
            final byte[] reference,
            final DirectBuffer buffer,
            final int auditOffset,
            final int auditLength) {
        account.post(asset, amount);
        asset.issuedUnits += amount;
        operatorEvents.transfer(account, asset.id, amount, reference, buffer, auditOffset, auditLength);
        if (reference.length > 0 && !Arrays.equals(reference, SEED)) {
            if (account.references == null) {
                account.references = new TransferReferences();
            }
            account.references.add(new TransferReferences.Entry(reference, asset.id, amount, log.sequence()));
        }
    }
}
