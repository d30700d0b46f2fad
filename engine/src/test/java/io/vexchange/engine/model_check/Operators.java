package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Acts of the venue's staff. */
final class Operators {
    private static final Set<Phase> SCHEDULED =
            Set.of(Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.CONTINUOUS, Phase.CLOSING_AUCTION, Phase.CLOSED);

    private final Registry registry;
    private final Reports reports;
    private final Counters counters;
    private final KillSwitches killSwitches;
    private final Cancels cancels;
    private final Phases phases;

    Operators(
            final Registry registry,
            final Reports reports,
            final Counters counters,
            final KillSwitches killSwitches,
            final Cancels cancels,
            final Phases phases) {
        this.registry = registry;
        this.reports = reports;
        this.counters = counters;
        this.killSwitches = killSwitches;
        this.cancels = cancels;
        this.phases = phases;
    }

    static void audit(
            final Reports reports,
            final Item command,
            final AuditAction action,
            final String code,
            final long targetId) {
        if (command.text("audit").isEmpty()) {
            return;
        }
        reports.event(Item.of("AuditRecorded")
                .with("kind", 0)
                .with("action", action.number())
                .with("code", code)
                .with("targetId", targetId)
                .with("audit", command.text("audit")));
    }

    Answer transfer(final Item command) {
        final long amount = command.value("amount");
        final AuditAction action = amount < 0 ? AuditAction.WITHDRAWAL : AuditAction.DEPOSIT;
        final Account account = registry.accounts.get(command.id("accountId"));
        final Item first = account == null ? null : account.transfersByReference.get(command.text("reference"));
        if (first != null && first.value("amount") == amount && first.id("assetId") == command.id("assetId")) {
            return Answer.DONE;
        }
        final String refusal = refusal(command, account, amount);
        if (refusal != null) {
            audit(reports, command, action, refusal, command.id("accountId"));
            return Answer.refused(refusal);
        }
        final int assetId = command.id("assetId");
        account.transfersByReference.put(command.text("reference"), command);
        account.post(assetId, BigInteger.valueOf(amount));
        reports.event(Item.of("BalanceChanged")
                .with("accountId", account.id)
                .with("assetId", assetId)
                .with("transferType", amount < 0 ? 2 : 1)
                .with("amount", Math.abs(amount))
                .with("total", account.total(assetId))
                .with("held", account.held(assetId))
                .with("reference", command.text("reference")));
        audit(reports, command, action, "NONE", account.id);
        return Answer.DONE;
    }

    private String refusal(final Item command, final Account account, final long amount) {
        if (account == null) {
            return "NOT_FOUND";
        }
        if (account.transfersByReference.containsKey(command.text("reference"))) {
            return "REFERENCE_USED";
        }
        if (!registry.assets.containsKey(command.id("assetId"))) {
            return "NOT_FOUND";
        }
        if (amount == 0 || amount == Long.MIN_VALUE) {
            return "INVALID";
        }
        final BigInteger wanted = BigInteger.valueOf(amount);
        if (amount < 0) {
            final BigInteger free = account.type == AccountType.CASH
                    ? account.available(command.id("assetId"))
                    : account.total(command.id("assetId"));
            return free.add(wanted).signum() < 0 ? "NOT_COVERED" : null;
        }
        BigInteger issued = wanted;
        for (final Account each : registry.accounts.values()) {
            issued = issued.add(each.total(command.id("assetId")));
        }
        return issued.bitLength() > 62 ? "ASSET_OVERFLOW" : null;
    }

    Answer phase(final Item command) {
        final Phase wanted = Phase.of(command.id("phase"));
        final List<Market> markets = new ArrayList<>();
        for (final Market market : registry.markets.values()) {
            if (command.id("instrumentId") == 0 || command.id("instrumentId") == market.id) {
                markets.add(market);
            }
        }
        final String refusal;
        if (markets.isEmpty()) {
            refusal = "NOT_FOUND";
        } else if (wanted == null) {
            refusal = "INVALID";
        } else if (markets.stream().anyMatch(market -> !mayChange(market.phase, wanted))) {
            refusal = "PHASE_CHANGE_NOT_ALLOWED";
        } else if (Market.isAuction(wanted) && command.number("untilMicros") == null) {
            refusal = "MISSING_FIELD";
        } else if (command.number("untilMicros") != null
                && Market.isAuction(wanted)
                && command.value("untilMicros") <= reports.nowMicros) {
            refusal = "INVALID_FIELD";
        } else {
            refusal = null;
        }
        if (refusal != null) {
            audit(reports, command, AuditAction.PHASE_SET, refusal, command.id("instrumentId"));
            return Answer.refused(refusal);
        }
        for (final Market market : markets) {
            final boolean hasEnd = command.number("untilMicros") != null && mayEnd(wanted);
            if (market.phase != wanted) {
                market.isOperators = true;
                phases.enter(
                        market,
                        wanted,
                        command.id("actorId"),
                        hasEnd ? command.number("untilMicros") : null,
                        hasEnd ? Phases.following(wanted) : null);
            } else if (hasEnd && Market.isAuction(wanted)) {
                market.isOperators |= market.phaseUntilMicros != command.value("untilMicros");
                phases.move(market, command.id("actorId"), command.value("untilMicros"));
            }
        }
        audit(reports, command, AuditAction.PHASE_SET, "NONE", command.id("instrumentId"));
        return Answer.DONE;
    }

