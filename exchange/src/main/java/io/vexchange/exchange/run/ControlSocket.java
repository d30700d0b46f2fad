package io.vexchange.exchange.run;

import io.vexchange.exchange.folder.AeronFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How commands of the same user reach the running venue: a line is asked, a text is answered. Only the data folder's owner may open it,
 * so being that user is the permission.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    /** The kernel's bound on a socket's path. */
    private static final int LONGEST_PATH = 100;

    private final Path path;
    private final ServerSocketChannel server;
    private final UnaryOperator<String> answers;

    private ControlSocket(final Path path, final ServerSocketChannel server, final UnaryOperator<String> answers) {
        this.path = path;
        this.server = server;
        this.answers = answers;
    }

    /**
     * @param data the data folder
     * @return where its socket is
     */
    static Path path(final Path data) {
        final Path inData = data.resolve("control");
        return inData.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH
                ? inData
                : Path.of(AeronFolder.inMemory(data) + ".control");
    }

    /**
     * Listens. Only for who holds the data folder's lock.
     *
     * @param data the data folder
     * @param answers from a line asked to the text answered; called by threads of its own, may block
     * @return the open socket
     * @throws UncheckedIOException when it cannot be made
     */
    public static ControlSocket open(final Path data, final UnaryOperator<String> answers) {
        final Path path = path(data);
        try {
            Files.deleteIfExists(path);
            final ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            final ControlSocket socket = new ControlSocket(path, server, answers);
            daemon("control", socket::accept);
            return socket;
        } catch (final IOException e) {
            throw new UncheckedIOException("no control socket at " + path, e);
        }
    }

    /**
     * Asks the running venue.
     *
     * @param data its data folder
     * @param line to ask
     * @return its answer, null when nobody listens
     */
    public static String ask(final Path data, final String line) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path(data)))) {
            channel.write(StandardCharsets.UTF_8.encode(line + '\n'));
            channel.shutdownOutput();
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            return null;
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                final SocketChannel channel = server.accept();
                daemon("control-answer", () -> answer(channel));
            } catch (final AsynchronousCloseException e) {
                return;
            } catch (final IOException e) {
                LOG.warn("control socket", e);
                return;
            }
        }
    }

    private void answer(final SocketChannel channel) {
        try (channel;
                BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            final String line = in.readLine();
            if (line != null) {
                channel.write(StandardCharsets.UTF_8.encode(answers.apply(line.strip())));
            }
        } catch (final IOException e) {
            LOG.debug("control socket: the asker has gone", e);
        } catch (final RuntimeException e) {
            LOG.error("control socket", e);
        }
    }

    private static void daemon(final String name, final Runnable work) {
        final Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
