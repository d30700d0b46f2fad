package io.vexchange.engine.cluster;

import io.aeron.archive.ArchiveTool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After a crash the last frame of a recording may be torn. It was never acknowledged, so it is cut before the archive starts. */
final class ArchiveRepair {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveRepair.class);

    private ArchiveRepair() {}

    static void cutTornFrames(final Path archiveDirectory) {
        if (!Files.exists(archiveDirectory.resolve("archive.catalog"))) {
            return;
        }
        final ByteArrayOutputStream said = new ByteArrayOutputStream();
        final boolean isSound;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            isSound = ArchiveTool.verify(
                    out, archiveDirectory.toFile(), EnumSet.noneOf(ArchiveTool.VerifyOption.class), null, file -> true);
        }
        if (!isSound) {
            LOG.warn("the archive has recordings that can not be used: {}", said.toString(StandardCharsets.UTF_8));
        }
    }
}
