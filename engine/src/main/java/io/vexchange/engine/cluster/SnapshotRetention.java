package io.vexchange.engine.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.ArchiveException;
import io.aeron.cluster.RecordingLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.agrona.collections.MutableInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Purges the recordings of old snapshots; the log itself is kept. */
final class SnapshotRetention {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotRetention.class);

    private SnapshotRetention() {}

    /** @param kept how many of the newest snapshots stay */
    static void keepNewest(final AeronArchive.Context archiveContext, final Path clusterDirectory, final int kept) {
        try {
            final List<Long> old = oldRecordings(clusterDirectory, kept);
            if (!old.isEmpty()) {
                try (AeronArchive archive = AeronArchive.connect(archiveContext)) {
                    old.forEach(recordingId -> purge(archive, recordingId));
                }
            }
        } catch (final RuntimeException e) {
            LOG.warn("old snapshots stay: {}", e.toString());
        }
    }

    private static List<Long> oldRecordings(final Path clusterDirectory, final int kept) {
        final List<Long> recordings = new ArrayList<>();
        try (RecordingLog log = new RecordingLog(clusterDirectory.toFile(), false)) {
            final TreeSet<Long> positions = new TreeSet<>();
            for (final RecordingLog.Entry entry : log.entries()) {
                if (isSnapshot(entry)) {
                    positions.add(entry.logPosition);
                }
            }
            while (positions.size() > kept) {
                final long position = positions.pollFirst();
                for (final RecordingLog.Entry entry : log.entries()) {
                    if (isSnapshot(entry) && entry.logPosition == position) {
                        recordings.add(entry.recordingId);
                    }
                }
            }
        }
        return recordings;
    }

    private static boolean isSnapshot(final RecordingLog.Entry entry) {
        return entry.isValid && entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT;
    }

    private static void purge(final AeronArchive archive, final long recordingId) {
        final MutableInteger found = new MutableInteger();
        try {
            if (archive.listRecording(
                            recordingId, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) -> found.increment())
                    > 0) {
                archive.purgeRecording(recordingId);
            }
        } catch (final ArchiveException e) {
            LOG.warn("the snapshot recordingId={} stays: {}", recordingId, e.getMessage());
        }
    }
}
