package io.vexchange.web.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Browser sessions, in memory: a restart logs everybody out. A session ends 30 minutes after its last request, 12 hours after the log-in,
 * by log-out, and when its user's password is changed elsewhere. Only the hash of a cookie is kept. Threads: any.
 */
public final class BrowserSessions {
    /** Most that are open at once. */
    public static final int MOST = 10_000;

    private static final long IDLE_MICROS = 30L * 60 * 1_000_000;
    private static final long TOTAL_MICROS = 12L * 60 * 60 * 1_000_000;
    private static final int SECRET_BYTES = 32;

    private final LongSupplier microClock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, State> byHash = new ConcurrentHashMap<>();
    private final Map<Integer, State> byNumber = new ConcurrentHashMap<>();
    private int lastNumber;

    private static final class State {
        private final int number;
        private final int userId;
        private final String hash;
        private final String csrfToken;
        private final long endsMicros;
        private volatile long idleMicros;
        private volatile String passwordHash;

        State(final int number, final int userId, final String hash, final String csrfToken, final long endsMicros) {
            this.number = number;
            this.userId = userId;
            this.hash = hash;
            this.csrfToken = csrfToken;
            this.endsMicros = endsMicros;
        }

        long expiresMicros() {
            return Math.min(idleMicros, endsMicros);
        }
    }

    /**
     * A new session and its cookie, which is told once.
     *
     * @param session it
     * @param cookie the secret
     */
    public record Opened(BrowserSession session, String cookie) {}

    /** @param microClock the wall clock, microseconds since the epoch */
    public BrowserSessions(final LongSupplier microClock) {
        this.microClock = microClock;
    }

    /**
     * Logs a user in.
     *
     * @param login whose password was right
     * @return the session, null when there are too many
     */
    public synchronized Opened open(final Credentials.Login login) {
        final long now = microClock.getAsLong();
        if (byHash.size() >= MOST) {
            byHash.values().stream().filter(each -> each.expiresMicros() <= now).forEach(this::remove);
            if (byHash.size() >= MOST) {
                return null;
            }
        }
        final String cookie = secret();
        lastNumber = lastNumber == Integer.MAX_VALUE ? 1 : lastNumber + 1;
        final State state = new State(lastNumber, login.userId(), TokenHash.of(cookie), secret(), now + TOTAL_MICROS);
        state.idleMicros = now + IDLE_MICROS;
        state.passwordHash = login.passwordHash();
        byHash.put(state.hash, state);
        byNumber.put(state.number, state);
        return new Opened(shape(state), cookie);
    }

    private String secret() {
        final byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Finds the session of a request, and keeps it from falling idle.
     *
     * @param cookie as sent
     * @return it, or null when there is none in force
     */
    public BrowserSession find(final String cookie) {
        final State state = byHash.get(TokenHash.of(cookie));
        if (state == null || hasEnded(state)) {
            return null;
        }
        state.idleMicros = microClock.getAsLong() + IDLE_MICROS;
        return shape(state);
    }

    /**
     * Whose session it is, as he stands now.
     *
     * @param number of a session
     * @param credentials of the venue
     * @return null when the session or the user's right to it has ended
     */
    public Principal principal(final int number, final Credentials credentials) {
        final State state = byNumber.get(number);
        if (state == null || hasEnded(state)) {
            return null;
        }
        final Principal principal = credentials.byUser(state.userId, -number);
        if (principal != null) {
            final Credentials.Login login = credentials.login(principal.user());
            if (login != null && login.passwordHash().equals(state.passwordHash)) {
                return principal;
            }
        }
        remove(state);
        return null;
    }

    /**
     * The user of a session changes his own password: this session goes on, his others end.
     *
     * @param number of the session
     * @param passwordHash in force from now on
     */
    public void passwordChanged(final int number, final String passwordHash) {
        final State state = byNumber.get(number);
        if (state != null) {
            state.passwordHash = passwordHash;
        }
    }

    /** @param number of the session that is logged out */
    public void close(final int number) {
        final State state = byNumber.get(number);
        if (state != null) {
            remove(state);
        }
    }

    private boolean hasEnded(final State state) {
        if (microClock.getAsLong() < state.expiresMicros()) {
            return false;
        }
        remove(state);
        return true;
    }

    private void remove(final State state) {
        byHash.remove(state.hash);
        byNumber.remove(state.number);
    }

    private static BrowserSession shape(final State state) {
        return new BrowserSession(state.number, state.userId, state.csrfToken, state.expiresMicros());
    }
}
