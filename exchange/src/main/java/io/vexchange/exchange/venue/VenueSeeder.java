package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.client.Participant;
import io.vexchange.engine.client.Token;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.VenueSeed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns the seed into commands: what the log does not know is added, with its opening balances; what differs is left as the log has it.
 * The exchange's own account is added last, so a log without it has never been seeded to the end and is seeded further.
 */
final class VenueSeeder {
    static final String VENUE = "VEX";
    static final String FEES = "VEX-FEES";

    private static final long ANSWER_SECONDS = 30;

    private final SeedView view;
    private final Directory directory;
    private final SeedCommands commands;
    private final VenueSeed seed;
    private final PasswordHashes hashes;
    private final Map<String, CompletableFuture<Outcome>> asked = new LinkedHashMap<>();

    VenueSeeder(final SeedView view, final SeedCommands commands, final VenueSeed seed, final PasswordHashes hashes) {
        this.view = view;
        this.directory = view.directory();
        this.commands = commands;
        this.seed = seed;
        this.hashes = hashes;
    }

    /**
     * Adds what is missing. When this returns, the view's directory shows it.
     *
     * @throws StartFailure when the engine refuses an entry
     * @throws InterruptedException when the venue is stopped meanwhile
     */
    void seed() throws InterruptedException {
        final boolean isWhole = directory.account(FEES) != null;
        final Set<String> newAccounts = new HashSet<>();
        seed.assets().stream()
                .filter(each -> directory.asset(each.id()) == null)
                .forEach(each -> ask("asset " + each.id(), commands.define(each)));
        settle();
        seed.instruments().stream()
                .filter(each -> directory.instrument(each.symbol()) == null)
                .forEach(this::addInstrument);
        participants().stream()
                .filter(each -> directory.participant(each.id()) == null)
                .forEach(each -> ask("participant " + each.id(), commands.define(each)));
        settle();
        seed.participants().forEach(each -> addAccounts(each, newAccounts));
        settle();
        seed.accounts().stream()
                .filter(each -> !isWhole || newAccounts.contains(each.id()))
                .forEach(this::addBalances);
        seed.participants().forEach(this::addSessions);
        seed.users().stream()
                .filter(each -> directory.user(each.name()) == null)
                .forEach(this::addUser);
        settle();
        seed.users().forEach(this::addTokens);
        settle();
        if (!isWhole) {
            final int venue = directory.participant(VENUE).id();
            ask("account " + FEES, commands.defineAccount(FEES, AccountType.EXCHANGE, venue));
            settle();
        }
    }

    private List<VenueSeed.Participant> participants() {
        final List<VenueSeed.Participant> all = new ArrayList<>(seed.participants());
        all.add(new VenueSeed.Participant(
                VENUE, "The exchange", SelfTradePrevention.CANCEL_NEWEST, List.of(), List.of()));
        return all;
    }

    private void addInstrument(final VenueSeed.Instrument it) {
        try {
            ask("instrument " + it.symbol(), commands.define(it, InstrumentUnits.of(it, directory)));
        } catch (final ArithmeticException e) {
            throw new StartFailure(
                    ExitCode.USAGE, "venue.conf: instrument " + it.symbol() + " has a number beyond 63 bits", e);
        }
    }

    private void addAccounts(final VenueSeed.Participant participant, final Set<String> added) {
        final int participantId = directory.participant(participant.id()).id();
        for (final VenueSeed.Account each : participant.accounts()) {
            if (directory.account(each.id()) == null) {
                ask("account " + each.id(), commands.defineAccount(each.id(), each.type(), participantId));
                added.add(each.id());
            }
        }
    }

    private void addBalances(final VenueSeed.Account account) {
        final int accountId = directory.account(account.id()).id();
        account.balances().forEach((asset, amount) -> {
            final int assetId = directory.asset(asset).id();
            if (!view.hasBalance(accountId, assetId)) {
                final long units = units(account, asset, amount);
                ask(
                        "balance of " + account.id() + " in " + asset,
                        commands.deposit(account.id(), accountId, assetId, units));
            }
        });
    }

