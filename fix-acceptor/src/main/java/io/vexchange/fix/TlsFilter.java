package io.vexchange.fix;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS 1.2 and 1.3 in front of the codec. Files that have changed are used for the next connection; bad ones are told and not used. */
final class TlsFilter extends SslFilter {
    private static final Logger LOG = LoggerFactory.getLogger(TlsFilter.class);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final FixTls files;
    private SSLContext context;
    private List<Object> seen;
    private long lookedNanos;

    TlsFilter(final FixTls files) {
        this(files, PemFiles.context(files));
    }

    private TlsFilter(final FixTls files, final SSLContext first) {
        super(first);
        this.files = files;
        this.context = first;
        this.seen = stamps(files);
        this.lookedNanos = System.nanoTime();
    }

    /** The time of change and the file behind a link: what an exchange of certificates alters. */
    private static List<Object> stamps(final FixTls files) {
        final List<Object> stamps = new ArrayList<>();
        for (final Path each : new Path[] {files.certificate(), files.key(), files.clientCa()}) {
            try {
                stamps.add(each == null ? "" : Files.getLastModifiedTime(each));
                stamps.add(each == null ? "" : Files.size(each));
            } catch (final IOException e) {
                stamps.add(Objects.toString(e.getMessage()));
            }
        }
        return stamps;
    }

    private synchronized SSLContext current() {
        if (System.nanoTime() - lookedNanos > LOOK_NANOS) {
            lookedNanos = System.nanoTime();
            final List<Object> now = stamps(files);
            if (!now.equals(seen)) {
                seen = now;
                try {
                    context = PemFiles.context(files);
                    LOG.info("certificates read again");
                } catch (final IllegalArgumentException e) {
                    LOG.error("the certificates from before stay in use: {}", e.getMessage());
                }
            }
        }
        return context;
    }

    @Override
    protected SSLEngine createEngine(final IoSession session, final InetSocketAddress peer) {
        final SSLEngine engine = current().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        engine.setWantClientAuth(files.clientCa() != null);
        return engine;
    }
}
