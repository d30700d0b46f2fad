package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.UserRole;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Creates and changes what the venue knows; who is disabled loses his live orders. */
final class Directory {
    private final Registry registry;
    private final Reports reports;
    private final Cancels cancels;

    Directory(final Registry registry, final Reports reports, final Cancels cancels) {
        this.registry = registry;
        this.reports = reports;
        this.cancels = cancels;
    }

    Answer define(final Item command) {
        return switch (command.type()) {
            case "DefineAsset" -> asset(command);
            case "DefineInstrument" -> instrument(command);
            case "DefineParticipant" -> participant(command);
            case "DefineAccount" -> account(command);
            case "DefineSession" -> session(command);
            case "DefineUser" -> user(command);
            default -> throw new IllegalArgumentException("command=" + command);
        };
    }

    private Answer asset(final Item command) {
        final int id = registry.assets.size() + 1;
        registry.assets.put(id, command);
        reports.event(Item.of("AssetDefined")
                .with("assetId", id)
                .with("scale", command.value("scale"))
                .with("name", command.text("name")));
        return audited(command, AuditAction.ASSET_DEFINE, id);
    }

    private Answer instrument(final Item command) {
        final int id = command.id("instrumentId") == 0 ? registry.markets.size() + 1 : command.id("instrumentId");
        final boolean isNew = !registry.markets.containsKey(id);
        final Market market = registry.markets.computeIfAbsent(id, key -> new Market(key, command.text("symbol")));
        if (isNew) {
            market.phase = Phase.of(command.id("phase"));
            market.referenceTicks = command.value("referencePriceTicks");
            market.collarTicks = market.referenceTicks;
        }
        market.definition = command;
        market.baseAssetId = command.id("baseAssetId");
        market.quoteAssetId = command.id("quoteAssetId");
        final long baseScale = registry.assets.get(market.baseAssetId).value("scale");
        final long quoteScale = registry.assets.get(market.quoteAssetId).value("scale");
        market.lotUnits = scaled(command.value("lotMantissa"), baseScale - command.value("lotDecimals"));
        market.tickLotUnits = scaled(
                command.value("tickMantissa") * command.value("lotMantissa"),
                quoteScale - command.value("tickDecimals") - command.value("lotDecimals"));
        final boolean isDisabled = market.enabled && command.value("enabled") == 0;
        market.enabled = command.value("enabled") != 0;
        final Item event = Item.of("InstrumentDefined");
        command.fields().forEach((name, value) -> {
            if (!List.of("audit", "clientId", "epoch", "number").contains(name)) {
                event.with(name, value);
            }
        });
        reports.event(event.with("instrumentId", id)
                .with("symbol", market.symbol)
                .with("phase", market.phase.number())
                .with("referencePriceTicks", market.referenceTicks));
        end(isDisabled, order -> order.market == market);
        return audited(command, AuditAction.INSTRUMENT_DEFINE, id);
    }

    private static long scaled(final long mantissa, final long power) {
        return BigInteger.valueOf(mantissa)
                .multiply(BigInteger.TEN.pow((int) power))
                .longValueExact();
    }

    private Answer participant(final Item command) {
        final int id = command.id("participantId") == 0 ? registry.firms.size() + 1 : command.id("participantId");
        final Firm firm = registry.firms.computeIfAbsent(id, key -> new Firm(key, command.text("name")));
        final boolean isDisabled = firm.enabled && command.value("enabled") == 0;
        firm.enabled = command.value("enabled") != 0;
        firm.selfTradePrevention = command.text("selfTradePrevention");
        reports.event(Item.of("ParticipantDefined")
                .with("participantId", id)
                .with("enabled", command.value("enabled"))
                .with("name", firm.name));
        end(isDisabled, order -> order.account.firm == firm);
        return audited(command, AuditAction.PARTICIPANT_DEFINE, id);
    }

    private Answer account(final Item command) {
        final int id = command.id("accountId") == 0 ? registry.accounts.size() + 1 : command.id("accountId");
        final Account account = registry.accounts.computeIfAbsent(
                id,
                key -> new Account(
                        key,
                        command.text("name"),
                        registry.firms.get(command.id("participantId")),
                        AccountType.of(command.id("accountType"))));
        if (account.name.equals("VEX-FEES")) {
            registry.feeAccount[0] = account;
        }
        final boolean isDisabled = account.enabled && command.value("enabled") == 0;
        account.enabled = command.value("enabled") != 0;
        reports.event(Item.of("AccountDefined")
                .with("accountId", id)
                .with("participantId", account.firm.id)
                .with("accountType", account.type.number())
                .with("enabled", command.value("enabled"))
                .with("name", account.name));
        end(isDisabled, order -> order.account == account);
        return audited(command, AuditAction.ACCOUNT_DEFINE, id);
    }

    private Answer session(final Item command) {
        final long sessions =
                registry.requesters.keySet().stream().filter(id -> id > 0).count();
        final int id = command.id("sessionId") == 0 ? (int) sessions + 1 : command.id("sessionId");
        final Requester session =
                registry.requesters.computeIfAbsent(id, key -> new Requester(key, command.text("name")));
        final boolean isDisabled = session.enabled && command.value("enabled") == 0;
        session.enabled = command.value("enabled") != 0;
        session.selfTradePrevention = command.text("selfTradePrevention");
        session.accountIds.clear();
        session.accountIds.addAll(accounts(command, command.id("defaultAccountId")));
        reports.event(Item.of("SessionDefined")
                .with("sessionId", id)
                .with("enabled", command.value("enabled"))
                .with("name", session.name));
        end(isDisabled, order -> order.ownerId == id);
        return audited(command, AuditAction.SESSION_DEFINE, id);
    }

    private Answer user(final Item command) {
        final long users =
                registry.requesters.keySet().stream().filter(id -> id < 0).count();
        final int id = (int) users + 1;
        final Requester user = new Requester(-id, command.text("name"));
        user.enabled = true;
        user.isStaff = UserRole.of(command.id("role")) == UserRole.OPERATOR
                || UserRole.of(command.id("role")) == UserRole.ADMIN;
        user.accountIds.addAll(accounts(command, 0));
        registry.requesters.put(-id, user);
        reports.event(Item.of("UserDefined")
                .with("userId", id)
                .with("role", command.value("role"))
                .with("name", user.name));
        return audited(command, AuditAction.USER_DEFINE, id);
    }

    private static List<Integer> accounts(final Item command, final int defaultId) {
        final List<Integer> ids = new ArrayList<>();
        if (defaultId != 0) {
            ids.add(defaultId);
        }
        command.group("accounts").stream()
                .map(entry -> entry.id("accountId"))
                .filter(id -> id != defaultId)
                .forEach(ids::add);
        return ids;
    }

    private void end(final boolean isDisabled, final Predicate<Order> isMeant) {
        if (isDisabled) {
            cancels.all(isMeant, "DISABLED", 0);
        }
    }

    private Answer audited(final Item command, final AuditAction action, final int id) {
        Operators.audit(reports, command, action, "NONE", id);
        return Answer.of(id);
    }
}
