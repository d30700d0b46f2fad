package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.User;
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
        return PASSWORD.equals(readerPassword) || hasToken(directory) || hasPassword(directory);
    }

    private static boolean hasToken(final Directory directory) {
        final Set<String> demo = directory.users().stream()
                .map(each -> SeedProperties.sha256(PASSWORD + '-' + each.name()))
                .collect(Collectors.toSet());
        return directory.tokens().stream()
                .anyMatch(each -> each.enabled()
                        && demo.contains(SeedProperties.text(each.properties(), SeedProperties.TOKEN_HASH)));
    }

    private static boolean hasPassword(final Directory directory) {
        return Stream.concat(
                        directory.sessions().stream().filter(Session::enabled).map(Session::properties),
                        directory.users().stream().filter(User::enabled).map(User::properties))
                .map(each -> SeedProperties.text(each, SeedProperties.PASSWORD_HASH))
                .anyMatch(each -> !each.isEmpty() && Passwords.matches(PASSWORD, each));
    }
}
