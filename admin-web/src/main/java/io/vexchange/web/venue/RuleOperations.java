package io.vexchange.web.venue;

import io.vexchange.engine.client.FeeTier;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.web.access.Access;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.live.RuleDesk;
import io.vexchange.web.live.VenueDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.schedule.WeekSchedule;
import io.vexchange.web.shape.AnnouncementRequest;
import io.vexchange.web.shape.AnnouncementShape;
import io.vexchange.web.shape.FeeRatesShape;
import io.vexchange.web.shape.FeeTierChangeRequest;
import io.vexchange.web.shape.FeeTierRequest;
import io.vexchange.web.shape.FeeTierShape;
import io.vexchange.web.shape.ScheduleChangeShape;
import io.vexchange.web.shape.ScheduleDaysShape;
import io.vexchange.web.shape.ScheduleRequest;
import io.vexchange.web.shape.ScheduleShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Fee tiers, schedules of phases, announcements. */
public final class RuleOperations {
    private static final String FEES = "Fees";
    private static final String PHASES = "Phases";
    private static final String NEWS = "Announcements";
    private static final int MAX_TEXT = 64;
    private static final int MAX_NEWS = 200;
    private static final int MAX_BP = 1_000_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern SEVERITY = Pattern.compile("INFO|WARNING|CRITICAL");
    private static final String STANDARD = "standard";

    private final Supplier<RuleDesk> desk;
    private final LastCommands lastCommands;

    /**
     * @param desk asked for at each call
     * @param lastCommands learns what each user has done last
     */
    public RuleOperations(final Supplier<RuleDesk> desk, final LastCommands lastCommands) {
        this.desk = desk;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        fees(operations);
        operations
                .on("GET", "/instruments/{symbol}/schedule", Access.ANY, PHASES, "When its phases change.")
                .answers(ScheduleShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL)
                .does(call -> live(desk.get().schedule(symbol(call))));
        operations
                .on(
                        "PUT",
                        "/instruments/{symbol}/schedule",
                        Access.ADMIN,
                        PHASES,
                        "Sets when its phases change, in force from the next change.")
                .reads(ScheduleRequest.class)
                .answers(ScheduleShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL, Problems.REASON_REQUIRED, Problems.INVALID_FIELD)
                .doesLater(this::setSchedule);
        news(operations);
    }

    private void fees(final Operations operations) {
        operations
                .on("GET", "/fee-tiers", Access.STAFF, FEES, "All fee tiers, by name.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(FeeTierShape.class)
                .does(call -> live(Pages.byKey(call, desk.get().feeTiers(), FeeTierShape::id)));
        operations
                .on("GET", "/fee-tiers/{id}", Access.STAFF, FEES, "One fee tier.")
                .answers(FeeTierShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> live(tier(call)));
        operations
                .on("POST", "/fee-tiers", Access.ADMIN, FEES, "Makes a fee tier.")
                .reads(FeeTierRequest.class)
                .answers(FeeTierShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE), Problems.INVALID_FIELD)
                .doesLater(this::createTier);
        operations
                .on(
                        "PUT",
                        "/fee-tiers/{id}",
                        Access.ADMIN,
                        FEES,
                        "Sets its rates, in force from the next roll of the day.")
                .reads(FeeTierChangeRequest.class)
                .answers(FeeTierShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.REASON_REQUIRED)
                .doesLater(this::changeTier);
    }

