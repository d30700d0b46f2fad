package io.vexchange.engine.command;

import io.vexchange.engine.EventSink;
import io.vexchange.engine.protocol.AnnounceDecoder;
import io.vexchange.engine.protocol.AssignFeeTierDecoder;
import io.vexchange.engine.protocol.AuditNoteDecoder;
import io.vexchange.engine.protocol.BustTradeDecoder;
import io.vexchange.engine.protocol.CancelOnDisconnectDecoder;
import io.vexchange.engine.protocol.CancelOrderDecoder;
import io.vexchange.engine.protocol.ConsumerPositionDecoder;
import io.vexchange.engine.protocol.CorrectTradeDecoder;
import io.vexchange.engine.protocol.DefineAccountDecoder;
import io.vexchange.engine.protocol.DefineAssetDecoder;
import io.vexchange.engine.protocol.DefineFeeTierDecoder;
import io.vexchange.engine.protocol.DefineInstrumentDecoder;
import io.vexchange.engine.protocol.DefineParticipantDecoder;
import io.vexchange.engine.protocol.DefineSessionDecoder;
import io.vexchange.engine.protocol.DefineTokenDecoder;
import io.vexchange.engine.protocol.DefineUserDecoder;
import io.vexchange.engine.protocol.EngageKillSwitchDecoder;
import io.vexchange.engine.protocol.HelloDecoder;
import io.vexchange.engine.protocol.MassCancelDecoder;
import io.vexchange.engine.protocol.MassStatusRequestDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.NewOrderDecoder;
import io.vexchange.engine.protocol.OpenLogDecoder;
import io.vexchange.engine.protocol.OrderStatusRequestDecoder;
import io.vexchange.engine.protocol.OriginDecoder;
import io.vexchange.engine.protocol.ReleaseKillSwitchDecoder;
import io.vexchange.engine.protocol.ReplaceOrderDecoder;
import io.vexchange.engine.protocol.SessionActDecoder;
import io.vexchange.engine.protocol.SessionActDoneDecoder;
import io.vexchange.engine.protocol.SetCancelAfterDecoder;
import io.vexchange.engine.protocol.SetLimitsDecoder;
import io.vexchange.engine.protocol.SetPhaseDecoder;
import io.vexchange.engine.protocol.SetReferencePriceDecoder;
import io.vexchange.engine.protocol.SetScheduleDecoder;
import io.vexchange.engine.protocol.TransferDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Says whether a command is whole: a known template whose block, groups and texts lie within its length. */
final class Shapes {
    /** Room an event needs beside the texts of the command it tells of. */
    private static final int RESERVE = 1_024;

    private static final int HEADER_LENGTH = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int ORIGIN_LENGTH = OriginDecoder.ENCODED_LENGTH;
    private static final char SHORT_TEXT = 's';
    private static final char GROUP = 'g';

    private final int[] blockLengths = new int[64];
    /** Least length of an entry of the command's group. */
    private final int[] entryLengths = new int[64];

    private final String[] tails = new String[64];

    Shapes() {
        add(HelloDecoder.TEMPLATE_ID, HelloDecoder.BLOCK_LENGTH, "s");
        add(OpenLogDecoder.TEMPLATE_ID, OpenLogDecoder.BLOCK_LENGTH, "");
        add(ConsumerPositionDecoder.TEMPLATE_ID, ConsumerPositionDecoder.BLOCK_LENGTH, "");
        add(NewOrderDecoder.TEMPLATE_ID, NewOrderDecoder.BLOCK_LENGTH, "ss");
        add(ReplaceOrderDecoder.TEMPLATE_ID, ReplaceOrderDecoder.BLOCK_LENGTH, "ss");
        add(CancelOrderDecoder.TEMPLATE_ID, CancelOrderDecoder.BLOCK_LENGTH, "ssl");
        add(MassCancelDecoder.TEMPLATE_ID, MassCancelDecoder.BLOCK_LENGTH, "ssl");
        add(OrderStatusRequestDecoder.TEMPLATE_ID, OrderStatusRequestDecoder.BLOCK_LENGTH, "sss");
        add(MassStatusRequestDecoder.TEMPLATE_ID, MassStatusRequestDecoder.BLOCK_LENGTH, "s");
        add(CancelOnDisconnectDecoder.TEMPLATE_ID, CancelOnDisconnectDecoder.BLOCK_LENGTH, "");
        add(DefineAssetDecoder.TEMPLATE_ID, DefineAssetDecoder.BLOCK_LENGTH, "sl");
        add(DefineInstrumentDecoder.TEMPLATE_ID, DefineInstrumentDecoder.BLOCK_LENGTH, "sll");
        add(DefineParticipantDecoder.TEMPLATE_ID, DefineParticipantDecoder.BLOCK_LENGTH, "sll");
        add(DefineAccountDecoder.TEMPLATE_ID, DefineAccountDecoder.BLOCK_LENGTH, "sll");
        add(DefineSessionDecoder.TEMPLATE_ID, DefineSessionDecoder.BLOCK_LENGTH, "gsll");
        add(DefineUserDecoder.TEMPLATE_ID, DefineUserDecoder.BLOCK_LENGTH, "gsll");
        add(DefineTokenDecoder.TEMPLATE_ID, DefineTokenDecoder.BLOCK_LENGTH, "sll");
        add(TransferDecoder.TEMPLATE_ID, TransferDecoder.BLOCK_LENGTH, "sl");
        add(SetPhaseDecoder.TEMPLATE_ID, SetPhaseDecoder.BLOCK_LENGTH, "l");
        add(SetReferencePriceDecoder.TEMPLATE_ID, SetReferencePriceDecoder.BLOCK_LENGTH, "l");
        add(SetScheduleDecoder.TEMPLATE_ID, SetScheduleDecoder.BLOCK_LENGTH, "gll");
        add(EngageKillSwitchDecoder.TEMPLATE_ID, EngageKillSwitchDecoder.BLOCK_LENGTH, "l");
        add(ReleaseKillSwitchDecoder.TEMPLATE_ID, ReleaseKillSwitchDecoder.BLOCK_LENGTH, "l");
        add(BustTradeDecoder.TEMPLATE_ID, BustTradeDecoder.BLOCK_LENGTH, "l");
        add(CorrectTradeDecoder.TEMPLATE_ID, CorrectTradeDecoder.BLOCK_LENGTH, "l");
        add(SetLimitsDecoder.TEMPLATE_ID, SetLimitsDecoder.BLOCK_LENGTH, "gl");
        add(DefineFeeTierDecoder.TEMPLATE_ID, DefineFeeTierDecoder.BLOCK_LENGTH, "gsl");
        add(AssignFeeTierDecoder.TEMPLATE_ID, AssignFeeTierDecoder.BLOCK_LENGTH, "l");
        add(AnnounceDecoder.TEMPLATE_ID, AnnounceDecoder.BLOCK_LENGTH, "sl");
        add(SessionActDecoder.TEMPLATE_ID, SessionActDecoder.BLOCK_LENGTH, "l");
        add(SessionActDoneDecoder.TEMPLATE_ID, SessionActDoneDecoder.BLOCK_LENGTH, "");
        add(SetCancelAfterDecoder.TEMPLATE_ID, SetCancelAfterDecoder.BLOCK_LENGTH, "");
        add(AuditNoteDecoder.TEMPLATE_ID, AuditNoteDecoder.BLOCK_LENGTH, "l");
        groups();
    }

