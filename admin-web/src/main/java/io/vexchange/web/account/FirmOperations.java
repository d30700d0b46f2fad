package io.vexchange.web.account;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.web.access.Access;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.DirectoryDesk;
import io.vexchange.web.live.RuleDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.AccountChangeRequest;
import io.vexchange.web.shape.AccountRequest;
import io.vexchange.web.shape.AccountShape;
import io.vexchange.web.shape.AssetRequest;
import io.vexchange.web.shape.AssetShape;
import io.vexchange.web.shape.ParticipantChangeRequest;
import io.vexchange.web.shape.ParticipantRequest;
import io.vexchange.web.shape.ParticipantShape;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes and changes assets, firms and accounts. */
public final class FirmOperations {
    private static final String GROUP = "Accounts";
    private static final int MAX_TEXT = 64;
    private static final int MAX_SCALE = 18;
    private static final Pattern ASSET = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,15}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final String ID_FORM = "1 to 32 of letters, digits, dot, underscore and hyphen";

    private final Supplier<AccountDesk> accounts;
    private final Supplier<DirectoryDesk> directory;
    private final Supplier<RuleDesk> rules;
    private final LastCommands lastCommands;

    /**
     * @param accounts asked for at each call
     * @param directory asked for at each call
     * @param rules asked for at each call
     * @param lastCommands learns what each user has done last
     */
    public FirmOperations(
            final Supplier<AccountDesk> accounts,
            final Supplier<DirectoryDesk> directory,
            final Supplier<RuleDesk> rules,
            final LastCommands lastCommands) {
        this.accounts = accounts;
        this.directory = directory;
        this.rules = rules;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("POST", "/assets", Access.ADMIN, GROUP, "Makes an asset.")
                .reads(AssetRequest.class)
                .answers(AssetShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE), Problems.INVALID_FIELD)
                .doesLater(this::createAsset);
        operations
                .on("POST", "/participants", Access.ADMIN, GROUP, "Makes a firm.")
                .reads(ParticipantRequest.class)
                .answers(ParticipantShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE), Problems.INVALID_FIELD)
                .doesLater(this::createParticipant);
        operations
                .on("PATCH", "/participants/{id}", Access.ADMIN, GROUP, "Changes a firm; what is left out stays.")
                .reads(ParticipantChangeRequest.class)
                .answers(ParticipantShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .doesLater(this::changeParticipant);
        operations
                .on("POST", "/accounts", Access.ADMIN, GROUP, "Makes an account.")
                .reads(AccountRequest.class)
                .answers(AccountShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE), Problems.INVALID_FIELD)
                .doesLater(this::createAccount);
        operations
                .on("PATCH", "/accounts/{id}", Access.ADMIN, GROUP, "Changes an account; what is left out stays.")
                .reads(AccountChangeRequest.class)
                .answers(AccountShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .doesLater(this::changeAccount);
    }

    private CompletableFuture<Answer> createAsset(final Call call) {
        final Members members = call.members();
        members.require("id", "scale");
        final String id = members.text("id", ASSET, "1 to 16 of capitals, digits, dot and hyphen");
        final Long scale = members.integer("scale", 0, MAX_SCALE);
        final String reason = members.optionalReason();
        members.check();
        return directory
                .get()
                .createAsset(id, scale.intValue(), AuditText.of(call, reason, members.given()))
                .thenApply(sequence -> created(call, accounts.get().asset(id), "/assets", sequence));
    }

    private CompletableFuture<Answer> createParticipant(final Call call) {
        final Members members = call.members();
        members.require("id", "name");
        final String id = members.text("id", ID, ID_FORM);
        final String name = members.text("name", MAX_TEXT);
        final SelfTradePrevention mode = members.word("selfTradePrevention", SelfTradePrevention.class);
        final String reason = members.optionalReason();
        members.check();
        return directory
                .get()
                .createParticipant(id, name, mode, AuditText.of(call, reason, members.given()))
                .thenApply(sequence -> created(call, accounts.get().participant(id), "/participants/" + id, sequence));
    }

    private CompletableFuture<Answer> changeParticipant(final Call call) {
        final Members members = call.members();
        members.refuseNull("name", "enabled", "selfTradePrevention");
        final String name = members.text("name", MAX_TEXT);
        final Boolean enabled = members.flag("enabled");
        final SelfTradePrevention mode = members.word("selfTradePrevention", SelfTradePrevention.class);
        final String reason = members.optionalReason();
        members.check();
        final String id = call.path("id");
        final ParticipantShape before = accounts.get().participant(id);
        if (before == null) {
            throw new ProblemException(Problems.NOT_FOUND, "participant=" + id);
        }
        return directory
                .get()
                .changeParticipant(id, name, enabled, mode, AuditText.change(call, reason, id, members.given(), before))
                .thenApply(sequence -> done(call, Answer.ok(accounts.get().participant(id)), sequence));
    }

    private CompletableFuture<Answer> createAccount(final Call call) {
        final Members members = call.members();
        members.require("id", "participant");
        final String id = members.text("id", ID, ID_FORM);
        final String participant = members.text("participant", MAX_TEXT);
        final AccountType type = members.word("type", AccountType.class);
        if (type == AccountType.EXCHANGE) {
            members.fault(Problems.INVALID_FIELD, "type", "the exchange's own account is there from the beginning");
        }
        final String reason = members.optionalReason();
        members.check();
        return directory
                .get()
                .createAccount(
                        id,
                        participant,
                        type == null ? AccountType.CASH : type,
                        AuditText.of(call, reason, members.given()))
                .thenApply(sequence -> created(call, accounts.get().account(id), "/accounts/" + id, sequence));
    }

    private CompletableFuture<Answer> changeAccount(final Call call) {
        final Members members = call.members();
        members.refuseNull("enabled", "feeTier");
        final Boolean enabled = members.flag("enabled");
        final String tier = members.text("feeTier", MAX_TEXT);
        final String reason = members.optionalReason();
        members.check();
        final String id = call.path("id");
        final AccountShape before = accounts.get().account(id);
        if (before == null) {
            throw new ProblemException(Problems.NOT_FOUND, "account=" + id);
        }
        final byte[] audit = AuditText.change(call, reason, id, members.given(), before);
        final CompletableFuture<Long> assigned = tier == null
                ? CompletableFuture.completedFuture(0L)
                : rules.get().assignFeeTier(call.principal(), id, tier, audit);
        return assigned.thenCompose(sequence -> enabled == null && tier != null
                        ? CompletableFuture.completedFuture(sequence)
                        : directory.get().enableAccount(id, enabled == null ? before.enabled() : enabled, audit))
                .thenApply(sequence -> done(call, Answer.ok(accounts.get().account(id)), sequence));
    }

    private Answer created(final Call call, final Object shape, final String path, final long sequence) {
        return done(call, Answer.created(shape, Operations.ROOT + path), sequence);
    }

    private Answer done(final Call call, final Answer answer, final long sequence) {
        lastCommands.note(call.principal().userId(), sequence);
        return answer.at(sequence);
    }
}