    private void news(final Operations operations) {
        operations
                .on("GET", "/announcements", Access.ANY, NEWS, "Announcements, newest first.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(AnnouncementShape.class)
                .does(call ->
                        live(Pages.newestFirst(call, desk.get().announcements(), each -> Long.parseLong(each.id()))));
        operations
                .on("GET", "/announcements/{id}", Access.ANY, NEWS, "One announcement.")
                .answers(AnnouncementShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> live(announcement(call)));
        operations
                .on("POST", "/announcements", Access.OPERATOR, NEWS, "Tells everybody, by FIX News and on the pages.")
                .reads(AnnouncementRequest.class)
                .answers(AnnouncementShape.class, 201)
                .doesLater(this::announce);
        operations
                .on("DELETE", "/announcements/{id}", Access.OPERATOR, NEWS, "Withdraws it.")
                .answers(AnnouncementShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .doesLater(this::withdraw);
    }

    private Answer live(final Object shape) {
        return Answer.ok(shape).at(desk.get().sequence());
    }

    private String symbol(final Call call) {
        final String symbol = call.path("symbol");
        if (desk.get().instrument(symbol) == null) {
            throw new ProblemException(Problems.UNKNOWN_SYMBOL, "symbol=" + symbol);
        }
        return symbol;
    }

    private FeeTierShape tier(final Call call) {
        final FeeTierShape found = desk.get().feeTier(call.path("id"));
        if (found == null) {
            throw new ProblemException(Problems.NOT_FOUND, "feeTier=" + call.path("id"));
        }
        return found;
    }

    private CompletableFuture<Answer> createTier(final Call call) {
        final Members members = call.members();
        members.require("id");
        final String id = members.text("id", ID, "1 to 32 of letters, digits, dot, underscore and hyphen");
        if (STANDARD.equals(id)) {
            members.fault(Problems.ofRefusal(Code.IN_USE), "id", "standard means the instruments' own fees");
        }
        final List<FeeTier.Rates> rates = rates(members);
        final String reason = members.optionalReason();
        members.check();
        return desk.get()
                .defineFeeTier(call.principal(), id, true, rates, AuditText.of(call, reason, members.given()))
                .thenApply(sequence -> done(
                        call, Answer.created(desk.get().feeTier(id), Operations.ROOT + "/fee-tiers/" + id), sequence));
    }

    private CompletableFuture<Answer> changeTier(final Call call) {
        final Members members = call.members();
        members.require("rates");
        final List<FeeTier.Rates> rates = rates(members);
        final String reason = members.reason();
        members.check();
        final FeeTierShape before = tier(call);
        final byte[] audit = AuditText.change(call, reason, before.id(), members.given(), before);
        return desk.get()
                .defineFeeTier(call.principal(), before.id(), false, rates, audit)
                .thenApply(sequence -> done(call, Answer.ok(desk.get().feeTier(before.id())), sequence));
    }

    private List<FeeTier.Rates> rates(final Members members) {
        final Map<String, Members> bySymbol = members.objectsByName("rates", FeeRatesShape.class);
        final List<FeeTier.Rates> rates = new ArrayList<>();
        if (bySymbol == null) {
            return rates;
        }
        bySymbol.forEach((symbol, each) -> {
            each.require("makerFeeBp", "takerFeeBp", "auctionFeeBp");
            final Instrument instrument = desk.get().instrument(symbol);
            if (instrument == null) {
                members.fault(
                        Problems.ofRefusal(Code.UNKNOWN_SYMBOL), "rates." + symbol, "there is no such instrument");
                return;
            }
            final int maker = hundredths(each, "makerFeeBp", -MAX_BP);
            final int taker = hundredths(each, "takerFeeBp", -MAX_BP);
            if (maker + taker < 0) {
                each.fault(Problems.INVALID_FIELD, "makerFeeBp", "a rebate greater than takerFeeBp");
            }
            rates.add(new FeeTier.Rates(instrument.id(), maker, taker, hundredths(each, "auctionFeeBp", 0)));
        });
        rates.sort(java.util.Comparator.comparingInt(FeeTier.Rates::instrumentId));
        return rates;
    }

    private static int hundredths(final Members members, final String name, final int least) {
        final String digits = members.decimal(name);
        if (digits == null) {
            return 0;
        }
        try {
            final int value = new BigDecimal(digits).movePointRight(2).intValueExact();
            if (value >= least && value <= MAX_BP) {
                return value;
            }
        } catch (final ArithmeticException e) {
            // told below
        }
        members.fault(Problems.INVALID_FIELD, name, "at most two decimals, from " + least / 100 + " to 10000");
        return 0;
    }

    private CompletableFuture<Answer> setSchedule(final Call call) {
        final Members members = call.members();
        members.require("timeZone", "days");
        final String reason = members.reason();
        final ScheduleShape wanted = schedule(members);
        members.check();
        final String symbol = symbol(call);
        final byte[] audit = AuditText.change(
                call, reason, symbol, members.given(), desk.get().schedule(symbol));
        return desk.get()
                .setSchedule(call.principal(), symbol, wanted, audit)
                .thenApply(sequence -> done(call, Answer.ok(desk.get().schedule(symbol)), sequence));
    }

    private static ScheduleShape schedule(final Members members) {
        final String zone = members.text("timeZone", MAX_TEXT);
        final List<String> holidays = members.texts("holidays", MAX_TEXT);
        final List<Members> days = members.objects("days", ScheduleDaysShape.class);
        final List<ScheduleDaysShape> all = new ArrayList<>();
        if (days != null) {
            days.forEach(each -> all.add(days(each)));
        }
        final ScheduleShape shape = new ScheduleShape(zone, all, holidays == null ? List.of() : holidays);
        if (zone != null && !members.hasFaults()) {
            try {
                new WeekSchedule(shape);
            } catch (final IllegalArgumentException e) {
                members.fault(Problems.INVALID_FIELD, "days", e.getMessage());
            }
        }
        return shape;
    }

    private static ScheduleDaysShape days(final Members each) {
        each.require("days", "changes");
        final List<String> names = each.texts("days", MAX_TEXT);
        final List<Members> changes = each.objects("changes", ScheduleChangeShape.class);
        final List<ScheduleChangeShape> all = new ArrayList<>();
        if (changes != null) {
            for (final Members change : changes) {
                change.require("time", "phase");
                final Phase phase = change.word("phase", Phase.class);
                all.add(new ScheduleChangeShape(change.text("time", MAX_TEXT), phase == null ? null : phase.name()));
            }
        }
        return new ScheduleDaysShape(names == null ? List.of() : names, all);
    }

    private AnnouncementShape announcement(final Call call) {
        final AnnouncementShape found = desk.get().announcement(call.id("id"));
        if (found == null) {
            throw new ProblemException(Problems.NOT_FOUND, "announcement=" + call.path("id"));
        }
        return found;
    }

    private CompletableFuture<Answer> announce(final Call call) {
        final Members members = call.members();
        members.require("text");
        final String text = members.text("text", MAX_NEWS);
        if (text != null && text.isBlank()) {
            members.fault(Problems.INVALID_FIELD, "text", "says nothing");
        }
        final Long at = members.timeMicros("at");
        final String severity = members.text("severity", SEVERITY, "not INFO, WARNING or CRITICAL");
        final String reason = members.optionalReason();
        members.check();
        return desk.get()
                .announce(
                        call.principal(),
                        severity == null ? "INFO" : severity,
                        at,
                        text,
                        AuditText.of(call, reason, members.given()))
                .thenApply(done -> answer(
                        call,
                        done,
                        Answer.created(
                                done.shape(),
                                Operations.ROOT + "/announcements/"
                                        + done.shape().id())));
    }

    private CompletableFuture<Answer> withdraw(final Call call) {
        final String id = announcement(call).id();
        return desk.get()
                .withdraw(call.principal(), Long.parseLong(id), AuditText.of(call, null, Map.of("id", id)))
                .thenApply(done -> answer(call, done, Answer.ok(done.shape())));
    }

    private Answer answer(final Call call, final VenueDesk.Done<?> done, final Answer answer) {
        return done(call, answer, done.sequence());
    }

    private Answer done(final Call call, final Answer answer, final long sequence) {
        lastCommands.note(call.principal().userId(), sequence);
        return answer.at(sequence);
    }
}
