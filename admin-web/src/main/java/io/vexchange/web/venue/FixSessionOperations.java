package io.vexchange.web.venue;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.web.access.Access;
import io.vexchange.web.access.AddressRange;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.DirectoryDesk;
import io.vexchange.web.live.VenueDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.CredentialsRequest;
import io.vexchange.web.shape.ListShape;
import io.vexchange.web.shape.MessageShape;
import io.vexchange.web.shape.NewSessionRequest;
import io.vexchange.web.shape.ReasonRequest;
import io.vexchange.web.shape.SessionShape;
import io.vexchange.web.shape.ThrottleRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** FIX sessions: looked at, made, logged out, reset, enabled and disabled, given passwords. */
public final class FixSessionOperations {
    private static final String GROUP = "FIX sessions";
    private static final int MAX_TEXT = 64;
    private static final int MIN_PASSWORD = 4;
    private static final int MAX_PASSWORD = 128;
    private static final int MAX_PER_SECOND = 1_000_000;
    private static final int DEFAULT_PER_SECOND = 100;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_MILLIS = 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern SCOPE = Pattern.compile("NONE|SESSION|ACCOUNT");
    private static final String DEMO = "demo";

    private final Supplier<AccountDesk> accounts;
    private final Supplier<VenueDesk> venue;
    private final Supplier<DirectoryDesk> directory;
    private final Supplier<FixSessions> sessions;
    private final LogIns passwords;
    private final LastCommands lastCommands;
    private final boolean mayBeDemo;

    /**
     * @param accounts asked for at each call
     * @param venue asked for at each call
     * @param directory asked for at each call
     * @param sessions asked for at each call
     * @param passwords hashes them
     * @param lastCommands learns what each user has done last
     * @param mayBeDemo whether the password of the documents may be set: nobody from elsewhere can come in
     */
    public FixSessionOperations(
            final Supplier<AccountDesk> accounts,
            final Supplier<VenueDesk> venue,
            final Supplier<DirectoryDesk> directory,
            final Supplier<FixSessions> sessions,
            final LogIns passwords,
            final LastCommands lastCommands,
            final boolean mayBeDemo) {
        this.accounts = accounts;
        this.venue = venue;
        this.directory = directory;
        this.sessions = sessions;
        this.passwords = passwords;
        this.lastCommands = lastCommands;
        this.mayBeDemo = mayBeDemo;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("GET", "/fix/sessions", Access.OPERATOR, GROUP, "All FIX sessions, by name.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(SessionShape.class)
                .does(call -> Answer.ok(Pages.byKey(call, accounts.get().sessions(), SessionShape::id))
                        .at(accounts.get().sequence()));
        operations
                .on("GET", "/fix/sessions/{id}", Access.OPERATOR, GROUP, "One FIX session.")
                .answers(SessionShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> Answer.ok(session(call)).at(accounts.get().sequence()));
        operations
                .on("GET", "/fix/sessions/{id}/messages", Access.OPERATOR, GROUP, "Its newest messages, newest first.")
                .takes(Parameter.LIMIT)
                .lists(MessageShape.class)
                .refuses(Problems.NOT_FOUND)
                .does(this::messages);
        operations
                .on("POST", "/fix/sessions", Access.ADMIN, GROUP, "Makes a FIX session; it may log on at once.")
                .reads(NewSessionRequest.class)
                .answers(SessionShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE), Problems.INVALID_FIELD)
                .doesLater(this::create);
        operations
                .on("PUT", "/fix/sessions/{id}/credentials", Access.OPERATOR, GROUP, "Sets its password.")
                .reads(CredentialsRequest.class)
                .answers(null, 204)
                .refuses(Problems.NOT_FOUND, Problems.INVALID_FIELD)
                .doesLater(this::setPassword);
        operations
                .on("POST", "/fix/sessions/{id}/logout", Access.OPERATOR, GROUP, "Logs it out.")
                .reads(ReasonRequest.class)
                .answers(SessionShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.REASON_REQUIRED, Problems.OUTCOME_UNKNOWN)
                .doesLater(call -> act(call, VenueDesk.Act.LOG_OUT));
        operations
                .on("POST", "/fix/sessions/{id}/reset", Access.OPERATOR, GROUP, "Sets both its numbers to 1.")
                .reads(ReasonRequest.class)
                .answers(SessionShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.SESSION_LOGGED_ON, Problems.REASON_REQUIRED)
                .doesLater(call -> act(call, VenueDesk.Act.RESET));
        operations
                .on("POST", "/fix/sessions/{id}/enable", Access.OPERATOR, GROUP, "Lets it log on again.")
                .reads(ReasonRequest.class)
                .answers(SessionShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.REASON_REQUIRED)
                .doesLater(call -> enable(call, true));
        operations
                .on(
                        "POST",
                        "/fix/sessions/{id}/disable",
                        Access.OPERATOR,
                        GROUP,
                        "Logs it out, ends its live orders, and refuses its logons.")
                .reads(ReasonRequest.class)
                .answers(SessionShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.REASON_REQUIRED, Problems.OUTCOME_UNKNOWN)
                .doesLater(call -> enable(call, false));
    }

