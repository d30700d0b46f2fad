package io.vexchange.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.Token;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.BalanceChangedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.web.access.Principal;
import io.vexchange.web.access.Role;
import io.vexchange.web.access.TokenHash;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.json.Json;
import io.vexchange.web.json.Times;
import io.vexchange.web.problem.FieldFault;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.ProblemKind;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.BalanceShape;
import io.vexchange.web.shape.KillSwitchShape;
import io.vexchange.web.shape.LedgerShape;
import io.vexchange.web.shape.PhaseShape;
import io.vexchange.web.shape.TokenShape;
import io.vexchange.web.shape.TransferShape;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.concurrent.UnsafeBuffer;

/** Acts of the venue's own people, as commands. Each answers when the live state of this process shows it. Threads: any. */
public final class VenueDesk {
    private static final String EXTERNAL = "VEX-EXTERNAL";
    private static final int SECRET_BYTES = 32;
    private static final long ACT_SECONDS = 10;

    private final LiveVenue venue;
    private final AccountDesk accounts;
    private final Commander commander;
    private final OperatorCommands operators;
    private final boolean secondUser;
    private final SecureRandom random = new SecureRandom();

    /** What an act did, and the newest event after it. */
    public record Done<T>(T shape, boolean isNew, long sequence) {}

    VenueDesk(final LiveVenue venue, final AccountDesk accounts, final Commander commander, final boolean secondUser) {
        this.venue = venue;
        this.accounts = accounts;
        this.commander = commander;
        this.operators = new OperatorCommands(commander);
        this.secondUser = secondUser;
    }

    /**
     * Sets the phase of one instrument or all.
     *
     * @param principal an operator
     * @param symbol of an instrument, null for all
     * @param phase wanted
     * @param untilMicros its end, null for none
     * @param audit of the act
     * @return the phases as they are then
     */
    public CompletableFuture<Done<List<PhaseShape>>> setPhase(
            final Principal principal,
            final String symbol,
            final Phase phase,
            final Long untilMicros,
            final byte[] audit) {
        final int instrumentId =
                symbol == null ? 0 : venue.directory().instrument(symbol).id();
        return commander
                .setPhase(
                        principal.userId(),
                        instrumentId,
                        phase,
                        untilMicros == null ? Decimals.ABSENT : untilMicros,
                        audit)
                .thenApply(outcome -> {
                    if (symbol == null && outcome.code() == Code.PHASE_CHANGE_NOT_ALLOWED) {
                        throw notAllowed(phase);
                    }
                    Refusals.check(outcome, (symbol == null ? "all" : symbol) + " to " + phase);
                    final List<PhaseShape> phases = venue.directory().instruments().stream()
                            .filter(each -> symbol == null || each.symbol().equals(symbol))
                            .map(each -> venue.market().phase(each.symbol()))
                            .toList();
                    return new Done<>(phases, true, outcome.sequence());
                });
    }

    /** Nothing has changed; names each instrument that stands in the way. */
    private ProblemException notAllowed(final Phase wanted) {
        final ProblemKind kind = Problems.ofRefusal(Code.PHASE_CHANGE_NOT_ALLOWED);
        final List<FieldFault> closed = venue.directory().instruments().stream()
                .filter(each -> each.phase() == Phase.CLOSED)
                .map(each -> new FieldFault(each.symbol(), kind.code(), "CLOSED to " + wanted))
                .toList();
        return closed.isEmpty()
                ? new ProblemException(kind, "all to " + wanted)
                : ProblemException.ofFields(kind, closed);
    }

    /**
     * Engages a kill switch.
     *
     * @param principal an operator
     * @param scope of it
     * @param target name by scope, null for the market
     * @param audit of the act
     * @return once all orders it ends are cancelled; what is engaged already is not new
     */
    public CompletableFuture<Done<KillSwitchShape>> engage(
            final Principal principal, final KillScope scope, final String target, final byte[] audit) {
        final long newest = venue.state().killSwitches().stream()
                .mapToLong(each -> each.id())
                .max()
                .orElse(0);
        return commander
                .engage(principal.userId(), scope, targetId(scope, target), audit)
                .thenApply(outcome -> {
                    Refusals.check(outcome, scope + " " + target);
                    return new Done<>(
                            accounts.killSwitch(outcome.resultId()), outcome.resultId() > newest, outcome.sequence());
                });
    }

