package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Directory;
import io.vexchange.web.access.Passwords;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether anybody can come in with a credential that is printed in the documents. */
final class DemoCredentials {
    static final String PASSWORD = "demo";

    private DemoCredentials() {}

    /**
     * Looks first at what is quickly told: a password takes 90 ms to check.
     *
     * @param directory of the venue
     * @param readerPassword of the database, may be null
     * @return whether a demo credential is in force
     */
    static boolean inUse(final Directory directory, final String readerPassword) {
        return find(directory, readerPassword) != null;
    }

    /** @return the first one in force, for people; null when there is none */
    static String find(final Directory directory, final String readerPassword) {
        if (PASSWORD.equals(readerPassword)) {
            return "the password of vex_reader";
        }
        final String token = token(directory);
        return token == null ? password(directory) : token;
    }

    private static String token(final Directory directory) {
        final Set<String> demo = directory.users().stream()
                .map(each -> SeedProperties.sha256(PASSWORD + '-' + each.name()))
                .collect(Collectors.toSet());
        return directory.tokens().stream()
                .filter(each -> each.enabled()
                        && demo.contains(SeedProperties.text(each.properties(), SeedProperties.TOKEN_HASH)))
                .map(each -> "token " + each.name())
                .findFirst()
                .orElse(null);
    }

    private static String password(final Directory directory) {
        return Stream.concat(
                        directory.sessions().stream()
                                .filter(each -> each.enabled() && isDemo(each.properties()))
                                .map(each -> "the password of session " + each.name()),
                        directory.users().stream()
                                .filter(each -> each.enabled() && isDemo(each.properties()))
                                .map(each -> "the password of user " + each.name()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isDemo(final String properties) {
        final String hash = SeedProperties.text(properties, SeedProperties.PASSWORD_HASH);
        return !hash.isEmpty() && Passwords.matches(PASSWORD, hash);
    }
}