    private SessionShape session(final Call call) {
        final SessionShape session = accounts.get().session(call.path("id"));
        if (session == null) {
            throw new ProblemException(Problems.NOT_FOUND, "session=" + call.path("id"));
        }
        return session;
    }

    private Answer messages(final Call call) {
        final List<MessageShape> oldestFirst =
                sessions.get().messages(session(call).id(), call.limit());
        final MessageShape[] newestFirst = new MessageShape[oldestFirst.size()];
        for (int i = 0; i < newestFirst.length; i++) {
            newestFirst[newestFirst.length - 1 - i] = oldestFirst.get(i);
        }
        return Answer.ok(ListShape.of(List.of(newestFirst)));
    }

    private CompletableFuture<Answer> create(final Call call) {
        final Members members = call.members();
        members.require("id", "participant", "role", "password");
        final String id = members.text("id", ID, "1 to 32 of letters, digits, dot, underscore and hyphen");
        final String participant = members.text("participant", MAX_TEXT);
        final SessionRole role = members.word("role", SessionRole.class);
        final List<String> names = members.texts("accounts", MAX_TEXT);
        final String defaultAccount = members.text("defaultAccount", MAX_TEXT);
        final SelfTradePrevention mode = members.word("selfTradePrevention", SelfTradePrevention.class);
        final String password = password(members);
        final Map<String, Object> properties = properties(members);
        final String reason = members.optionalReason();
        members.check();
        final byte[] audit = AuditText.of(call, reason, members.given("password"));
        return passwords
                .hash(password)
                .thenCompose(hash -> {
                    properties.put("passwordHash", hash);
                    return directory
                            .get()
                            .createSession(
                                    new DirectoryDesk.NewSession(
                                            id,
                                            participant,
                                            role,
                                            names == null ? List.of() : names,
                                            defaultAccount,
                                            mode,
                                            properties),
                                    audit);
                })
                .thenApply(sequence -> {
                    lastCommands.note(call.principal().userId(), sequence);
                    return Answer.created(accounts.get().session(id), Operations.ROOT + "/fix/sessions/" + id)
                            .at(sequence);
                });
    }

