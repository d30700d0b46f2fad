package io.vexchange.fix;

import quickfix.InvalidMessage;
import quickfix.Message;
import quickfix.MessageUtils;
import quickfix.Session;
import quickfix.field.MsgSeqNum;
import quickfix.field.TargetCompID;

/** Reads a message for QuickFIX/J, and keeps from it what it would answer otherwise than this venue does, or not at all. */
final class Incoming {
    private static final String BEGIN = "8=" + FixText.BEGIN_STRING + FixText.SOH;

    private Incoming() {}

    /**
     * QuickFIX/J ends a session without a Reject when the version is wrong (and looks for a dictionary of that version), with one when a
     * CompID is; here both are told alike. A number that is none would be an exception inside it.
     *
     * @param session whose dictionary counts
     * @param raw the message
     * @return the message
     * @throws InvalidMessage when it is garbled, and to be ignored
     */
    static Message parse(final Session session, final String raw) throws InvalidMessage {
        final boolean isOurs = raw.startsWith(BEGIN);
        final Message message = MessageUtils.parse(session, isOurs ? raw : ofOurVersion(raw));
        if (!isOurs) {
            message.getHeader().setString(TargetCompID.FIELD, "?");
        }
        final String number =
                message.getHeader().getOptionalString(MsgSeqNum.FIELD).orElse("0");
        if (LogonRequest.number(number) < 0) {
            throw new InvalidMessage("MsgSeqNum is no number");
        }
        return message;
    }

    private static String ofOurVersion(final String raw) throws InvalidMessage {
        final int from = raw.indexOf("\00135=") + 1;
        final int to = raw.lastIndexOf("\00110=") + 1;
        if (from <= 0 || to <= from) {
            throw new InvalidMessage("no MsgType");
        }
        return FixText.frame(raw.substring(from, to));
    }
}
