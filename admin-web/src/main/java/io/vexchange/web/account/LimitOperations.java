package io.vexchange.web.account;

import io.vexchange.engine.client.Limits;
import io.vexchange.web.access.Access;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.RuleDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.CancelAfterRequest;
import io.vexchange.web.shape.CancelAfterShape;
import io.vexchange.web.shape.LimitsRequest;
import io.vexchange.web.shape.LimitsShape;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Limits of accounts and firms with what is used of them, and the cancel-after of REST desks. */
public final class LimitOperations {
    private static final String GROUP = "Accounts";
    private static final int MIN_SECONDS = 5;
    private static final int MAX_SECONDS = 3_600;

    private final Supplier<AccountDesk> accounts;
    private final Supplier<RuleDesk> rules;
    private final LastCommands lastCommands;

    /**
     * @param accounts asked for at each call
     * @param rules asked for at each call
     * @param lastCommands learns what each user has done last
     */
    public LimitOperations(
            final Supplier<AccountDesk> accounts, final Supplier<RuleDesk> rules, final LastCommands lastCommands) {
        this.accounts = accounts;
        this.rules = rules;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("GET", "/accounts/{id}/limits", Access.ANY, GROUP, "Its limits, and what it uses.")
                .answers(LimitsShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> Answer.ok(accounts.get().limits(account(call)))
                        .at(accounts.get().sequence()));
        operations
                .on("PUT", "/accounts/{id}/limits", Access.ADMIN, GROUP, "Sets all its limits.")
                .reads(LimitsRequest.class)
                .answers(LimitsShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.REASON_REQUIRED, Problems.INVALID_FIELD)
                .doesLater(this::limitAccount);
        operations
                .on("GET", "/participants/{id}/limits", Access.STAFF, GROUP, "The firm's limits over all its accounts.")
                .answers(LimitsShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> Answer.ok(accounts.get().limitsOfParticipant(participant(call)))
                        .at(accounts.get().sequence()));
        operations
                .on("PUT", "/participants/{id}/limits", Access.ADMIN, GROUP, "Sets all limits of the firm.")
                .reads(LimitsRequest.class)
                .answers(LimitsShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.REASON_REQUIRED, Problems.INVALID_FIELD)
                .doesLater(this::limitParticipant);
        operations
                .on(
                        "PUT",
                        "/accounts/{id}/cancel-after",
                        Access.TRADER,
                        GROUP,
                        "Cancels the orders this user has entered for the account unless it is renewed in time.")
                .reads(CancelAfterRequest.class)
                .answers(CancelAfterShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.INVALID_FIELD)
                .doesLater(this::cancelAfter);
    }

    private String account(final Call call) {
        final String name = call.path("id");
        if (accounts.get().account(name) == null || !call.principal().maySee(name)) {
            throw new ProblemException(Problems.NOT_FOUND, "account=" + name);
        }
        return name;
    }

    private String participant(final Call call) {
        final String id = call.path("id");
        if (accounts.get().participant(id) == null) {
            throw new ProblemException(Problems.NOT_FOUND, "participant=" + id);
        }
        return id;
    }

    private CompletableFuture<Answer> limitAccount(final Call call) {
        final Members members = call.members();
        final String reason = members.reason();
        final Limits limits = new LimitForm(members, rules.get()::instrument).read();
        members.check();
        final String name = account(call);
        final byte[] audit = AuditText.change(
                call, reason, name, members.given(), accounts.get().limits(name));
        return rules.get()
                .limitAccount(call.principal(), name, limits, audit)
                .thenApply(sequence -> done(call, Answer.ok(accounts.get().limits(name)), sequence));
    }

    private CompletableFuture<Answer> limitParticipant(final Call call) {
        final Members members = call.members();
        final String reason = members.reason();
        final Limits limits = new LimitForm(members, rules.get()::instrument).read();
        members.check();
        final String id = participant(call);
        final byte[] audit = AuditText.change(
                call, reason, id, members.given(), accounts.get().limitsOfParticipant(id));
        return rules.get()
                .limitParticipant(call.principal(), id, limits, audit)
                .thenApply(sequence -> done(call, Answer.ok(accounts.get().limitsOfParticipant(id)), sequence));
    }

    private CompletableFuture<Answer> cancelAfter(final Call call) {
        final Members members = call.members();
        members.require("seconds");
        final Long seconds = members.integer("seconds", 0, MAX_SECONDS);
        if (seconds != null && seconds > 0 && seconds < MIN_SECONDS) {
            members.fault(Problems.INVALID_FIELD, "seconds", "from " + MIN_SECONDS + " to " + MAX_SECONDS + ", or 0");
        }
        members.check();
        return rules.get()
                .cancelAfter(call.principal(), account(call), seconds.intValue())
                .thenApply(shape -> done(call, Answer.ok(shape), shape.eventSequence()));
    }

    private Answer done(final Call call, final Answer answer, final long sequence) {
        lastCommands.note(call.principal().userId(), sequence);
        return answer.at(sequence);
    }
}
