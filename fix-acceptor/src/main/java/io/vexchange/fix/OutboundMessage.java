package io.vexchange.fix;

import java.time.Clock;
import java.time.Instant;
import quickfix.Message;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.SenderCompID;
import quickfix.field.SendingTime;
import quickfix.field.TargetCompID;

/**
 * An application message whose body is text already. QuickFIX/J fills in the header (number, time, CompIDs) and asks for the text; this
 * spares building and sorting fields.
 */
final class OutboundMessage extends Message {
    private static final long serialVersionUID = 1L;

    private final String msgType;
    private final CharSequence body;
    private final long eventSequence;
    private final boolean microseconds;

    /**
     * @param msgType 35
     * @param body the fields behind the header, each ended by SOH
     * @param eventSequence of the event it tells, 0 = none
     * @param microseconds precision of 52
     */
    OutboundMessage(
            final String msgType, final CharSequence body, final long eventSequence, final boolean microseconds) {
        this.msgType = msgType;
        this.body = body;
        this.eventSequence = eventSequence;
        this.microseconds = microseconds;
        getHeader().setString(MsgType.FIELD, msgType);
    }

    @Override
    protected Header newHeader() {
        return new TimeHeader();
    }

    long eventSequence() {
        return eventSequence;
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder(body.length() + 80);
        FixText.field(text, MsgType.FIELD, msgType);
        FixText.field(text, MsgSeqNum.FIELD, header(MsgSeqNum.FIELD));
        FixText.field(text, SenderCompID.FIELD, header(SenderCompID.FIELD));
        if (microseconds) {
            text.append("52=");
            FixText.time(text, nowMicros(), true).append(FixText.SOH);
        } else {
            FixText.field(text, SendingTime.FIELD, header(SendingTime.FIELD));
        }
        FixText.field(text, TargetCompID.FIELD, header(TargetCompID.FIELD));
        return FixText.frame(text.append(body));
    }

    private String header(final int tag) {
        return getHeader().getOptionalString(tag).orElse("");
    }

    static long nowMicros() {
        final Instant now = Clock.systemUTC().instant();
        return now.getEpochSecond() * 1_000_000L + now.getNano() / 1_000;
    }
}