    private int targetId(final KillScope scope, final String target) {
        final Integer id = switch (scope) {
            case MARKET -> Integer.valueOf(0);
            case SESSION -> {
                final Session session = venue.directory().session(target);
                yield session == null ? null : session.id();
            }
            case ACCOUNT -> {
                final Account account = venue.directory().account(target);
                yield account == null ? null : account.id();
            }
            case FIRM -> {
                final Participant firm = venue.directory().participant(target);
                yield firm == null ? null : firm.id();
            }
            case INSTRUMENT -> {
                final Instrument instrument = venue.directory().instrument(target);
                yield instrument == null ? null : instrument.id();
            }
        };
        if (id == null) {
            throw ProblemException.ofField(
                    Problems.INVALID_FIELD,
                    "target",
                    "there is no " + scope.name().toLowerCase(Locale.ROOT) + " " + target);
        }
        return id;
    }

    /**
     * Releases a kill switch.
     *
     * @param principal an operator, by default another than engaged it
     * @param id of it
     * @param audit of the act
     * @return it, released
     */
    public CompletableFuture<Done<KillSwitchShape>> release(
            final Principal principal, final long id, final byte[] audit) {
        if (secondUser && isOfWhoEngaged(principal, id)) {
            throw new ProblemException(
                    Problems.ofRefusal(Code.SECOND_USER_REQUIRED),
                    "killSwitch=" + id + " was engaged by the user who made this token");
        }
        return commander.release(principal.userId(), id, secondUser, audit).thenApply(outcome -> {
            Refusals.check(outcome, "killSwitch=" + id);
            return new Done<>(accounts.killSwitch(id), false, outcome.sequence());
        });
    }

    /** A token of another user counts as its maker's here: one person must not be two. */
    private boolean isOfWhoEngaged(final Principal principal, final long id) {
        final Token token = principal.tokenId() > 0 ? venue.directory().token(principal.tokenId()) : null;
        final KillSwitchShape it = accounts.killSwitch(id);
        return token != null
                && it != null
                && Properties.of(token.properties())
                        .path("createdBy")
                        .asText("")
                        .equals(it.engagedBy());
    }

    /**
     * Moves money in or out.
     *
     * @param name of an account that exists
     * @param assetName of an asset
     * @param amount decimal greater than 0
     * @param isDeposit false: a withdrawal
     * @param reference makes it idempotent
     * @param audit of the act
     * @return the ledger entry and the balance
     */
    public CompletableFuture<Done<TransferShape>> transfer(
            final String name,
            final String assetName,
            final String amount,
            final boolean isDeposit,
            final String reference,
            final byte[] audit) {
        final Account account = venue.directory().account(name);
        final Asset asset = venue.directory().asset(assetName);
        if (asset == null) {
            throw ProblemException.ofField(Problems.INVALID_FIELD, "asset", "there is no asset " + assetName);
        }
        final long minor = Decimals.parse(amount, 1, asset.scale());
        if (!Decimals.isNumber(minor) || minor <= 0 || minor >= 1L << 62) {
            throw ProblemException.ofField(
                    Problems.INVALID_FIELD,
                    "amount",
                    "greater than 0, with at most " + asset.scale() + " decimals, below 2^62 of them");
        }
        return commander
                .transfer(account.id(), asset.id(), isDeposit ? minor : -minor, reference, audit)
                .thenApply(outcome -> {
                    Refusals.check(outcome, name + " " + amount + " " + assetName + " reference=" + reference);
                    return transferred(outcome, account, asset, isDeposit ? minor : -minor, reference, audit);
                });
    }

    private Done<TransferShape> transferred(
            final Outcome outcome,
            final Account account,
            final Asset asset,
            final long minor,
            final String reference,
            final byte[] audit) {
        long sequence = outcome.resultId();
        long timeMicros = outcome.timeMicros();
        String after = null;
        boolean isNew = false;
        for (final byte[] item : outcome.items()) {
            if (Refusals.template(item) == BalanceChangedDecoder.TEMPLATE_ID) {
                final BalanceChangedDecoder it = new BalanceChangedDecoder()
                        .wrapAndApplyHeader(new UnsafeBuffer(item), 0, new MessageHeaderDecoder());
                isNew = it.sequence() > 0;
                sequence = isNew ? it.sequence() : sequence;
                timeMicros = it.timeMicros();
                after = Decimals.formatMoney(it.total(), asset.scale());
            }
        }
        final BalanceShape balance = accounts.balance(account, asset);
        final LedgerShape entry = new LedgerShape(
                sequence + "-1",
                sequence,
                account.name(),
                asset.name(),
                minor > 0 ? "DEPOSIT" : "WITHDRAWAL",
                Decimals.formatMoney(minor, asset.scale()),
                after,
                EXTERNAL,
                null,
                null,
                reference,
                AuditText.reason(audit),
                AuditText.actor(audit),
                Times.text(timeMicros));
        return new Done<>(new TransferShape(entry, balance, outcome.sequence()), isNew, outcome.sequence());
    }

