package io.vexchange.fix;

import io.vexchange.fix.journal.SessionJournal;
import java.util.Collection;
import java.util.Date;
import java.util.function.BooleanSupplier;
import quickfix.MessageStore;

/**
 * QuickFIX/J's view of a session's journal. The event a message tells is named by {@link #telling} right before QuickFIX/J stores it, by
 * the same thread and under its lock of the outgoing number.
 */
final class JournalStore implements MessageStore {
    private final SessionJournal journal;
    private final BooleanSupplier keepsMessages;
    private long eventSequence;
    private long toldEvent;

    /**
     * @param journal of the session
     * @param keepsMessages false: numbers only, what is asked again is gap-filled
     */
    JournalStore(final SessionJournal journal, final BooleanSupplier keepsMessages) {
        this.journal = journal;
        this.keepsMessages = keepsMessages;
    }

    void telling(final long sequence) {
        eventSequence = sequence;
    }

    /** @return true when the event has been stored with a number; for the thread that has sent it */
    boolean told(final long sequence) {
        return toldEvent == sequence;
    }

    @Override
    public boolean set(final int sequence, final String message) {
        if (keepsMessages.getAsBoolean()) {
            journal.out(sequence, eventSequence, message);
        } else {
            journal.nextSender(sequence + 1);
        }
        if (eventSequence > 0) {
            toldEvent = eventSequence;
        }
        return true;
    }

    @Override
    public void get(final int startSequence, final int endSequence, final Collection<String> messages) {
        journal.read(startSequence, endSequence, (number, message) -> messages.add(message));
    }

    @Override
    public int getNextSenderMsgSeqNum() {
        return journal.nextSender();
    }

    @Override
    public int getNextTargetMsgSeqNum() {
        return journal.nextTarget();
    }

    @Override
    public void setNextSenderMsgSeqNum(final int next) {
        journal.nextSender(next);
    }

    @Override
    public void setNextTargetMsgSeqNum(final int next) {
        journal.nextTarget(next);
    }

    /** Storing the message has moved the number. */
    @Override
    public void incrNextSenderMsgSeqNum() {}

    @Override
    public void incrNextTargetMsgSeqNum() {
        journal.nextTarget(journal.nextTarget() + 1);
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // QuickFIX/J's type
    public Date getCreationTime() {
        return new Date(journal.createdMillis());
    }

    @Override
    public void reset() {
        journal.reset();
    }

    @Override
    public void refresh() {}
}
