package io.vexchange.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Changes of users, firms, accounts, assets and FIX sessions, as commands. Each answers, with the newest event after it, when the live
 * state of this process shows it. What is null stays as it is. Threads: any.
 */
public final class DirectoryDesk {
    private static final String PASSWORD_HASH = "passwordHash";
    private static final String NAME = "name";

    private final Directory directory;
    private final DirectoryCommands commands;
    private final Turns turns = new Turns();

    DirectoryDesk(final LiveVenue venue, final Commander commander) {
        this.directory = venue.directory();
        this.commands = new DirectoryCommands(commander);
    }

    private static long done(final Outcome outcome, final String field, final String id) {
        if (outcome.code() == Code.IN_USE) {
            throw ProblemException.ofField(Problems.ofRefusal(Code.IN_USE), field, id + " is there already");
        }
        Refusals.check(outcome, field + "=" + id);
        return outcome.sequence();
    }

    private static ProblemException unknown(final String field, final String id) {
        return ProblemException.ofField(Problems.INVALID_FIELD, field, "there is no " + id);
    }

    private static <T> T found(final T entry, final String kind, final String id) {
        if (entry == null) {
            throw new ProblemException(Problems.NOT_FOUND, kind + "=" + id);
        }
        return entry;
    }

    private List<Integer> accountIds(final List<String> names) {
        final List<Integer> ids = new ArrayList<>();
        for (final String name : names) {
            final Account account = directory.account(name);
            if (account == null) {
                throw unknown("accounts", name);
            }
            if (!ids.contains(account.id())) {
                ids.add(account.id());
            }
        }
        return ids;
    }

    // users

    /**
     * What of a user is to be.
     *
     * @param role null: as it is
     * @param accounts names, null: as they are
     * @param enabled null: as it is
     * @param passwordHash null: as it is
     */
    public record UserChange(UserRole role, List<String> accounts, Boolean enabled, String passwordHash) {}

    /**
     * @param name of the new user
     * @param change role and accounts given
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> createUser(final String name, final UserChange change, final byte[] audit) {
        final String properties = change.passwordHash() == null
                ? "{}"
                : Properties.of(null).put(PASSWORD_HASH, change.passwordHash()).toString();
        final User user = new User(0, name, change.role(), true, accountIds(change.accounts()), properties);
        return commands.define(user, audit).thenApply(outcome -> done(outcome, NAME, name));
    }

    /**
     * @param name of a user
     * @param change of him
     * @param audit of the act
     * @return the newest event after it; IN_USE for the last admin that is enabled
     */
    public CompletableFuture<Long> changeUser(final String name, final UserChange change, final byte[] audit) {
        return turns.next(() -> {
            final User it = found(directory.user(name), "user", name);
            final User changed = new User(
                    it.id(),
                    it.name(),
                    change.role() == null ? it.role() : change.role(),
                    change.enabled() == null ? it.enabled() : change.enabled(),
                    change.accounts() == null ? it.accountIds() : accountIds(change.accounts()),
                    change.passwordHash() == null
                            ? it.properties()
                            : Properties.of(it.properties())
                                    .put(PASSWORD_HASH, change.passwordHash())
                                    .toString());
            if (isAdmin(it)
                    && !isAdmin(changed)
                    && directory.users().stream().noneMatch(each -> each.id() != it.id() && isAdmin(each))) {
                throw new ProblemException(
                        Problems.ofRefusal(Code.IN_USE), name + " is the last admin that is enabled");
            }
            if (changed.role() != UserRole.TRADER && !changed.accountIds().isEmpty()) {
                throw ProblemException.ofField(Problems.INVALID_FIELD, "accounts", "only a trader has accounts");
            }
            return commands.define(changed, audit).thenApply(outcome -> done(outcome, NAME, name));
        });
    }

    private static boolean isAdmin(final User user) {
        return user.enabled() && user.role() == UserRole.ADMIN;
    }

    // assets, firms, accounts

