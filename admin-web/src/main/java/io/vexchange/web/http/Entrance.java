package io.vexchange.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.vexchange.web.access.BrowserSession;
import io.vexchange.web.access.BrowserSessions;
import io.vexchange.web.access.Principal;
import io.vexchange.web.access.TokenHash;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.util.Locale;

/**
 * Finds who calls. A bearer token wins over a cookie and needs no CSRF token; a wrong one is refused at once. A cookie that opens nothing
 * any more is no credential, for a browser sends it as long as it lives. Threads: any.
 */
final class Entrance {
    private static final String SESSION = "vex.browser-session";

    private final Venue venue;
    private final BrowserSessions sessions;

    Entrance(final Venue venue, final BrowserSessions sessions) {
        this.venue = venue;
        this.sessions = sessions;
    }

    /** @return who calls, null without a credential */
    Principal caller(final Context context) {
        final String header = context.header("Authorization");
        if (header == null) {
            return byCookie(context);
        }
        final String token = bearer(header);
        final Principal principal = token == null
                ? null
                : venue.credentials().byToken(token, context.req().getRemoteAddr());
        if (principal == null) {
            throw new ProblemException(Problems.UNAUTHENTICATED, "the token is unknown, expired or revoked");
        }
        return principal;
    }

    private Principal byCookie(final Context context) {
        final String cookie = SessionCookie.of(context.req());
        final BrowserSession session = cookie == null ? null : sessions.find(cookie);
        if (session == null) {
            return null;
        }
        final Principal principal = sessions.principal(session.number(), venue.credentials());
        if (principal != null) {
            context.attribute(SESSION, session);
        }
        return principal;
    }

    /** @throws ProblemException CSRF when a cookie alone would change something */
    static void checkCsrf(final Context context) {
        final BrowserSession session = session(context);
        if (session == null
                || context.method().equals(HandlerType.GET)
                || context.method().equals(HandlerType.HEAD)) {
            return;
        }
        final String given = context.header("X-CSRF-Token");
        if (given == null || !TokenHash.same(session.csrfToken(), given)) {
            throw new ProblemException(Problems.CSRF, "send the session's csrfToken as X-CSRF-Token");
        }
    }

    /** @return the browser session of a request, null when it comes with a token or without a credential */
    static BrowserSession session(final Context context) {
        return context.attribute(SESSION);
    }

    static String bearer(final String header) {
        final String[] parts = header.trim().split(" +", 2);
        return parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).equals("bearer") ? parts[1] : null;
    }
}
