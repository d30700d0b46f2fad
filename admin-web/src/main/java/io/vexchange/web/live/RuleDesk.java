package io.vexchange.web.live;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Announcement;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.FeeTier;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Limits;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.web.access.Principal;
import io.vexchange.web.json.Times;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.schedule.WeekSchedule;
import io.vexchange.web.shape.AnnouncementShape;
import io.vexchange.web.shape.CancelAfterShape;
import io.vexchange.web.shape.FeeRatesShape;
import io.vexchange.web.shape.FeeTierShape;
import io.vexchange.web.shape.ScheduleShape;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Limits, fee tiers, schedules, announcements and cancel-afters: set as commands, shown from the live state. A change answers, with the
 * newest event after it, when the live state of this process shows it. Threads: any.
 */
public final class RuleDesk {
    private static final List<String> SEVERITIES = List.of("INFO", "WARNING", "CRITICAL");

    private final LiveVenue venue;
    private final Directory directory;
    private final RuleCommands commands;

    RuleDesk(final LiveVenue venue, final Commander commander) {
        this.venue = venue;
        this.directory = venue.directory();
        this.commands = new RuleCommands(commander);
    }

    private static long done(final Outcome outcome, final String detail) {
        Refusals.check(outcome, detail);
        return outcome.sequence();
    }

    /** @return the newest event shown here */
    public long sequence() {
        return venue.state().sequence();
    }

    /**
     * @param symbol of an instrument
     * @return it, or null
     */
    public Instrument instrument(final String symbol) {
        return directory.instrument(symbol);
    }

    /**
     * @param principal an admin
     * @param account that exists
     * @param limits all of them
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> limitAccount(
            final Principal principal, final String account, final Limits limits, final byte[] audit) {
        final Account it = directory.account(account);
        return commands.setLimits(principal.userId(), KillScope.ACCOUNT, it.id(), limits, audit)
                .thenApply(outcome -> done(outcome, "account=" + account));
    }

    /**
     * @param principal an admin
     * @param participant that exists
     * @param limits all of them, over all its accounts
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> limitParticipant(
            final Principal principal, final String participant, final Limits limits, final byte[] audit) {
        final Participant it = directory.participant(participant);
        return commands.setLimits(principal.userId(), KillScope.FIRM, it.id(), limits, audit)
                .thenApply(outcome -> done(outcome, "participant=" + participant));
    }

    /** @return all fee tiers, by name */
    public List<FeeTierShape> feeTiers() {
        return directory.rules().feeTiers().stream()
                .sorted(Comparator.comparing(FeeTier::name))
                .map(this::shape)
                .toList();
    }

    /**
     * @param name of a fee tier
     * @return it, or null
     */
    public FeeTierShape feeTier(final String name) {
        final FeeTier tier = tier(name);
        return tier == null ? null : shape(tier);
    }