    /**
     * @param name of the new asset
     * @param scale decimals of its minor unit
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> createAsset(final String name, final int scale, final byte[] audit) {
        return commands.defineAsset(name, scale, audit).thenApply(outcome -> done(outcome, "id", name));
    }

    /**
     * @param id of the new firm
     * @param name for people
     * @param mode self-trade prevention, null for cancel newest
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> createParticipant(
            final String id, final String name, final SelfTradePrevention mode, final byte[] audit) {
        final String properties = Properties.of(null).put(NAME, name).toString();
        final Participant firm =
                new Participant(0, id, true, mode == null ? SelfTradePrevention.CANCEL_NEWEST : mode, properties);
        return commands.define(firm, audit).thenApply(outcome -> done(outcome, "id", id));
    }

    /**
     * @param id of a firm
     * @param name null: as it is
     * @param enabled null: as it is
     * @param mode null: as it is
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> changeParticipant(
            final String id,
            final String name,
            final Boolean enabled,
            final SelfTradePrevention mode,
            final byte[] audit) {
        return turns.next(() -> {
            final Participant it = found(directory.participant(id), "participant", id);
            final ObjectNode properties = Properties.of(it.properties());
            if (name != null) {
                properties.put(NAME, name);
            }
            final Participant changed = new Participant(
                    it.id(),
                    it.name(),
                    enabled == null ? it.enabled() : enabled,
                    mode == null ? it.selfTradePrevention() : mode,
                    properties.toString());
            return commands.define(changed, audit).thenApply(outcome -> done(outcome, "id", id));
        });
    }

    /**
     * @param id of the new account
     * @param participant its firm
     * @param type cash or credit
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> createAccount(
            final String id, final String participant, final AccountType type, final byte[] audit) {
        final Participant firm = directory.participant(participant);
        if (firm == null) {
            throw unknown("participant", participant);
        }
        final Account account = new Account(0, id, firm.id(), type, true, 0, "{}");
        return commands.define(account, audit).thenApply(outcome -> done(outcome, "id", id));
    }

    /**
     * @param id of an account
     * @param enabled whether it may trade
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> enableAccount(final String id, final boolean enabled, final byte[] audit) {
        return turns.next(() -> {
            final Account it = found(directory.account(id), "account", id);
            final Account changed = new Account(
                    it.id(), it.name(), it.participantId(), it.type(), enabled, it.createdMicros(), it.properties());
            return commands.define(changed, audit).thenApply(outcome -> done(outcome, "id", id));
        });
    }

    // FIX sessions

    /**
     * A FIX session that is wanted.
     *
     * @param id SenderCompID
     * @param participant its firm
     * @param role what it is for
     * @param accounts names, all of the firm
     * @param defaultAccount null for none
     * @param mode self-trade prevention, null for the firm's
     * @param properties for the gateway, the password's hash among them
     */
    public record NewSession(
            String id,
            String participant,
            SessionRole role,
            List<String> accounts,
            String defaultAccount,
            SelfTradePrevention mode,
            Map<String, Object> properties) {}

    /**
     * @param wanted the session
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> createSession(final NewSession wanted, final byte[] audit) {
        final Participant firm = directory.participant(wanted.participant());
        if (firm == null) {
            throw unknown("participant", wanted.participant());
        }
        for (final String name : wanted.accounts()) {
            final Account account = directory.account(name);
            if (account == null || account.participantId() != firm.id()) {
                throw ProblemException.ofField(
                        Problems.INVALID_FIELD, "accounts", firm.name() + " has no account " + name);
            }
        }
        if (wanted.defaultAccount() != null && !wanted.accounts().contains(wanted.defaultAccount())) {
            throw ProblemException.ofField(
                    Problems.INVALID_FIELD, "defaultAccount", "not one of the session's accounts");
        }
        final Session session = new Session(
                0,
                wanted.id(),
                firm.id(),
                wanted.role(),
                true,
                wanted.mode(),
                wanted.defaultAccount() == null
                        ? 0
                        : directory.account(wanted.defaultAccount()).id(),
                accountIds(wanted.accounts()),
                Properties.text(wanted.properties()));
        return commands.define(session, audit).thenApply(outcome -> done(outcome, "id", wanted.id()));
    }

    /**
     * @param id SenderCompID
     * @param passwordHash Argon2id
     * @param audit of the act
     * @return the newest event after it; connections that are open stay
     */
    public CompletableFuture<Long> setSessionPassword(final String id, final String passwordHash, final byte[] audit) {
        return changeSession(
                id,
                it -> new Session(
                        it.id(),
                        it.name(),
                        it.participantId(),
                        it.role(),
                        it.enabled(),
                        it.selfTradePrevention(),
                        it.defaultAccountId(),
                        it.accountIds(),
                        Properties.of(it.properties())
                                .put(PASSWORD_HASH, passwordHash)
                                .toString()),
                audit);
    }

    /**
     * @param id SenderCompID
     * @param enabled whether it may log on
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> enableSession(final String id, final boolean enabled, final byte[] audit) {
        return changeSession(
                id,
                it -> new Session(
                        it.id(),
                        it.name(),
                        it.participantId(),
                        it.role(),
                        enabled,
                        it.selfTradePrevention(),
                        it.defaultAccountId(),
                        it.accountIds(),
                        it.properties()),
                audit);
    }

    private CompletableFuture<Long> changeSession(
            final String id, final UnaryOperator<Session> change, final byte[] audit) {
        return turns.next(() -> {
            final Session it = found(directory.session(id), "session", id);
            return commands.define(change.apply(it), audit).thenApply(outcome -> done(outcome, "id", id));
        });
    }
}
