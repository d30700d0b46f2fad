package io.vexchange.exchange.run;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JVM's log of its collections, which cannot be opened before it is known where the data folder is. */
final class GcLog {
    private static final Logger LOG = LoggerFactory.getLogger(GcLog.class);

    private GcLog() {}

    /** Opens it; a JVM that does not know how goes without. Takes some hundred milliseconds. */
    static void open(final Path file) {
        final String[] arguments = {
            "output=\"file=" + file + '"',
            "what=gc",
            "decorators=utctime,uptime",
            "output_options=filecount=3,filesize=10m"
        };
        try {
            final Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmLog",
                            new Object[] {arguments},
                            new String[] {String[].class.getName()});
            if (!String.valueOf(answer).isBlank()) {
                LOG.warn("no log of collections: {}", answer);
            }
        } catch (final JMException e) {
            LOG.warn("no log of collections", e);
        }
    }
}
