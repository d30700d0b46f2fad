package io.vexchange.web.stream;

import io.vexchange.web.WebSettings;
import io.vexchange.web.access.BrowserSession;
import io.vexchange.web.access.BrowserSessions;
import io.vexchange.web.access.Principal;
import io.vexchange.web.http.Frame;
import io.vexchange.web.http.HostNames;
import io.vexchange.web.http.ProblemWriter;
import io.vexchange.web.http.SessionCookie;
import io.vexchange.web.http.Venue;
import io.vexchange.web.json.Json;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;

/**
 * The door of {@code /ws/v1}: host, query, origin, credential and numbers are checked before the upgrade, and a refusal is a problem
 * document. It upgrades past Javalin's own WebSocket support, which makes an HTTP session for each socket and shows no pong.
 */
public final class WebSocketGate implements Filter {
    /** The path it guards. */
    public static final String PATH = "/ws/v1";

    private final WebSettings settings;
    private final Venue venue;
    private final HostNames hosts;
    private final BrowserSessions sessions;
    private final Supplier<Hub> hub;
    private final AtomicInteger sockets = new AtomicInteger();
    private final Map<Object, Integer> socketsOf = new ConcurrentHashMap<>();

    /**
     * @param settings of the server
     * @param venue behind it
     * @param hosts names it is called by
     * @param sessions of browsers
     * @param hub that takes the sockets; asked for only when the venue is READY
     */
    public WebSocketGate(
            final WebSettings settings,
            final Venue venue,
            final HostNames hosts,
            final BrowserSessions sessions,
            final Supplier<Hub> hub) {
        this.settings = settings;
        this.venue = venue;
        this.hosts = hosts;
        this.sessions = sessions;
        this.hub = hub;
    }

    @Override
    public void doFilter(final ServletRequest request, final ServletResponse response, final FilterChain chain)
            throws IOException, ServletException {
        final HttpServletRequest req = (HttpServletRequest) request;
        final HttpServletResponse res = (HttpServletResponse) response;
        if (req.getHeader("Sec-WebSocket-Version") == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            open(req, res, admit(req));
        } catch (final ProblemException problem) {
            refuse(req, res, problem);
        }
    }

    private Principal admit(final HttpServletRequest req) {
        final String host = req.getHeader("Host");
        if (!hosts.isOurs(host)) {
            throw new ProblemException(Problems.WRONG_HOST, "host=" + host);
        }
        if (venue.state() != Venue.State.READY) {
            throw ProblemException.ofRetry(
                    venue.state() == Venue.State.STARTING ? Problems.RECOVERING : Problems.STOPPING, "not now", 1);
        }
        if (req.getQueryString() != null) {
            throw new ProblemException(Problems.UNKNOWN_PARAMETER, "a WebSocket takes no query string");
        }
        if (!hosts.isOurOrigin(req.getHeader("Origin"), host, settings.origins())) {
            throw new ProblemException(Problems.FORBIDDEN, "origin=" + req.getHeader("Origin"));
        }
        final String header = req.getHeader("Authorization");
        if (header == null) {
            return byCookie(req);
        }
        final String token = Frame.bearer(header);
        final Principal principal = token == null ? null : venue.credentials().byToken(token, req.getRemoteAddr());
        if (principal == null) {
            throw new ProblemException(Problems.UNAUTHENTICATED, "the token is unknown, expired or revoked");
        }
        return principal;
    }

    /** A cookie counts only with an Origin of our own: without one any page could have sent it. */
    private Principal byCookie(final HttpServletRequest req) {
        final String cookie = SessionCookie.of(req);
        final BrowserSession session = cookie == null ? null : sessions.find(cookie);
        final Principal principal = session == null ? null : sessions.principal(session.number(), venue.credentials());
        if (principal != null && req.getHeader("Origin") == null) {
            throw new ProblemException(Problems.FORBIDDEN, "a cookie needs an Origin");
        }
        return principal;
    }

    private void open(final HttpServletRequest req, final HttpServletResponse res, final Principal principal)
            throws IOException {
        final String address = req.getRemoteAddr();
        final Object key = principal == null ? address : principal.userId();
        final Runnable release = take(key);
        final JettyWebSocketServerContainer container =
                JettyWebSocketServerContainer.getContainer(req.getServletContext());
        boolean upgraded = false;
        try {
            upgraded = container.upgrade(
                    (asked, answer) -> {
                        answer.setExtensions(List.of()); // no compression: it doubles the cost of a viewer
                        return new ViewerSocket(hub.get(), principal, address, release);
                    },
                    req,
                    res);
        } finally {
            if (!upgraded) {
                release.run();
            }
        }
        if (!upgraded && !res.isCommitted()) {
            throw new ProblemException(Problems.BAD_REQUEST, "no WebSocket handshake");
        }
    }

    /** @return what gives the place back */
    private Runnable take(final Object key) {
        final boolean fits = sockets.incrementAndGet() <= settings.sockets();
        if (socketsOf.merge(key, 1, Integer::sum) > settings.socketsPerUser() || !fits) {
            release(key);
            throw ProblemException.ofRetry(Problems.BUSY, "too many sockets", 5);
        }
        return () -> release(key);
    }

    private void release(final Object key) {
        sockets.decrementAndGet();
        socketsOf.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }

    private static void refuse(
            final HttpServletRequest req, final HttpServletResponse res, final ProblemException problem)
            throws IOException {
        res.setStatus(problem.kind().status());
        res.setContentType(ProblemWriter.MEDIA_TYPE);
        res.setHeader("Cache-Control", "no-store");
        if (problem.kind().status() == 401) {
            res.setHeader("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfterSeconds() > 0) {
            res.setHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        }
        res.getOutputStream().write(Json.bytes(ProblemWriter.body(problem, req.getRequestURI(), null)));
    }
}
