package io.vexchange.engine.cluster;

import io.aeron.cluster.RecordingLog;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SessionMessageHeaderDecoder;
import io.aeron.cluster.codecs.TimerEventDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * The command log and the snapshots of a data folder, read from its files: by a stopped venue's tools, or beside a running member up to
 * a position it has applied. One thread.
 */
public final class CommandLog {
    /** Takes entries in the order of the log. */
    public interface Entries {
        /**
         * A command.
         *
         * @param position where the entry ends
         * @param timeMicros of the entry, microseconds since the epoch
         * @param buffer holds the command, reused
         * @param offset of its SBE header
         * @param length bytes
         */
        void onCommand(long position, long timeMicros, DirectBuffer buffer, int offset, int length);

        /**
         * Time has come for what is due.
         *
         * @param position where the entry ends
         * @param timeMicros of the entry
         */
        void onTimer(long position, long timeMicros);

        /**
         * An entry of the cluster itself, such as a connection or a snapshot.
         *
         * @param position where the entry ends
         */
        void onOther(long position);
    }

    /**
     * A snapshot.
     *
     * @param logPosition everything before it is in the snapshot
     * @param recordingId where it is
     */
    record SnapshotEntry(long logPosition, long recordingId) {}

    private final Path archiveDirectory;
    private final long recordingId;
    private final List<SnapshotEntry> snapshots = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SessionMessageHeaderDecoder message = new SessionMessageHeaderDecoder();
    private final TimerEventDecoder timer = new TimerEventDecoder();

    /**
     * @param dataDirectory of a venue that has run
     * @throws LogDamagedException when it has no log
     */
    public CommandLog(final Path dataDirectory) {
        archiveDirectory = dataDirectory.resolve("archive");
        final Path clusterDirectory = dataDirectory.resolve("cluster");
        if (!Files.exists(clusterDirectory.resolve(RecordingLog.RECORDING_LOG_FILE_NAME))) {
            throw new LogDamagedException("there is no log in " + dataDirectory);
        }
        try (RecordingLog log = new RecordingLog(clusterDirectory.toFile(), false)) {
            recordingId = log.findLastTermRecordingId();
            for (final RecordingLog.Entry entry : log.entries()) {
                if (entry.isValid && entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT && entry.serviceId == 0) {
                    snapshots.add(new SnapshotEntry(entry.logPosition, entry.recordingId));
                }
            }
        }
        snapshots.removeIf(each -> !Files.exists(archiveDirectory.resolve(each.recordingId + "-0.rec")));
        snapshots.sort(Comparator.comparingLong(SnapshotEntry::logPosition));
    }

    /**
     * Cuts what a crash left of an entry that was being written, as the next start would do. For a stopped venue only.
     *
     * @param dataDirectory of the venue, locked
     */
    public static void cutTornEnd(final Path dataDirectory) {
        ArchiveRepair.cutTornFrames(dataDirectory.resolve("archive"));
    }

    /** @return the snapshots that are kept, oldest first */
    List<SnapshotEntry> snapshots() {
        return snapshots;
    }

    Recording snapshot(final SnapshotEntry entry) {
        return new Recording(archiveDirectory, entry.recordingId);
    }

    /** @return the first position that is held; 0 while the log is whole */
    public long startPosition() {
        return recordingId < 0 ? 0 : new Recording(archiveDirectory, recordingId).startPosition();
    }

    /**
     * Reads entries.
     *
     * @param from where an entry begins: 0, or the position of a snapshot
     * @param until entries that end behind it are not looked at
     * @param entries takes them
     * @return where the last one ends
     * @throws LogDamagedException when a frame is not what was written
     */
    public long read(final long from, final long until, final Entries entries) {
        if (recordingId < 0) {
            return from;
        }
        return new Recording(archiveDirectory, recordingId)
                .read(
                        from,
                        until,
                        (position, buffer, offset, length) -> onMessage(position, buffer, offset, length, entries));
    }

    private void onMessage(
            final long position, final DirectBuffer buffer, final int offset, final int length, final Entries entries) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new LogDamagedException("the log has an unknown entry before position " + position);
        }
        if (header.templateId() == SessionMessageHeaderDecoder.TEMPLATE_ID) {
            message.wrap(buffer, body, header.blockLength(), header.version());
            final int headers = MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
            entries.onCommand(position, message.timestamp(), buffer, offset + headers, length - headers);
        } else if (header.templateId() == TimerEventDecoder.TEMPLATE_ID) {
            timer.wrap(buffer, body, header.blockLength(), header.version());
            entries.onTimer(position, timer.timestamp());
        } else {
            entries.onOther(position);
        }
    }
}
