package io.vexchange.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Token;
import io.vexchange.engine.client.User;
import io.vexchange.web.access.AddressRange;
import io.vexchange.web.access.Credentials;
import io.vexchange.web.access.Principal;
import io.vexchange.web.access.Role;
import io.vexchange.web.access.TokenHash;
import io.vexchange.web.json.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The directory's users and tokens, these by their hash. A role and accounts are at most the user's, as they stand at the look-up. */
final class LiveCredentials implements Credentials {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Directory directory;
    private final LongSupplier microClock;
    private final Map<Integer, Long> lastUsed = new ConcurrentHashMap<>();
    private volatile Map<String, Secret> byHash = Map.of();

    /** A token with its properties read. */
    private record Secret(
            int tokenId,
            int userId,
            String hash,
            Role role,
            List<String> accounts,
            long expiresMicros,
            List<String> addresses) {}

    LiveCredentials(final Directory directory, final LongSupplier microClock) {
        this.directory = directory;
        this.microClock = microClock;
    }

    /** The directory's tokens have changed. The engine client's thread. */
    void reload() {
        final Map<String, Secret> secrets = new HashMap<>();
        for (final Token token : directory.tokens()) {
            if (token.enabled()) {
                final Secret secret = read(token);
                if (secret != null) {
                    secrets.put(secret.hash(), secret);
                }
            }
        }
        byHash = secrets;
    }

    private static Secret read(final Token token) {
        try {
            final JsonNode it = JSON.readTree(token.properties());
            final String expires = it.path("expiresAt").asText("");
            final Role role = Role.ofWord(it.path("role").asText("").toLowerCase(Locale.ROOT));
            final String hash = it.path("sha256").asText("");
            return hash.isEmpty() || role == null
                    ? null
                    : new Secret(
                            token.id(),
                            token.userId(),
                            hash,
                            role,
                            texts(it.path("accounts")),
                            expires.isEmpty() || expires.equals("null") ? Long.MAX_VALUE : Times.micros(expires),
                            texts(it.path("addresses")));
        } catch (final JsonProcessingException | IllegalArgumentException e) {
            return null; // a token that cannot be read opens nothing
        }
    }

    private static List<String> texts(final JsonNode array) {
        final List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    @Override
    public Principal byToken(final String token, final String address) {
        final String hash = TokenHash.of(token);
        final Secret secret = byHash.get(hash);
        if (secret == null || !TokenHash.same(secret.hash(), hash)) {
            return null;
        }
        if (!secret.addresses().isEmpty()
                && secret.addresses().stream().noneMatch(net -> AddressRange.holds(net, address))) {
            return null;
        }
        final Principal principal = principal(secret);
        if (principal != null) {
            lastUsed.put(secret.tokenId(), microClock.getAsLong());
        }
        return principal;
    }

    /** @return when a token was last used here, 0 for not yet */
    long lastUsedMicros(final int tokenId) {
        return lastUsed.getOrDefault(tokenId, 0L);
    }

    @Override
    public Principal refresh(final Principal principal) {
        for (final Secret secret : byHash.values()) {
            if (secret.tokenId() == principal.tokenId()) {
                return principal(secret);
            }
        }
        return null;
    }

    @Override
    public Login login(final String name) {
        final User user = directory.user(name);
        if (user == null || !user.enabled()) {
            return null;
        }
        final String hash = passwordHash(user);
        return hash.isEmpty() ? null : new Login(user.id(), hash);
    }

    private static String passwordHash(final User user) {
        try {
            return user.properties().isEmpty()
                    ? ""
                    : JSON.readTree(user.properties()).path("passwordHash").asText("");
        } catch (final JsonProcessingException e) {
            return ""; // a password that cannot be read lets nobody in
        }
    }

    @Override
    public Principal byUser(final int userId, final int tokenId) {
        final User user = directory.user(userId);
        if (user == null || !user.enabled()) {
            return null;
        }
        final List<String> names = new ArrayList<>();
        for (final int id : user.accountIds()) {
            final Account account = directory.account(id);
            if (account != null) {
                names.add(account.name());
            }
        }
        return new Principal(user.id(), user.name(), Role.of(user.role()), List.copyOf(names), tokenId);
    }

    private Principal principal(final Secret secret) {
        final User user = directory.user(secret.userId());
        if (user == null || !user.enabled() || microClock.getAsLong() >= secret.expiresMicros()) {
            return null;
        }
        final Role own = Role.of(user.role());
        final boolean isLess =
                own.isStaff() && secret.role().isStaff() && secret.role().compareTo(own) < 0;
        if (own.isStaff() != secret.role().isStaff()) {
            return null;
        }
        return new Principal(
                user.id(), user.name(), isLess ? secret.role() : own, accounts(user, secret), secret.tokenId());
    }

    private List<String> accounts(final User user, final Secret secret) {
        final List<String> names = new ArrayList<>();
        for (final int id : user.accountIds()) {
            final Account account = directory.account(id);
            if (account != null
                    && (secret.accounts().isEmpty() || secret.accounts().contains(account.name()))) {
                names.add(account.name());
            }
        }
        return List.copyOf(names);
    }
}