    static boolean mayChange(final Phase from, final Phase wanted) {
        return from != Phase.CLOSED
                || wanted == Phase.CLOSED
                || wanted == Phase.CONTINUOUS
                || wanted == Phase.PRE_OPEN
                || wanted == Phase.OPENING_AUCTION;
    }

    private static boolean mayEnd(final Phase phase) {
        return Market.isAuction(phase) || phase == Phase.HALTED || phase == Phase.CANCEL_ONLY;
    }

    Answer schedule(final Item command) {
        final Market market = registry.markets.get(command.id("instrumentId"));
        final List<Item> written = command.group("changes");
        final String refusal = market == null ? "NOT_FOUND" : isOrderly(written) ? null : "INVALID";
        if (refusal != null) {
            audit(reports, command, AuditAction.SCHEDULE_SET, refusal, command.id("instrumentId"));
            return Answer.refused(refusal);
        }
        market.schedule.clear();
        final List<Item> changes = written.stream()
                .filter(each -> each.value("atMicros") > reports.nowMicros)
                .toList();
        changes.forEach(each -> market.schedule.put(each.value("atMicros"), Phase.of(each.id("phase"))));
        reports.event(Item.of("ScheduleDefined").with("instrumentId", market.id).with("changes", changes));
        audit(reports, command, AuditAction.SCHEDULE_SET, "NONE", market.id);
        return Answer.of(market.id);
    }

    private static boolean isOrderly(final List<Item> changes) {
        long last = 0;
        for (final Item each : changes) {
            final Phase phase = Phase.of(each.id("phase"));
            if (each.value("atMicros") <= last || !SCHEDULED.contains(phase)) {
                return false;
            }
            last = each.value("atMicros");
        }
        return changes.size() <= 100;
    }

    Answer reference(final Item command) {
        final Market market = registry.markets.get(command.id("instrumentId"));
        final long ticks = command.value("priceTicks");
        final String refusal = market == null ? "NOT_FOUND" : ticks <= 0 ? "INVALID" : null;
        if (refusal != null) {
            audit(reports, command, AuditAction.REFERENCE_PRICE_SET, refusal, command.id("instrumentId"));
            return Answer.refused(refusal);
        }
        market.referenceTicks = ticks;
        market.collarTicks = ticks;
        market.isTouched = true;
        reports.event(Item.of("ReferencePriceSet")
                .with("instrumentId", market.id)
                .with("priceTicks", ticks)
                .with("actorId", command.id("actorId")));
        audit(reports, command, AuditAction.REFERENCE_PRICE_SET, "NONE", market.id);
        return Answer.of(market.id);
    }

    Answer engage(final Item command) {
        final KillScope scope = KillScope.of(command.id("scope"));
        final int targetId = command.id("targetId");
        if (scope == null || !exists(scope, targetId)) {
            final String refusal = scope == null ? "INVALID" : "NOT_FOUND";
            audit(reports, command, AuditAction.KILL_SWITCH_ENGAGE, refusal, 0);
            return Answer.refused(refusal);
        }
        final KillSwitches.Switch standing = killSwitches.standing(scope, targetId);
        if (standing != null) {
            return Answer.of(standing.id);
        }
        final KillSwitches.Switch engaged = new KillSwitches.Switch();
        engaged.id = ++counters.killSwitches;
        engaged.scope = scope;
        engaged.targetId = targetId;
        engaged.isEngaged = true;
        engaged.engagedById = command.id("actorId");
        killSwitches.byId.put(engaged.id, engaged);
        final int ended = cancels.all(order -> KillSwitches.covers(scope, targetId, order), "KILL_SWITCH", 0)
                .size();
        reports.event(Item.of("KillSwitchChanged")
                .with("killSwitchId", engaged.id)
                .with("scope", scope.number())
                .with("targetId", targetId)
                .with("engaged", 1)
                .with("canceledOrders", ended)
                .with("engagedById", engaged.engagedById));
        audit(reports, command, AuditAction.KILL_SWITCH_ENGAGE, "NONE", engaged.id);
        return Answer.of(engaged.id);
    }

    private boolean exists(final KillScope scope, final int targetId) {
        return switch (scope) {
            case SESSION -> targetId > 0 && registry.requesters.containsKey(targetId);
            case ACCOUNT -> registry.accounts.containsKey(targetId);
            case FIRM -> registry.firms.containsKey(targetId);
            case INSTRUMENT -> registry.markets.containsKey(targetId);
            case MARKET -> targetId == 0;
        };
    }

    Answer release(final Item command) {
        final KillSwitches.Switch released = killSwitches.byId.get(command.value("killSwitchId"));
        final String refusal;
        if (released == null) {
            refusal = "NOT_FOUND";
        } else if (!released.isEngaged) {
            refusal = "ALREADY_RELEASED";
        } else if (command.value("secondUser") != 0 && command.id("actorId") == released.engagedById) {
            refusal = "SECOND_USER_REQUIRED";
        } else {
            refusal = null;
        }
        if (refusal != null) {
            audit(reports, command, AuditAction.KILL_SWITCH_RELEASE, refusal, command.value("killSwitchId"));
            return Answer.refused(refusal);
        }
        released.isEngaged = false;
        reports.event(Item.of("KillSwitchChanged")
                .with("killSwitchId", released.id)
                .with("scope", released.scope.number())
                .with("targetId", released.targetId)
                .with("engaged", 0)
                .with("engagedById", released.engagedById)
                .with("releasedById", command.id("actorId")));
        audit(reports, command, AuditAction.KILL_SWITCH_RELEASE, "NONE", released.id);
        return Answer.of(released.id);
    }
}
