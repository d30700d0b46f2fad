package io.vexchange.web.venue;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.web.access.Access;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.json.Times;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.VenueDesk;
import io.vexchange.web.market.MarketView;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.KillSwitchRequest;
import io.vexchange.web.shape.KillSwitchShape;
import io.vexchange.web.shape.ListShape;
import io.vexchange.web.shape.PhaseRequest;
import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.ReasonRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Phases and kill switches. */
public final class VenueOperations {
    private static final String PHASES = "Phases";
    private static final String SWITCHES = "Kill switches";
    private static final int MAX_REASON = 256;
    private static final int MAX_TEXT = 64;
    private static final Set<Phase> AUCTIONS =
            EnumSet.of(Phase.OPENING_AUCTION, Phase.CLOSING_AUCTION, Phase.VOLATILITY_AUCTION);

    private static final Set<Phase> STOPS = EnumSet.of(Phase.HALTED, Phase.CANCEL_ONLY);

    private final Supplier<MarketView> market;
    private final Supplier<AccountDesk> accounts;
    private final Supplier<VenueDesk> venue;
    private final LastCommands lastCommands;

    /**
     * @param market asked for at each call
     * @param accounts asked for at each call
     * @param venue asked for at each call
     * @param lastCommands learns what each user has done last
     */
    public VenueOperations(
            final Supplier<MarketView> market,
            final Supplier<AccountDesk> accounts,
            final Supplier<VenueDesk> venue,
            final LastCommands lastCommands) {
        this.market = market;
        this.accounts = accounts;
        this.venue = venue;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on(
                        "PUT",
                        "/instruments/{symbol}/phase",
                        Access.OPERATOR,
                        PHASES,
                        "Sets the phase; the symbol * means all instruments, answered as a list.")
                .reads(PhaseRequest.class)
                .answers(PhaseShape.class, 200)
                .refuses(
                        Problems.UNKNOWN_SYMBOL,
                        Problems.REASON_REQUIRED,
                        Problems.ofRefusal(Code.PHASE_CHANGE_NOT_ALLOWED))
                .doesLater(this::setPhase);
        operations
                .on("GET", "/kill-switches", Access.STAFF, SWITCHES, "Kill switches, newest first.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(KillSwitchShape.class)
                .does(call -> Answer.ok(Pages.newestFirst(
                                call, accounts.get().killSwitches(), each -> Long.parseLong(each.id())))
                        .at(accounts.get().sequence()));
        operations
                .on("GET", "/kill-switches/{id}", Access.STAFF, SWITCHES, "One kill switch.")
                .answers(KillSwitchShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> Answer.ok(killSwitch(call)).at(accounts.get().sequence()));
        operations
                .on("POST", "/kill-switches", Access.OPERATOR, SWITCHES, "Engages one; ends all orders it covers.")
                .reads(KillSwitchRequest.class)
                .answers(KillSwitchShape.class, 200, 201)
                .refuses(Problems.REASON_REQUIRED)
                .doesLater(this::engage);
        operations
                .on("POST", "/kill-switches/{id}/release", Access.OPERATOR, SWITCHES, "Releases one, by a second user.")
                .reads(ReasonRequest.class)
                .answers(KillSwitchShape.class, 200)
                .refuses(
                        Problems.NOT_FOUND,
                        Problems.ofRefusal(Code.SECOND_USER_REQUIRED),
                        Problems.ofRefusal(Code.ALREADY_RELEASED))
                .doesLater(this::release);
    }

    private CompletableFuture<Answer> setPhase(final Call call) {
        final Members members = call.members();
        members.require("phase");
        final Phase phase = members.word("phase", Phase.class);
        final String reason = members.reason(MAX_REASON);
        final Long until = members.timeMicros("until");
        if (phase != null && AUCTIONS.contains(phase) && until == null) {
            members.fault(Problems.MISSING_FIELD, "until", "an auction needs its end");
        }
        if (phase != null && until != null && !AUCTIONS.contains(phase) && !STOPS.contains(phase)) {
            members.fault(Problems.INVALID_FIELD, "until", phase + " has no end");
        } else if (until != null && until <= Times.nowMicros()) {
            members.fault(Problems.INVALID_FIELD, "until", "in the past");
        }
        members.check();
        final String asked = call.path("symbol");
        final boolean isAll = asked.equals("*");
        if (!isAll && market.get().instrument(asked) == null) {
            throw new ProblemException(Problems.UNKNOWN_SYMBOL, "symbol=" + asked);
        }
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("symbol", asked);
        request.put("phase", phase.name());
        request.put("until", until == null ? null : Times.text(until));
        return venue.get()
                .setPhase(call.principal(), isAll ? null : asked, phase, until, AuditText.of(call, reason, request))
                .thenApply(done -> {
                    final List<PhaseShape> phases = done.shape();
                    return done(call, Answer.ok(isAll ? ListShape.of(phases) : phases.get(0)), done.sequence());
                });
    }

    private KillSwitchShape killSwitch(final Call call) {
        final KillSwitchShape found = accounts.get().killSwitch(call.id("id"));
        if (found == null) {
            throw new ProblemException(Problems.NOT_FOUND, "killSwitch=" + call.path("id"));
        }
        return found;
    }

    private CompletableFuture<Answer> engage(final Call call) {
        final Members members = call.members();
        members.require("scope");
        final KillScope scope = members.word("scope", KillScope.class);
        final String target = members.text("target", MAX_TEXT);
        final String reason = members.reason(MAX_REASON);
        if (scope != null && (scope == KillScope.MARKET) != (target == null)) {
            members.fault(
                    target == null ? Problems.MISSING_FIELD : Problems.INVALID_FIELD,
                    "target",
                    target == null ? "name what it covers" : "the market has no target");
        }
        members.check();
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("scope", scope.name());
        request.put("target", target);
        return venue.get()
                .engage(call.principal(), scope, target, AuditText.of(call, reason, request))
                .thenApply(done -> done(
                        call,
                        done.isNew()
                                ? Answer.created(
                                        done.shape(),
                                        Operations.ROOT + "/kill-switches/"
                                                + done.shape().id())
                                : Answer.ok(done.shape()),
                        done.sequence()));
    }

    private CompletableFuture<Answer> release(final Call call) {
        final Members members = call.members();
        final String reason = members.reason(MAX_REASON);
        members.check();
        final KillSwitchShape found = killSwitch(call);
        return venue.get()
                .release(
                        call.principal(),
                        Long.parseLong(found.id()),
                        AuditText.of(call, reason, Map.of("id", found.id())))
                .thenApply(done -> done(call, Answer.ok(done.shape()), done.sequence()));
    }

    private Answer done(final Call call, final Answer answer, final long sequence) {
        lastCommands.note(call.principal().userId(), sequence);
        return answer.at(sequence);
    }
}
