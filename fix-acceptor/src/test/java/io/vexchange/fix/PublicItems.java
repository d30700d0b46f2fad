package io.vexchange.fix;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.AnnouncedEncoder;
import io.vexchange.engine.protocol.AppliedEncoder;
import io.vexchange.engine.protocol.BalanceChangedEncoder;
import io.vexchange.engine.protocol.BookUpdateEncoder;
import io.vexchange.engine.protocol.KillSwitchChangedEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.PhaseChangedEncoder;
import io.vexchange.engine.protocol.SessionActRequestedEncoder;
import io.vexchange.engine.protocol.TradeEncoder;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;

/** Public events of instrument 1 as the engine would tell them, each with its end of entry when asked. */
final class PublicItems {
    private static final int DAY = 20261125;

    private final ScriptedEngine engine;
    private long publicSequence;

    PublicItems(final ScriptedEngine engine) {
        this.engine = engine;
    }

    long publicSequence() {
        return publicSequence;
    }

    PublicItems book(final int action, final boolean isBid, final long entryId, final long ticks, final long lots) {
        final long mine = ++publicSequence;
        engine.tellEvent(BookUpdateEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final BookUpdateEncoder it = new BookUpdateEncoder();
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_000_000L)
                    .instrumentId(1)
                    .action((short) action)
                    .side((short) (isBid ? '1' : '2'))
                    .publicSequence(mine)
                    .entryId(entryId)
                    .orderId(entryId)
                    .priceTicks(ticks)
                    .displayedLots(lots);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
        return this;
    }

    PublicItems trade(final long tradeId, final long ticks, final long lots) {
        final long mine = ++publicSequence;
        engine.tellEvent(TradeEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final TradeEncoder it = new TradeEncoder();
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_123_456L)
                    .tradeId(tradeId)
                    .instrumentId(1)
                    .publicSequence(mine)
                    .status((short) 0)
                    .aggressorSide((short) '1')
                    .priceTicks(ticks)
                    .lots(lots)
                    .tradeDay(DAY);
            it.putReason(new byte[0], 0, 0);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
        return this;
    }

    PublicItems phase(final int phase) {
        engine.tellEvent(PhaseChangedEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final PhaseChangedEncoder it = new PhaseChangedEncoder();
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_000_000L)
                    .instrumentId(1)
                    .phase((short) phase)
                    .actorId(0)
                    .untilMicros(Long.MIN_VALUE)
                    .nextPhase((short) 0);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
        return this;
    }

    /** Staff asks something of a session: 1 log out, 2 reset. */
    PublicItems act(final int sessionId, final int act) {
        engine.tellEvent(SessionActRequestedEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final SessionActRequestedEncoder it = new SessionActRequestedEncoder();
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_000_000L)
                    .sessionId(sessionId)
                    .act((short) act)
                    .actorId(-1);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
        return this;
    }

    /** The market-wide kill switch. */
    PublicItems killSwitch(final boolean engaged) {
        engine.tellEvent(KillSwitchChangedEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final KillSwitchChangedEncoder it = new KillSwitchChangedEncoder();
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_000_000L)
                    .killSwitchId(1)
                    .scope((short) KillScope.MARKET.number())
                    .engaged((short) (engaged ? 1 : 0));
            it.putReason(new byte[0], 0, 0).putReleaseReason(new byte[0], 0, 0);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
        return this;
    }

    /** Staff announces something that happens now. */
    PublicItems announce(final String text) {
        engine.tellEvent(AnnouncedEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final AnnouncedEncoder it = new AnnouncedEncoder();
            final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_000_000L)
                    .announcementId(1)
                    .isActive((short) 1)
                    .severity((short) 2)
                    .atMicros(Long.MIN_VALUE)
                    .announcedMicros(1_700_000_000_000_000L)
                    .actorId(-1);
            it.putText(bytes, 0, bytes.length);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
        return this;
    }

    /** A balance of account 1. */
    PublicItems balance(final int assetId, final long total, final long held) {
        engine.tellEvent(BalanceChangedEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final BalanceChangedEncoder it = new BalanceChangedEncoder();
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_000_000L)
                    .accountId(1)
                    .assetId(assetId)
                    .transferType((short) 1)
                    .amount(1)
                    .total(total)
                    .held(held);
            it.putReference(new byte[0], 0, 0).putAudit(new byte[0], 0, 0);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
        return this;
    }

    /** The log entry ends, and has been told when this returns. */
    void end() {
        endLater();
        engine.awaitTold();
    }

    /** The log entry ends. */
    void endLater() {
        engine.tellItem(AppliedEncoder.TEMPLATE_ID, sequence -> {
            final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
            final AppliedEncoder it = new AppliedEncoder();
            it.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                    .clientId(0)
                    .sequence(sequence)
                    .timeMicros(1_700_000_000_000_000L);
            return ScriptedEngine.bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
        });
    }
}
