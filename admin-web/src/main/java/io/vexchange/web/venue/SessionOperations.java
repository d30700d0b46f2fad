package io.vexchange.web.venue;

import io.vexchange.engine.model.Code;
import io.vexchange.web.access.Access;
import io.vexchange.web.access.BrowserSession;
import io.vexchange.web.access.BrowserSessions;
import io.vexchange.web.access.Credentials;
import io.vexchange.web.access.Passwords;
import io.vexchange.web.access.Principal;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.HostNames;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.SessionCookie;
import io.vexchange.web.json.Times;
import io.vexchange.web.live.DirectoryDesk;
import io.vexchange.web.live.VenueDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.LogInRequest;
import io.vexchange.web.shape.PasswordRequest;
import io.vexchange.web.shape.WhoShape;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Logging in and out with a browser, who the caller is, and one's own password. */
public final class SessionOperations {
    private static final String GROUP = "Users and tokens";
    private static final int MAX_TEXT = 64;
    private static final int MAX_PASSWORD = 1_024;

    private final Supplier<Credentials> credentials;
    private final Supplier<VenueDesk> venue;
    private final Supplier<DirectoryDesk> directory;
    private final BrowserSessions sessions;
    private final LogIns logIns;
    private final LastCommands lastCommands;
    private final HostNames hosts;
    private final List<String> origins;
    private final boolean isDemo;

    /**
     * @param credentials asked for at each call
     * @param venue asked for at each call
     * @param directory asked for at each call
     * @param sessions of browsers
     * @param logIns checks passwords
     * @param lastCommands learns what each user has done last
     * @param hosts names the server is called by
     * @param origins further origins whose pages may log in
     * @param isDemo whether this is a demonstration
     */
    public SessionOperations(
            final Supplier<Credentials> credentials,
            final Supplier<VenueDesk> venue,
            final Supplier<DirectoryDesk> directory,
            final BrowserSessions sessions,
            final LogIns logIns,
            final LastCommands lastCommands,
            final HostNames hosts,
            final List<String> origins,
            final boolean isDemo) {
        this.credentials = credentials;
        this.venue = venue;
        this.directory = directory;
        this.sessions = sessions;
        this.logIns = logIns;
        this.lastCommands = lastCommands;
        this.hosts = hosts;
        this.origins = List.copyOf(origins);
        this.isDemo = isDemo;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on(
                        "POST",
                        "/session",
                        Access.OPEN,
                        GROUP,
                        "Logs in: sets the cookie vex_session, and tells the token that changing requests send as"
                                + " X-CSRF-Token.")
                .reads(LogInRequest.class)
                .answers(WhoShape.class, 200)
                .refuses(Problems.BAD_CREDENTIALS, Problems.CSRF, Problems.RATE_LIMITED)
                .doesLater(this::logIn);
        operations
                .on("GET", "/session", Access.ANY, GROUP, "Who the caller is.")
                .answers(WhoShape.class, 200)
                .does(this::who);
        operations
                .on("DELETE", "/session", Access.ANY, GROUP, "Logs out.")
                .answers(null, 204)
                .refuses(Problems.NOT_FOUND, Problems.CSRF)
                .does(this::logOut);
        operations
                .on(
                        "PUT",
                        "/session/password",
                        Access.ANY,
                        GROUP,
                        "Changes one's own password; other browsers are out.")
                .reads(PasswordRequest.class)
                .answers(null, 204)
                .refuses(Problems.BAD_CREDENTIALS, Problems.INVALID_FIELD)
                .doesLater(this::changePassword);
    }

    private CompletableFuture<Answer> logIn(final Call call) {
        final String origin = call.header("Origin");
        if (!hosts.isOurOrigin(origin, call.header("Host"), origins)) {
            throw new ProblemException(Problems.CSRF, "origin=" + origin + " may not log in here");
        }
        final Members members = call.members();
        members.require("user", "password");
        final String user = members.text("user", MAX_TEXT);
        final String password = members.text("password", MAX_PASSWORD);
        members.check();
        call.attempts(user);
        return logIns.check(credentials, user, password, call.address()).thenApply(login -> opened(call, login));
    }

    private Answer opened(final Call call, final Credentials.Login login) {
        final BrowserSessions.Opened opened = sessions.open(login);
        if (opened == null) {
            throw ProblemException.ofRetry(Problems.BUSY, "browser sessions=" + BrowserSessions.MOST, 60);
        }
        final BrowserSession session = opened.session();
        final Principal principal = sessions.principal(session.number(), credentials.get());
        if (principal == null) {
            throw new ProblemException(Problems.BAD_CREDENTIALS, "the user or the password is wrong");
        }
        venue.get().note(Code.NONE, AuditText.of(call, principal, true, "LOG_IN", Map.of("user", principal.user())));
        return Answer.ok(shape(principal, session))
                .with("Set-Cookie", SessionCookie.set(opened.cookie(), call.isSecure()));
    }

    private WhoShape shape(final Principal principal, final BrowserSession session) {
        return new WhoShape(
                principal.user(),
                principal.role().word(),
                principal.accounts(),
                session == null ? null : session.csrfToken(),
                session == null ? null : Times.text(session.expiresMicros()),
                isDemo);
    }

    private Answer who(final Call call) {
        return Answer.ok(shape(call.principal(), call.browserSession()));
    }

    private Answer logOut(final Call call) {
        final BrowserSession session = call.browserSession();
        if (session == null) {
            throw new ProblemException(Problems.NOT_FOUND, "a token has no session; revoke it to end it");
        }
        sessions.close(session.number());
        venue.get()
                .note(
                        Code.NONE,
                        AuditText.of(
                                call,
                                call.principal(),
                                true,
                                "LOG_OUT",
                                Map.of("user", call.principal().user())));
        return new Answer(204, null, Map.of("Set-Cookie", SessionCookie.clear(call.isSecure())));
    }

    private CompletableFuture<Answer> changePassword(final Call call) {
        final Members members = call.members();
        members.require("current", "new");
        final String current = members.text("current", MAX_PASSWORD);
        final String next = members.text("new", MAX_PASSWORD);
        final String user = call.principal().user();
        final String fault = next == null ? null : Passwords.fault(next, user);
        if (fault != null) {
            members.fault(Problems.INVALID_FIELD, "new", fault);
        }
        members.check();
        return logIns.check(credentials, user, current, call.address())
                .thenCompose(login -> logIns.hash(next))
                .thenCompose(hash -> {
                    if (call.browserSession() != null) {
                        sessions.passwordChanged(call.browserSession().number(), hash);
                    }
                    final byte[] audit = AuditText.of(call, null, Map.of("user", user, "changes", "password"));
                    return directory
                            .get()
                            .changeUser(user, new DirectoryDesk.UserChange(null, null, null, hash), audit);
                })
                .thenApply(sequence -> {
                    lastCommands.note(call.principal().userId(), sequence);
                    return new Answer(204, null, Map.of()).at(sequence);
                });
    }
}
