package io.vexchange.web.venue;

import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.web.access.Access;
import io.vexchange.web.access.Role;
import io.vexchange.web.history.AuditFilter;
import io.vexchange.web.history.HistoryReads;
import io.vexchange.web.history.IncidentFilter;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Csv;
import io.vexchange.web.http.Cursor;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.json.Times;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.VenueDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.AuditShape;
import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.IncidentShape;
import io.vexchange.web.shape.ListShape;
import io.vexchange.web.shape.ReasonRequest;
import io.vexchange.web.shape.SnapshotShape;
import io.vexchange.web.shape.TokenRequest;
import io.vexchange.web.shape.TokenShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tokens, the audit and incidents, the cluster. */
public final class AdminOperations {
    private static final String ACCESS = "Users and tokens";
    private static final String RECORD = "Audit";
    private static final String CLUSTER = "Cluster";
    private static final int MAX_REASON = 256;
    private static final int MAX_TEXT = 64;
    private static final List<String> RESULTS = List.of("OK", "REFUSED");
    private static final List<String> ACTIONS =
            Arrays.stream(AuditAction.values()).map(Enum::name).toList();

    private final Supplier<AccountDesk> accounts;
    private final Supplier<VenueDesk> venue;
    private final Supplier<ClusterView> cluster;
    private final HistoryReads history;
    private final LastCommands lastCommands;