    private void groups() {
        entryLengths[DefineSessionDecoder.TEMPLATE_ID] = DefineSessionDecoder.AccountsDecoder.sbeBlockLength();
        entryLengths[DefineUserDecoder.TEMPLATE_ID] = DefineUserDecoder.AccountsDecoder.sbeBlockLength();
        entryLengths[SetLimitsDecoder.TEMPLATE_ID] = SetLimitsDecoder.InstrumentsDecoder.sbeBlockLength();
        entryLengths[SetScheduleDecoder.TEMPLATE_ID] = SetScheduleDecoder.ChangesDecoder.sbeBlockLength();
        entryLengths[DefineFeeTierDecoder.TEMPLATE_ID] = DefineFeeTierDecoder.RatesDecoder.sbeBlockLength();
    }

    private void add(final int templateId, final int blockLength, final String tail) {
        blockLengths[templateId] = blockLength;
        tails[templateId] = tail;
    }

    /** True when who sends it can be read. */
    boolean hasOrigin(final DirectBuffer buffer, final int offset, final int length) {
        return length >= HEADER_LENGTH + ORIGIN_LENGTH
                && number(buffer, offset + MessageHeaderDecoder.schemaIdEncodingOffset())
                        == MessageHeaderDecoder.SCHEMA_ID
                && number(buffer, offset) >= ORIGIN_LENGTH;
    }

    boolean isWhole(final DirectBuffer buffer, final int offset, final int length) {
        final int templateId = number(buffer, offset + MessageHeaderDecoder.templateIdEncodingOffset());
        final int blockLength = number(buffer, offset);
        if (length > EventSink.MAX_ITEM_LENGTH - RESERVE
                || templateId >= tails.length
                || tails[templateId] == null
                || blockLength < blockLengths[templateId]) {
            return false;
        }
        final int end = offset + length;
        int at = offset + HEADER_LENGTH + blockLength;
        final String tail = tails[templateId];
        for (int i = 0; i < tail.length() && at <= end; i++) {
            at = after(buffer, at, end, tail.charAt(i), entryLengths[templateId]);
        }
        return at <= end;
    }

    /** Where the audit of an act of staff begins, with its length; below 0 when the whole command is none. */
    int actAuditOffset(final DirectBuffer buffer, final int offset, final int length) {
        final int templateId = number(buffer, offset + MessageHeaderDecoder.templateIdEncodingOffset());
        if (templateId < DefineAssetDecoder.TEMPLATE_ID
                || templateId == TransferDecoder.TEMPLATE_ID
                || templateId == AuditNoteDecoder.TEMPLATE_ID) {
            return -1;
        }
        final String tail = tails[templateId];
        if (tail.isEmpty()) {
            return -1;
        }
        int at = offset + HEADER_LENGTH + number(buffer, offset);
        for (int i = 0; i < tail.length() - 1; i++) {
            at = after(buffer, at, offset + length, tail.charAt(i), entryLengths[templateId]);
        }
        return at;
    }

    /** Where the part that begins at a place ends, behind the end when it is cut off. */
    private static int after(
            final DirectBuffer buffer, final int at, final int end, final char kind, final int leastEntryLength) {
        if (at + Integer.BYTES > end && (kind != SHORT_TEXT || at + Short.BYTES > end)) {
            return end + 1;
        }
        if (kind == SHORT_TEXT) {
            return at + Short.BYTES + number(buffer, at);
        }
        if (kind == GROUP) {
            final int entryLength = number(buffer, at);
            final long groupLength = (long) entryLength * number(buffer, at + Short.BYTES);
            return entryLength < leastEntryLength || groupLength > end - at
                    ? end + 1
                    : at + Integer.BYTES + (int) groupLength;
        }
        final long textLength = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF_FFFFL;
        return textLength > end - at ? end + 1 : at + Integer.BYTES + (int) textLength;
    }

    private static int number(final DirectBuffer buffer, final int at) {
        return buffer.getShort(at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }
}