    /**
     * Makes a token.
     *
     * @param principal an admin
     * @param name unique
     * @param userName whose it is
     * @param role at most the user's, null for the user's
     * @param accountNames at most the user's, null for the user's
     * @param expiresMicros null for never
     * @param addresses null or empty for everywhere
     * @param audit of the act
     * @return it, with its secret
     */
    public CompletableFuture<Done<TokenShape>> createToken(
            final Principal principal,
            final String name,
            final String userName,
            final Role role,
            final List<String> accountNames,
            final Long expiresMicros,
            final List<String> addresses,
            final byte[] audit) {
        final User user = venue.directory().user(userName);
        if (user == null) {
            throw ProblemException.ofField(Problems.INVALID_FIELD, "user", "there is no user " + userName);
        }
        final Role own = Role.of(user.role());
        final Role wanted = role == null ? own : role;
        if (wanted.isStaff() != own.isStaff() || wanted.compareTo(own) > 0) {
            throw ProblemException.ofField(Problems.INVALID_FIELD, "role", userName + " is a " + own.word());
        }
        final List<String> mayUse =
                user.accountIds().stream().map(venue.shapes()::account).toList();
        if (accountNames != null && !mayUse.containsAll(accountNames)) {
            throw ProblemException.ofField(Problems.INVALID_FIELD, "accounts", "not all of them are of " + userName);
        }
        final byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        final String token = "vex_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        final Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("sha256", TokenHash.of(token));
        properties.put("role", wanted.name());
        properties.put("accounts", accountNames == null ? mayUse : accountNames);
        properties.put("expiresAt", expiresMicros == null ? null : Times.text(expiresMicros));
        properties.put("addresses", addresses == null ? List.of() : addresses);
        properties.put("createdBy", principal.user());
        return commander
                .defineToken(0, user.id(), true, name, Json.text(properties), audit)
                .thenApply(outcome -> {
                    if (outcome.code() == Code.IN_USE) {
                        throw ProblemException.ofField(
                                Problems.ofRefusal(Code.IN_USE), "name", "there is a token of that name");
                    }
                    Refusals.check(outcome, "token=" + name);
                    return new Done<>(accounts.token((int) outcome.resultId(), token), true, outcome.sequence());
                });
    }

    /**
     * Revokes a token.
     *
     * @param id of it
     * @param audit of the act
     * @return it, opening nothing any more
     */
    public CompletableFuture<Done<TokenShape>> revokeToken(final long id, final byte[] audit) {
        final Token token =
                id <= 0 || id > Integer.MAX_VALUE ? null : venue.directory().token((int) id);
        if (token == null) {
            throw new ProblemException(Problems.NOT_FOUND, "token=" + id);
        }
        final ObjectNode properties = Properties.of(token.properties());
        if (token.enabled()) {
            properties.put("revokedAt", Times.text(Times.nowMicros()));
        }
        return commander
                .defineToken(token.id(), token.userId(), false, token.name(), properties.toString(), audit)
                .thenApply(outcome -> {
                    Refusals.check(outcome, "token=" + id);
                    return new Done<>(accounts.token(token.id(), null), false, outcome.sequence());
                });
    }

    /** What a gateway is asked to do with a FIX session; the numbers are the protocol's. */
    public enum Act {
        /** Log it out. */
        LOG_OUT(1),
        /** Set both its numbers to 1. */
        RESET(2);

        private final int number;

        Act(final int number) {
            this.number = number;
        }
    }

    /**
     * Asks the gateway of a FIX session to do something.
     *
     * @param principal an operator
     * @param name SenderCompID of a session that exists
     * @param act what
     * @param audit of the act
     * @return once it is done: how many reports a reset leaves undelivered
     */
    public CompletableFuture<Done<Long>> act(
            final Principal principal, final String name, final Act act, final byte[] audit) {
        final Session session = venue.directory().session(name);
        return operators
                .act(principal.userId(), session.id(), act.number, audit)
                .thenCompose(outcome -> {
                    Refusals.check(outcome, "session=" + name);
                    return venue.sessionActs().of(outcome.resultId());
                })
                .orTimeout(ACT_SECONDS, TimeUnit.SECONDS)
                .handle((done, failure) -> {
                    if (failure != null) {
                        throw failure instanceof TimeoutException
                                ? new ProblemException(
                                        Problems.OUTCOME_UNKNOWN,
                                        "the gateway of session=" + name + " has not obeyed within 10 s")
                                : unwrapped(failure);
                    }
                    if (done.code() != Code.NONE) {
                        throw Refusals.of(done.code(), "session=" + name, null);
                    }
                    return new Done<>(done.undeliveredReports(), true, done.sequence());
                });
    }

    private static RuntimeException unwrapped(final Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("an act failed", failure);
    }

    /**
     * Puts an act that is no command of the engine into the audit.
     *
     * @param code NONE, or why it was refused
     * @param audit of the act
     */
    public void note(final Code code, final byte[] audit) {
        commander.note(code, audit);
    }
}
