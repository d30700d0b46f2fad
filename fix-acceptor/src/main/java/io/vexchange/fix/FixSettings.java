package io.vexchange.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a gateway needs to know before it starts.
 *
 * @param bindAddress an address of this machine
 * @param port 0 = any free one
 * @param compId the venue's CompID
 * @param folder where the sessions' journals are, {@code DATA/fix}
 * @param quickfix QuickFIX/J's settings for all sessions, see {@link #readDefaults}
 * @param messageLog true: every message is logged, passwords masked
 * @param tls certificates, null = without TLS
 */
public record FixSettings(
        String bindAddress,
        int port,
        String compId,
        Path folder,
        Map<String, String> quickfix,
        boolean messageLog,
        FixTls tls) {
    private static final Set<String> OURS = Set.of(
            "beginstring",
            "sendercompid",
            "targetcompid",
            "connectiontype",
            "persistmessages",
            "forceresendwhencorruptedstore",
            "enablenextexpectedmsgseqnum",
            "usedatadictionary",
            "datadictionary",
            "rejectmessageonunhandledexception",
            "checkcompid",
            "checklatency",
            "validatesequencenumbers",
            "validateincomingmessage",
            "disableheartbeatcheck",
            "acceptortemplate",
            "starttime",
            "endtime",
            "startday",
            "endday",
            "nonstopsession");

    /** Copies the settings. */
    public FixSettings {
        quickfix = Map.copyOf(quickfix);
    }

    /** Without TLS. */
    public FixSettings(
            final String bindAddress,
            final int port,
            final String compId,
            final Path folder,
            final Map<String, String> quickfix,
            final boolean messageLog) {
        this(bindAddress, port, compId, folder, quickfix, messageLog, null);
    }

    /** @param files of certificates @return a copy with TLS */
    public FixSettings withTls(final FixTls files) {
        return new FixSettings(bindAddress, port, compId, folder, quickfix, messageLog, files);
    }

    /**
     * Reads {@code fix-acceptor.cfg}: a {@code [DEFAULT]} section of QuickFIX/J's settings and nothing else.
     *
     * @param file in QuickFIX/J's format
     * @return its settings
     * @throws IllegalArgumentException naming a section or setting that may not be in it
     * @throws UncheckedIOException when it cannot be read
     */
    public static Map<String, String> readDefaults(final Path file) {
        final Map<String, String> settings = new LinkedHashMap<>();
        try {
            int lineNumber = 0;
            for (final String each : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                lineNumber++;
                final String line = each.strip();
                if (line.isEmpty() || line.startsWith("#") || line.equalsIgnoreCase("[DEFAULT]")) {
                    continue;
                }
                final int equals = line.indexOf('=');
                if (line.startsWith("[") || equals <= 0) {
                    throw fault(
                            file,
                            lineNumber,
                            line,
                            "sessions come from the directory: only [DEFAULT] and its settings");
                }
                final String name = line.substring(0, equals).strip();
                if (isOurs(name)) {
                    throw fault(file, lineNumber, name, "is the venue's own");
                }
                settings.put(name, line.substring(equals + 1).strip());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot read file=" + file, e);
        }
        return settings;
    }

    private static boolean isOurs(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT);
        return OURS.contains(lower)
                || lower.startsWith("reset")
                || lower.startsWith("refresh")
                || lower.startsWith("file")
                || lower.startsWith("jdbc")
                || lower.startsWith("sleepycat")
                || lower.startsWith("socket")
                || lower.contains("port");
    }

    private static IllegalArgumentException fault(
            final Path file, final int lineNumber, final String what, final String why) {
        return new IllegalArgumentException(file + ":" + lineNumber + ": " + what + ": " + why);
    }
}
