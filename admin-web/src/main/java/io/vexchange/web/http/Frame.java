package io.vexchange.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.security.RouteRole;
import io.vexchange.web.WebSettings;
import io.vexchange.web.access.Access;
import io.vexchange.web.access.BrowserSessions;
import io.vexchange.web.access.Principal;
import io.vexchange.web.access.RateLimit;
import io.vexchange.web.json.Json;
import io.vexchange.web.json.MalformedJsonException;
import io.vexchange.web.json.StrictJson;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frame around every request, in this order: Host; state of the venue; credential; path and verb; role; rate; media type and size;
 * JSON; members and parameters; then the operation. What is refused is a problem document.
 */
public final class Frame {
    /** Largest body in bytes. */
    public static final int MAX_BODY = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Frame.class);
    private static final int REQUESTS_AT_WORK = 200;
    private static final int ANONYMOUS_PER_SECOND = 20;
    private static final int ANONYMOUS_BURST = 60;
    private static final int CANCEL_FACTOR = 10;
    private static final String REQUEST_ID = "vex.request-id";
    private static final String PRINCIPAL = "vex.principal";
    private static final String AT_WORK = "vex.at-work";
    private static final Pattern JSON =
            Pattern.compile(" *application/json *(; *charset=\"?utf-8\"? *)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final WebSettings settings;
    private final Venue venue;
    private final HostNames hosts;
    private final Executor executor;
    private final RateLimit requests;
    private final RateLimit cancels;
    private final RateLimit anonymous;
    private final RefusalNotes refusals;
    private final Entrance entrance;
    private final Semaphore atWork = new Semaphore(REQUESTS_AT_WORK);

    /**
     * @param settings of the server
     * @param venue behind it
     * @param hosts names it is called by
     * @param sessions of browsers
     * @param executor for answers that come later
     * @param nanoClock as {@link System#nanoTime()}
     */
    public Frame(
            final WebSettings settings,
            final Venue venue,
            final HostNames hosts,
            final BrowserSessions sessions,
            final Executor executor,
            final LongSupplier nanoClock) {
        this.settings = settings;
        this.venue = venue;
        this.hosts = hosts;
        this.executor = executor;
        this.requests = new RateLimit(settings.ratePerSecond(), settings.rateBurst(), nanoClock);
        this.cancels = new RateLimit(
                settings.ratePerSecond() * CANCEL_FACTOR, settings.rateBurst() * CANCEL_FACTOR, nanoClock);
        this.refusals = new RefusalNotes(venue, nanoClock);
        this.entrance = new Entrance(venue, sessions);
        this.anonymous = new RateLimit(ANONYMOUS_PER_SECOND, ANONYMOUS_BURST, nanoClock);
    }

    /**
     * @param context a request that has begun
     * @return its id
     */
    public static String requestId(final Context context) {
        return context.attribute(REQUEST_ID);
    }

    /**
     * @param context a request that has begun
     * @return who calls, null without a credential
     */
    public static Principal principal(final Context context) {
        return context.attribute(PRINCIPAL);
    }

    /**
     * Puts the checks and the operations into Javalin's routes.
     *
     * @param routes Javalin's
     * @param operations all of them
     */
    public void install(final RoutesConfig routes, final Operations operations) {
        routes.before(this::begin);
        routes.beforeMatched(this::admit);
        routes.after(this::end);
        for (final Operation operation : operations.all()) {
            final Handler handler = context -> run(context, operation);
            routes.addHttpHandler(
                    HandlerType.findOrCreate(operation.verb()), operation.path(), handler, operation.access());
            if (operation.verb().equals("GET")) {
                routes.head(operation.path(), handler, operation.access());
            }
        }
        routes.exception(ProblemException.class, (problem, context) -> {
            final int status = problem.kind().status();
            if (isApi(context) && !reads(context) && (status == 401 || status == 403)) {
                refusals.note(context, principal(context), problem.kind().code());
            }
            ProblemWriter.write(context, problem);
        });
        routes.exception(
                HttpResponseException.class, (e, context) -> ProblemWriter.write(context, ofJavalin(e, context)));
        routes.exception(Exception.class, (e, context) -> {
            LOG.error("request={} {} {} failed", requestId(context), context.method(), context.path(), e);
            ProblemWriter.write(
                    context, new ProblemException(Problems.INTERNAL, "see the log at requestId=" + requestId(context)));
        });
    }

    private void begin(final Context context) {
        final String asked = context.header("X-Request-Id");
        final String id = asked != null && SAFE_ID.matcher(asked).matches()
                ? asked
                : UUID.randomUUID().toString().replace("-", "");
        context.attribute(REQUEST_ID, id);
        context.header("X-Request-Id", id);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        if (context.req().isSecure()) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (isApi(context)) {
            context.header("Cache-Control", "no-store");
            context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        if (!hosts.isOurs(context.header("Host"))) {
            throw new ProblemException(Problems.WRONG_HOST, "host=" + shown(context.header("Host")));
        }
        if (!isHealth(context)) {
            if (!atWork.tryAcquire()) {
                throw ProblemException.ofRetry(Problems.BUSY, "requests at work=" + REQUESTS_AT_WORK, 1);
            }
            context.attribute(AT_WORK, true);
        }
        if (isApi(context)) {
            refuseUnlessServing(context);
        }
        if (!isHealth(context) && venue.state() != Venue.State.STARTING) {
            context.attribute(PRINCIPAL, entrance.caller(context));
        }
    }

    private void refuseUnlessServing(final Context context) {
        final Venue.State state = venue.state();
        if (state == Venue.State.STARTING) {
            throw ProblemException.ofRetry(Problems.RECOVERING, "the venue is recovering its state", 1);
        }
        if (state == Venue.State.STOPPING && !reads(context)) {
            throw ProblemException.ofRetry(Problems.STOPPING, "the venue is stopping", 5);
        }
    }

    /**
     * @param header value of Authorization
     * @return the bearer token, or null when it is none
     */
    public static String bearer(final String header) {
        return Entrance.bearer(header);
    }

    private void admit(final Context context) {
        final Set<RouteRole> roles = context.routeRoles();
        if (roles.size() != 1 || !(roles.iterator().next() instanceof Access access)) {
            throw new IllegalStateException("no access on " + context.method() + " " + context.path());
        }
        final Principal principal = principal(context);
        if (principal == null) {
            if (!access.isOpen(settings.publicMarketData())) {
                throw noCredential();
            }
            if (isApi(context)) {
                limit(anonymous, context.req().getRemoteAddr());
            }
            return;
        }
        if (access != Access.OPEN) {
            Entrance.checkCsrf(context);
        }
        if (!access.allows(principal.role())) {
            throw new ProblemException(
                    Problems.FORBIDDEN,
                    "role=" + principal.role().word() + " may not " + context.method() + " " + context.path());
        }
    }

    private static ProblemException noCredential() {
        return new ProblemException(Problems.UNAUTHENTICATED, "log in, or send Authorization: Bearer and a token");
    }

    private static void limit(final RateLimit rate, final Object key) {
        final int seconds = rate.take(key);
        if (seconds > 0) {
            throw ProblemException.ofRetry(Problems.RATE_LIMITED, "retry after " + seconds + " s", seconds);
        }
    }

    private void run(final Context context, final Operation operation) {
        final Principal principal = principal(context);
        if (principal != null) {
            limit(operation.isCancel() ? cancels : requests, principal.userId());
        }
        final Members members = operation.request() == null ? null : members(context, operation.request());
        checkParameters(context, operation);
        final Call call = new Call(context, operation, principal, requestId(context), members);
        final var answer = operation.action().run(call);
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            write(context, answer.join());
        } else {
            context.future(() -> answer.thenAcceptAsync(later -> write(context, later), executor));
        }
    }

    private static void write(final Context context, final Answer answer) {
        context.status(answer.status());
        answer.headers().forEach(context::header);
        if (answer.body() instanceof Csv.Body<?> list) {
            context.contentType("text/csv; charset=utf-8; header=present");
            try {
                list.write(context.outputStream());
            } catch (final IOException e) {
                LOG.debug("the reader of a list is gone", e);
            }
        } else if (answer.body() != null) {
            context.contentType("application/json").result(Json.bytes(answer.body()));
        }
    }

    private static void checkParameters(final Context context, final Operation operation) {
        for (final Map.Entry<String, List<String>> query :
                context.queryParamMap().entrySet()) {
            final String name = query.getKey();
            if (operation.parameters().stream().noneMatch(known -> known.name().equals(name))) {
                throw ProblemException.ofField(
                        Problems.UNKNOWN_PARAMETER, name, "there is no parameter " + shown(name) + " here");
            }
            if (query.getValue().size() != 1) {
                throw Call.invalid(name, "given " + query.getValue().size() + " times");
            }
            if (query.getValue().get(0).isEmpty()) {
                throw Call.invalid(name, "empty");
            }
        }
    }

    private static Members members(final Context context, final Class<?> shape) {
        final String type = context.contentType();
        if (type == null || !isJson(type)) {
            throw new ProblemException(Problems.UNSUPPORTED_MEDIA_TYPE, "content type=" + shown(type));
        }
        try {
            return new Members(StrictJson.object(body(context)), shape);
        } catch (final MalformedJsonException e) {
            throw new ProblemException(Problems.MALFORMED_BODY, e.getMessage());
        }
    }

    private static boolean isJson(final String type) {
        return JSON.matcher(type).matches();
    }

    private static byte[] body(final Context context) {
        final ProblemException tooLarge =
                new ProblemException(Problems.BODY_TOO_LARGE, "at most " + MAX_BODY + " bytes");
        if (context.req().getContentLengthLong() > MAX_BODY) {
            throw tooLarge;
        }
        try (InputStream in = context.req().getInputStream()) {
            final byte[] bytes = in.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw tooLarge;
            }
            return bytes;
        } catch (final IOException e) {
            throw new ProblemException(Problems.MALFORMED_BODY, "the body did not arrive whole");
        }
    }

    private ProblemException ofJavalin(final HttpResponseException e, final Context context) {
        if (isApi(context) && principal(context) == null && e.getStatus() != 413) {
            return noCredential(); // a stranger learns no paths
        }
        if (e instanceof MethodNotAllowedResponse) {
            final String allowed = e.getDetails().getOrDefault("availableMethods", "");
            context.header("Allow", allowed);
            return new ProblemException(Problems.METHOD_NOT_ALLOWED, "allowed here: " + allowed);
        }
        if (e instanceof NotFoundResponse) {
            return new ProblemException(Problems.NOT_FOUND, "path=" + shown(context.path()));
        }
        return new ProblemException(
                e.getStatus() == 413 ? Problems.BODY_TOO_LARGE : Problems.BAD_REQUEST, e.getMessage());
    }

    private void end(final Context context) {
        if (context.attribute(AT_WORK) != null) {
            context.attribute(AT_WORK, null);
            atWork.release();
        }
    }

    private static boolean reads(final Context context) {
        return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    }

    private static boolean isApi(final Context context) {
        return context.path().startsWith("/api/");
    }

    private static boolean isHealth(final Context context) {
        return context.path().startsWith("/health/");
    }

    /**
     * @param text of a stranger
     * @return it, cut short
     */
    static String shown(final String text) {
        return text == null ? "none" : text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
