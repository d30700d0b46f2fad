package io.vexchange.exchange;

import io.vexchange.web.access.Passwords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code bin/exchange hash-password}. */
@Command(name = "hash-password", description = "Asks for a password (or reads a line) and prints its Argon2id hash.")
final class HashPasswordCommand extends VenueCommand {
    HashPasswordCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    public Integer call() throws IOException {
        final String password = read();
        if (password == null || password.isEmpty()) {
            throw new StartFailure(ExitCode.USAGE, "no password was given");
        }
        console().say(Passwords.hash(password));
        return ExitCode.OK.status();
    }

    private static String read() throws IOException {
        if (isTerminal()) {
            final char[] typed = System.console().readPassword("Password: ");
            return typed == null ? null : new String(typed);
        }
        return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
    }

    /** Newer JDKs have a console also where there is no terminal. */
    @SuppressWarnings("SystemConsoleNull") // asked together with what the input is
    private static boolean isTerminal() throws IOException {
        final Path input = Path.of("/proc/self/fd/0").toRealPath();
        return System.console() != null
                && (input.startsWith("/dev/pts")
                        || input.getFileName().toString().startsWith("tty"));
    }
}