    /**
     * @param accounts asked for at each call
     * @param venue asked for at each call
     * @param cluster asked for at each call
     * @param history for what is no longer live
     * @param lastCommands learns what each user has done last
     */
    public AdminOperations(
            final Supplier<AccountDesk> accounts,
            final Supplier<VenueDesk> venue,
            final Supplier<ClusterView> cluster,
            final HistoryReads history,
            final LastCommands lastCommands) {
        this.accounts = accounts;
        this.venue = venue;
        this.cluster = cluster;
        this.history = history;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        access(operations);
        record(operations);
        operations
                .on("GET", "/cluster", Access.STAFF, CLUSTER, "Members, log, outbox, snapshots.")
                .answers(ClusterShape.class, 200)
                .does(call -> Answer.ok(cluster.get().cluster()));
        operations
                .on(
                        "POST",
                        "/cluster/snapshots",
                        Access.OPERATOR,
                        CLUSTER,
                        "Takes a snapshot; answers when it is on disk.")
                .reads(ReasonRequest.class)
                .answers(SnapshotShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE))
                .doesLater(this::snapshot);
    }

    private void access(final Operations operations) {
        operations
                .on("GET", "/tokens", Access.ADMIN, ACCESS, "All API tokens, newest first.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(TokenShape.class)
                .does(call -> Answer.ok(
                                Pages.newestFirst(call, accounts.get().tokens(), each -> Long.parseLong(each.id())))
                        .at(accounts.get().sequence()));
        operations
                .on("POST", "/tokens", Access.ADMIN, ACCESS, "Makes an API token; it is shown in this answer only.")
                .reads(TokenRequest.class)
                .answers(TokenShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE))
                .doesLater(this::createToken);
        operations
                .on("DELETE", "/tokens/{id}", Access.ADMIN, ACCESS, "Revokes an API token at once.")
                .answers(TokenShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .doesLater(this::revokeToken);
    }

    private void record(final Operations operations) {
        operations
                .on("GET", "/audit", Access.OPERATOR, RECORD, "Who did what, when, from where, with what result.")
                .takes(
                        Parameter.LIMIT,
                        Parameter.CURSOR,
                        Parameter.text("actor", "any of these", "operator"),
                        Parameter.text("action", "any of these", "PHASE_SET"),
                        Parameter.text("target", "exactly this", "ACME"),
                        Parameter.text("result", "OK or REFUSED", "REFUSED"),
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.MIN_EVENT_SEQUENCE)
                .lists(AuditShape.class)
                .asCsv()
                .refuses(Problems.STORE_UNAVAILABLE)
                .does(this::audit);
        operations
                .on("GET", "/logs", Access.OPERATOR, RECORD, "Incidents, newest first.")
                .takes(
                        Parameter.LIMIT,
                        Parameter.CURSOR,
                        Parameter.text("severity", "any of these", "WARNING"),
                        Parameter.text("code", "any of these", "PROJECTION_LAG"),
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.MIN_EVENT_SEQUENCE)
                .lists(IncidentShape.class)
                .refuses(Problems.STORE_UNAVAILABLE)
                .does(this::incidents);
    }

    private static String reason(final Call call) {
        final String reason = call.members().reason(MAX_REASON);
        call.members().check();
        return reason;
    }

    private CompletableFuture<Answer> createToken(final Call call) {
        final Members members = call.members();
        members.require("name", "user");
        final String name = members.text("name", MAX_TEXT);
        final String user = members.text("user", MAX_TEXT);
        final String word = members.text("role", MAX_TEXT);
        final Role role = word == null ? null : Role.ofWord(word);
        if (word != null && role == null) {
            members.fault(Problems.INVALID_FIELD, "role", "not one of viewer, trader, operator, admin");
        }
        final List<String> names = members.texts("accounts", MAX_TEXT);
        final Long expires = members.timeMicros("expiresAt");
        if (expires != null && expires <= Times.nowMicros()) {
            members.fault(Problems.INVALID_FIELD, "expiresAt", "in the past");
        }
        final List<String> addresses = members.texts("addresses", MAX_TEXT);
        members.check();
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", name);
        request.put("user", user);
        request.put("role", word);
        request.put("accounts", names);
        request.put("addresses", addresses);
        return venue.get()
                .createToken(
                        call.principal(),
                        name,
                        user,
                        role,
                        names,
                        expires,
                        addresses,
                        AuditText.of(call, null, request))
                .thenApply(done -> done(
                        call,
                        Answer.created(
                                done.shape(),
                                Operations.ROOT + "/tokens/" + done.shape().id()),
                        done.sequence()));
    }

    private CompletableFuture<Answer> revokeToken(final Call call) {
        return venue.get()
                .revokeToken(call.id("id"), AuditText.of(call, null, Map.of("id", call.path("id"))))
                .thenApply(done -> done(call, Answer.ok(done.shape()), done.sequence()));
    }

    private Answer done(final Call call, final Answer answer, final long sequence) {
        lastCommands.note(call.principal().userId(), sequence);
        return answer.at(sequence);
    }

    private Answer audit(final Call call) {
        final AuditFilter filter = new AuditFilter(
                call.words("actor"),
                call.words("action", ACTIONS),
                call.query("target"),
                call.words("result", RESULTS),
                call.time("from"),
                call.time("to"));
        if (Csv.isWanted(call)) {
            return history.csv(
                    call,
                    AuditShape.class,
                    (from, last, most) ->
                            from.audit(filter, last == null ? Long.MAX_VALUE : Long.parseLong(last.id()), most));
        }
        final int limit = call.limit();
        final long before = Cursor.id(call);
        return history.answer(call, from -> page(call, from.audit(filter, before, limit + 1), limit, AuditShape::id));
    }

    private Answer incidents(final Call call) {
        final IncidentFilter filter =
                new IncidentFilter(call.words("severity"), call.words("code"), call.time("from"), call.time("to"));
        final int limit = call.limit();
        final long before = Cursor.id(call);
        return history.answer(
                call, from -> page(call, from.incidents(filter, before, limit + 1), limit, IncidentShape::id));
    }

    private static <T> ListShape<T> page(
            final Call call, final List<T> rows, final int limit, final Function<T, String> key) {
        if (rows.size() <= limit) {
            return ListShape.of(rows);
        }
        final List<T> page = rows.subList(0, limit);
        return new ListShape<>(page, Cursor.of(call, key.apply(page.get(limit - 1))));
    }

    private CompletableFuture<Answer> snapshot(final Call call) {
        reason(call);
        final CompletableFuture<SnapshotShape> taken = cluster.get().snapshot();
        if (taken == null) {
            throw new ProblemException(Problems.ofRefusal(Code.IN_USE), "a snapshot is being taken");
        }
        return taken.thenApply(shape -> new Answer(201, shape, Map.of()));
    }
}