    private FeeTier tier(final String name) {
        return directory.rules().feeTiers().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private FeeTierShape shape(final FeeTier it) {
        final Map<String, FeeRatesShape> rates = new TreeMap<>();
        for (final FeeTier.Rates each : it.rates()) {
            rates.put(
                    directory.instrument(each.instrumentId()).symbol(),
                    new FeeRatesShape(bp(each.makerFeeRate()), bp(each.takerFeeRate()), bp(each.auctionFeeRate())));
        }
        return new FeeTierShape(it.name(), rates);
    }

    private static String bp(final int rate) {
        return BigDecimal.valueOf(rate, 2).toPlainString();
    }

    /**
     * @param principal an admin
     * @param name of the tier
     * @param isNew whether it is to be made
     * @param rates all of them
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> defineFeeTier(
            final Principal principal,
            final String name,
            final boolean isNew,
            final List<FeeTier.Rates> rates,
            final byte[] audit) {
        final FeeTier known = tier(name);
        if (isNew && known != null) {
            throw ProblemException.ofField(Problems.ofRefusal(Code.IN_USE), "id", name + " is there already");
        }
        final FeeTier wanted = new FeeTier(isNew ? 0 : known.id(), name, rates);
        return commands.defineFeeTier(principal.userId(), wanted, audit)
                .thenApply(outcome -> done(outcome, "feeTier=" + name));
    }

    /**
     * @param principal an admin
     * @param account that exists
     * @param name of a tier, or {@code standard}
     * @param audit of the act
     * @return the newest event after it; in force from the next roll of the day
     */
    public CompletableFuture<Long> assignFeeTier(
            final Principal principal, final String account, final String name, final byte[] audit) {
        final FeeTier tier = tier(name);
        if (tier == null && !name.equals(AccountDesk.STANDARD_TIER)) {
            throw ProblemException.ofField(Problems.INVALID_FIELD, "feeTier", "there is no fee tier " + name);
        }
        return commands.assignFeeTier(
                        principal.userId(), directory.account(account).id(), tier == null ? 0 : tier.id(), audit)
                .thenApply(outcome -> done(outcome, "account=" + account + " feeTier=" + name));
    }

    /**
     * @param symbol of an instrument that exists
     * @return its schedule as people wrote it
     */
    public ScheduleShape schedule(final String symbol) {
        return WeekSchedule.read(
                directory.rules().schedule(directory.instrument(symbol).id()).properties());
    }

    /**
     * @param principal an admin
     * @param symbol of an instrument that exists
     * @param wanted the whole schedule, checked
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> setSchedule(
            final Principal principal, final String symbol, final ScheduleShape wanted, final byte[] audit) {
        return commands.setSchedule(
                        principal.userId(),
                        directory.instrument(symbol).id(),
                        new WeekSchedule(wanted).coming(Times.nowMicros()),
                        WeekSchedule.properties(wanted),
                        audit)
                .thenApply(outcome -> done(outcome, "symbol=" + symbol));
    }

    /** @return all announcements known, newest first */
    public List<AnnouncementShape> announcements() {
        return directory.rules().announcements().stream()
                .sorted(Comparator.comparingLong(Announcement::id).reversed())
                .map(this::shape)
                .toList();
    }

    /**
     * @param id of an announcement
     * @return it, or null
     */
    public AnnouncementShape announcement(final long id) {
        return directory.rules().announcements().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .map(this::shape)
                .orElse(null);
    }

    private AnnouncementShape shape(final Announcement it) {
        final User user = it.actorId() == 0 ? null : directory.user(Math.abs(it.actorId()));
        return new AnnouncementShape(
                Long.toString(it.id()),
                it.text(),
                it.atMicros() == Decimals.ABSENT ? null : Times.text(it.atMicros()),
                SEVERITIES.get(Math.max(1, Math.min(SEVERITIES.size(), it.severity())) - 1),
                it.isActive(),
                user == null ? null : user.name(),
                Times.text(it.announcedMicros()),
                venue.state().sequence());
    }

    /**
     * @param principal an operator
     * @param severity a word
     * @param atMicros when it happens, null for now
     * @param text for everybody
     * @param audit of the act
     * @return what was announced
     */
    public CompletableFuture<VenueDesk.Done<AnnouncementShape>> announce(
            final Principal principal,
            final String severity,
            final Long atMicros,
            final String text,
            final byte[] audit) {
        return commands.announce(principal.userId(), 0, true, SEVERITIES.indexOf(severity) + 1, atMicros, text, audit)
                .thenApply(outcome -> {
                    Refusals.check(outcome, text);
                    return new VenueDesk.Done<>(announcement(outcome.resultId()), true, outcome.sequence());
                });
    }

    /**
     * @param principal an operator
     * @param id of an announcement
     * @param audit of the act
     * @return it, withdrawn
     */
    public CompletableFuture<VenueDesk.Done<AnnouncementShape>> withdraw(
            final Principal principal, final long id, final byte[] audit) {
        final Announcement it = directory.rules().announcements().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND, "announcement=" + id));
        return commands.announce(
                        principal.userId(),
                        id,
                        false,
                        it.severity(),
                        it.atMicros() == Decimals.ABSENT ? null : it.atMicros(),
                        it.text(),
                        audit)
                .thenApply(outcome -> {
                    Refusals.check(outcome, "announcement=" + id);
                    return new VenueDesk.Done<>(announcement(id), false, outcome.sequence());
                });
    }

    /**
     * @param principal a trader who may use the account
     * @param account that exists
     * @param seconds 0 to end it
     * @return when the orders are cancelled
     */
    public CompletableFuture<CancelAfterShape> cancelAfter(
            final Principal principal, final String account, final int seconds) {
        final Account it = directory.account(account);
        return commands.cancelAfter(principal.userId(), it.id(), seconds).thenApply(outcome -> {
            Refusals.check(outcome, "account=" + account);
            final var set = directory.rules().cancelAfter(principal.userId(), it.id());
            return new CancelAfterShape(
                    account, seconds, set == null ? null : Times.text(set.atMicros()), outcome.sequence());
        });
    }
}