    private long units(final VenueSeed.Account account, final String asset, final java.math.BigDecimal amount) {
        try {
            return InstrumentUnits.minorUnits(amount, directory.asset(asset).scale());
        } catch (final ArithmeticException e) {
            throw new StartFailure(
                    ExitCode.USAGE,
                    "venue.conf: balance of " + account.id() + " in " + asset + " does not fit: "
                            + amount.toPlainString(),
                    e);
        }
    }

    private void addSessions(final VenueSeed.Participant participant) {
        final int participantId = directory.participant(participant.id()).id();
        for (final VenueSeed.Session each : participant.sessions()) {
            if (directory.session(each.id()) == null) {
                final int defaultAccountId = each.defaultAccount() == null
                        ? 0
                        : directory.account(each.defaultAccount()).id();
                ask(
                        "session " + each.id(),
                        commands.define(each, participantId, defaultAccountId, ids(each.accounts()), hashes.of(each)));
            }
        }
    }

    private void addUser(final VenueSeed.User user) {
        ask("user " + user.name(), commands.define(user, ids(user.accounts()), hashes.of(user)));
    }

    private List<Integer> ids(final List<String> accounts) {
        return accounts.stream().map(directory::account).map(Account::id).toList();
    }

    /** Tokens are known by their hash: their name must not be the secret. */
    private void addTokens(final VenueSeed.User user) {
        final User known = directory.user(user.name());
        int number = 0;
        for (final String token : user.tokens()) {
            number++;
            final String hash = SeedProperties.sha256(token);
            if (directory.tokens().stream().noneMatch(each -> hash.equals(hashOf(each)))) {
                final String name = user.name() + "-seed-" + number;
                ask("token " + name, commands.defineToken(user, known.id(), token, name));
            }
        }
    }

    private static String hashOf(final Token token) {
        return SeedProperties.text(token.properties(), SeedProperties.TOKEN_HASH);
    }

    private void ask(final String what, final CompletableFuture<Outcome> answer) {
        asked.put(what, answer);
    }

    /** Waits for all answers. An answer comes after the directory has seen what it made. */
    private void settle() throws InterruptedException {
        for (final Map.Entry<String, CompletableFuture<Outcome>> each : asked.entrySet()) {
            final Code code = answer(each.getKey(), each.getValue()).code();
            if (code != Code.NONE) {
                throw new StartFailure(ExitCode.USAGE, "venue.conf: " + each.getKey() + " is refused: " + code);
            }
        }
        asked.clear();
    }

    static Outcome answer(final String what, final CompletableFuture<Outcome> answer) throws InterruptedException {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (final TimeoutException | ExecutionException | EngineUnavailableException e) {
            throw new StartFailure(
                    ExitCode.FAILED, "the engine has not taken " + what + " within " + ANSWER_SECONDS + " s", e);
        }
    }

    /** @return what the log has otherwise than the seed, such as {@code session ALPHA1}; passwords are not compared */
    List<String> differences() {
        final List<String> found = new ArrayList<>();
        for (final VenueSeed.Asset each : seed.assets()) {
            add(found, "asset " + each.id(), directory.asset(each.id()).scale() == each.scale());
        }
        for (final VenueSeed.Instrument each : seed.instruments()) {
            add(found, "instrument " + each.symbol(), SeedComparison.same(each, directory));
        }
        for (final VenueSeed.Participant each : seed.participants()) {
            final Participant known = directory.participant(each.id());
            add(found, "participant " + each.id(), SeedComparison.same(each, known));
            for (final VenueSeed.Account account : each.accounts()) {
                add(found, "account " + account.id(), SeedComparison.same(account, known, directory));
            }
            for (final VenueSeed.Session session : each.sessions()) {
                add(found, "session " + session.id(), SeedComparison.same(session, known, directory));
            }
        }
        for (final VenueSeed.User each : seed.users()) {
            add(found, "user " + each.name(), SeedComparison.same(each, directory));
        }
        return found;
    }

    private static void add(final List<String> found, final String name, final boolean same) {
        if (!same) {
            found.add(name);
        }
    }
}