    private static Map<String, Object> properties(final Members members) {
        final List<String> addresses = members.texts("addresses", MAX_TEXT);
        if (addresses != null) {
            addresses.stream()
                    .filter(each -> !AddressRange.isRange(each))
                    .forEach(each -> members.fault(
                            Problems.INVALID_FIELD,
                            "addresses",
                            each + " is no address, nor a range such as 10.0.0.0/8"));
        }
        final Members throttle = members.object("throttle", ThrottleRequest.class);
        final Long perSecond = throttle == null ? null : throttle.integer("perSecond", 1, MAX_PER_SECOND);
        final Long burst = throttle == null ? null : throttle.integer("burst", 1, MAX_PER_SECOND);
        if (throttle != null) {
            throttle.require("perSecond", "burst");
        }
        final Map<String, Object> rates = new LinkedHashMap<>();
        rates.put("perSecond", perSecond == null ? DEFAULT_PER_SECOND : perSecond);
        rates.put("burst", burst == null ? 2 * DEFAULT_PER_SECOND : burst);
        final String scope = members.text("cancelOnDisconnect", SCOPE, "not NONE, SESSION or ACCOUNT");
        final Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("throttle", rates);
        properties.put("extensions", Boolean.TRUE.equals(members.flag("extensions")));
        properties.put("nextExpected", Boolean.TRUE.equals(members.flag("nextExpected")));
        properties.put("addresses", addresses == null ? List.of() : addresses);
        properties.put("cancelOnDisconnect", scope == null ? "NONE" : scope);
        return properties;
    }

    private String password(final Members members) {
        final String password = members.text("password", MAX_PASSWORD);
        if (password != null && password.length() < MIN_PASSWORD) {
            members.fault(Problems.INVALID_FIELD, "password", "at least " + MIN_PASSWORD + " characters");
        } else if (!mayBeDemo && DEMO.equals(password)) {
            members.fault(Problems.INVALID_FIELD, "password", "this password stands in the documents");
        }
        return password;
    }

    private CompletableFuture<Answer> setPassword(final Call call) {
        final Members members = call.members();
        members.require("password");
        final String password = password(members);
        final String reason = members.optionalReason();
        members.check();
        final String id = session(call).id();
        final byte[] audit = AuditText.of(call, reason, Map.of("id", id, "changes", "password"));
        return passwords
                .hash(password)
                .thenCompose(hash -> directory.get().setSessionPassword(id, hash, audit))
                .thenApply(sequence -> {
                    lastCommands.note(call.principal().userId(), sequence);
                    return new Answer(204, null, Map.of()).at(sequence);
                });
    }

    private CompletableFuture<Answer> act(final Call call, final VenueDesk.Act act) {
        final String reason = reason(call);
        final String id = session(call).id();
        return venue.get()
                .act(call.principal(), id, act, AuditText.of(call, reason, Map.of("id", id)))
                .thenApply(done -> {
                    lastCommands.note(call.principal().userId(), done.sequence());
                    final SessionShape session = accounts.get().session(id);
                    return Answer.ok(act == VenueDesk.Act.RESET ? session.withUndelivered(done.shape()) : session)
                            .at(done.sequence());
                });
    }

    private static String reason(final Call call) {
        final String reason = call.members().reason();
        call.members().check();
        return reason;
    }

    private CompletableFuture<Answer> enable(final Call call, final boolean enabled) {
        final String reason = reason(call);
        final String id = session(call).id();
        final byte[] audit = AuditText.of(call, reason, Map.of("id", id, "enabled", enabled));
        final long began = System.nanoTime();
        return directory.get().enableSession(id, enabled, audit).thenCompose(sequence -> {
            lastCommands.note(call.principal().userId(), sequence);
            final Predicate<SessionShape> isDone = enabled ? SessionShape::enabled : FixSessionOperations::isOff;
            return until(id, isDone, began)
                    .thenApply(session -> Answer.ok(session).at(sequence));
        });
    }

    /** The gateway obeys the event; what it has not done within 10 s is not known. */
    private CompletableFuture<SessionShape> until(
            final String id, final Predicate<SessionShape> isDone, final long began) {
        final SessionShape session = accounts.get().session(id);
        if (isDone.test(session)) {
            return CompletableFuture.completedFuture(session);
        }
        if (System.nanoTime() - began > PATIENCE_NANOS) {
            return CompletableFuture.failedFuture(new ProblemException(
                    Problems.OUTCOME_UNKNOWN, "the gateway of session=" + id + " has not obeyed within 10 s"));
        }
        return CompletableFuture.supplyAsync(
                        () -> null, CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
                .thenCompose(nothing -> until(id, isDone, began));
    }

    private static boolean isOff(final SessionShape session) {
        return !session.enabled() && session.remoteAddress() == null;
    }
}
