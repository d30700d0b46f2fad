package io.vexchange.web.venue;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.UserRole;
import io.vexchange.web.access.Access;
import io.vexchange.web.access.Passwords;
import io.vexchange.web.access.Role;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.live.AccountDesk;
import io.vexchange.web.live.DirectoryDesk;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.UserChangeRequest;
import io.vexchange.web.shape.UserRequest;
import io.vexchange.web.shape.UserShape;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Users. */
public final class UserOperations {
    private static final String GROUP = "Users and tokens";
    private static final int MAX_TEXT = 64;
    private static final int MAX_PASSWORD = 1_024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    private final Supplier<AccountDesk> accounts;
    private final Supplier<DirectoryDesk> directory;
    private final LogIns passwords;
    private final LastCommands lastCommands;

    /**
     * @param accounts asked for at each call
     * @param directory asked for at each call
     * @param passwords hashes them
     * @param lastCommands learns what each user has done last
     */
    public UserOperations(
            final Supplier<AccountDesk> accounts,
            final Supplier<DirectoryDesk> directory,
            final LogIns passwords,
            final LastCommands lastCommands) {
        this.accounts = accounts;
        this.directory = directory;
        this.passwords = passwords;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("GET", "/users", Access.ADMIN, GROUP, "All users, by name.")
                .takes(Parameter.LIMIT, Parameter.CURSOR)
                .lists(UserShape.class)
                .does(call -> Answer.ok(Pages.byKey(call, accounts.get().users(), UserShape::name))
                        .at(accounts.get().sequence()));
        operations
                .on("GET", "/users/{id}", Access.ADMIN, GROUP, "One user.")
                .answers(UserShape.class, 200)
                .refuses(Problems.NOT_FOUND)
                .does(call -> Answer.ok(user(call)).at(accounts.get().sequence()));
        operations
                .on("POST", "/users", Access.ADMIN, GROUP, "Makes a user.")
                .reads(UserRequest.class)
                .answers(UserShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE), Problems.INVALID_FIELD)
                .doesLater(this::create);
        operations
                .on("PATCH", "/users/{id}", Access.ADMIN, GROUP, "Changes a user; what is left out stays.")
                .reads(UserChangeRequest.class)
                .answers(UserShape.class, 200)
                .refuses(Problems.NOT_FOUND, Problems.ofRefusal(Code.IN_USE))
                .doesLater(this::change);
    }

    private UserShape user(final Call call) {
        final UserShape found = accounts.get().user(call.path("id"));
        if (found == null) {
            throw new ProblemException(Problems.NOT_FOUND, "user=" + call.path("id"));
        }
        return found;
    }

    private CompletableFuture<Answer> create(final Call call) {
        final Members members = call.members();
        members.require("name", "role");
        final String name = members.text("name", NAME, "1 to 32 of letters, digits, dot, underscore and hyphen");
        final Role role = role(members);
        final List<String> names = members.texts("accounts", MAX_TEXT);
        if (role != null && role.isStaff() && names != null && !names.isEmpty()) {
            members.fault(Problems.INVALID_FIELD, "accounts", "only a trader has accounts");
        }
        final String password = password(members, name);
        final String reason = members.optionalReason();
        members.check();
        final byte[] audit = AuditText.of(call, reason, members.given("password"));
        return hash(password)
                .thenCompose(hash -> directory
                        .get()
                        .createUser(
                                name,
                                new DirectoryDesk.UserChange(
                                        engine(role), names == null ? List.of() : names, true, hash),
                                audit))
                .thenApply(sequence -> {
                    lastCommands.note(call.principal().userId(), sequence);
                    return Answer.created(accounts.get().user(name), Operations.ROOT + "/users/" + name)
                            .at(sequence);
                });
    }

    private CompletableFuture<Answer> change(final Call call) {
        final Members members = call.members();
        members.refuseNull("role", "accounts", "enabled", "password");
        final String name = call.path("id");
        final Role role = role(members);
        final List<String> names = members.texts("accounts", MAX_TEXT);
        final Boolean enabled = members.flag("enabled");
        final String password = password(members, name);
        final String reason = members.optionalReason();
        members.check();
        final UserShape before = user(call);
        final var given = members.given("password");
        if (password != null) {
            given.put("changes", "password");
        }
        final byte[] audit = AuditText.change(call, reason, name, given, before);
        return hash(password)
                .thenCompose(hash -> directory
                        .get()
                        .changeUser(
                                name,
                                new DirectoryDesk.UserChange(role == null ? null : engine(role), names, enabled, hash),
                                audit))
                .thenApply(sequence -> {
                    lastCommands.note(call.principal().userId(), sequence);
                    return Answer.ok(accounts.get().user(name)).at(sequence);
                });
    }

    private static Role role(final Members members) {
        final String word = members.text("role", MAX_TEXT);
        final Role role = word == null ? null : Role.ofWord(word);
        if (word != null && role == null) {
            members.fault(Problems.INVALID_FIELD, "role", "not one of viewer, trader, operator, admin");
        }
        return role;
    }

    private static UserRole engine(final Role role) {
        return UserRole.valueOf(role.name());
    }

    private static String password(final Members members, final String name) {
        final String password = members.text("password", MAX_PASSWORD);
        final String fault = password == null ? null : Passwords.fault(password, name == null ? "" : name);
        if (fault != null) {
            members.fault(Problems.INVALID_FIELD, "password", fault);
        }
        return password;
    }

    private CompletableFuture<String> hash(final String password) {
        return password == null ? CompletableFuture.completedFuture(null) : passwords.hash(password);
    }
}
