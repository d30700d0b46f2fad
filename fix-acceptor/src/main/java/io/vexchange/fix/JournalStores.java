package io.vexchange.fix;

import io.vexchange.fix.journal.JournalLimits;
import io.vexchange.fix.journal.SessionJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import quickfix.MessageStore;
import quickfix.MessageStoreFactory;
import quickfix.SessionID;

/** The gateway's message store for an acceptor of QuickFIX/J alone, which is what a gateway is measured against. Thread-safe. */
public final class JournalStores implements MessageStoreFactory, AutoCloseable {
    private final Path folder;
    private final List<SessionJournal> journals = new CopyOnWriteArrayList<>();

    /** @param folder where the journals are; made when it is not there */
    public JournalStores(final Path folder) {
        this.folder = folder;
    }

    @Override
    public MessageStore create(final SessionID id) {
        final SessionJournal journal = SessionJournal.open(
                folder.resolve(id.getTargetCompID()), JournalLimits.defaults(), System::currentTimeMillis);
        journals.add(journal);
        return new JournalStore(journal, () -> true);
    }

    /** Everything that was stored is on the disk when this returns, as the gateway does from time to time. */
    public void force() {
        journals.forEach(SessionJournal::force);
    }

    @Override
    public void close() {
        journals.forEach(SessionJournal::close);
    }
}
