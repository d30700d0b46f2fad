package io.vexchange.engine.model_check;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** D. */
final class NewOrders {
    private static final int POSS_RESEND = 2;
    private static final int IDEMPOTENT = 4;

    private final Registry registry;
    private final Reports reports;
    private final Counters counters;
    private final Admission admission;
    private final Matching matching;

    NewOrders(
            final Registry registry,
            final Reports reports,
            final Counters counters,
            final Admission admission,
            final Matching matching) {
        this.registry = registry;
        this.reports = reports;
        this.counters = counters;
        this.admission = admission;
        this.matching = matching;
    }

    Answer take(final Item command) {
        final List<Account> accounts = registry.accountsOf(command.id("ownerId"));
        final Account account = registry.accounts.get(command.id("accountId"));
        if (account == null || !accounts.contains(account)) {
            return Answer.refused("UNKNOWN_ACCOUNT");
        }
        final Order known = account.byClOrdId.get(command.text("clOrdId"));
        if (known != null) {
            return repeat(command, known);
        }
        final Market market = registry.markets.get(command.id("instrumentId"));
        if (market == null) {
            return Answer.refused("UNKNOWN_SYMBOL");
        }
        final Order order = order(command, account, market);
        final String refusal = refusal(order);
        if ("OUTBOX_FULL".equals(refusal)) {
            return Answer.refused(refusal);
        }
        order.id = ++counters.orders;
        order.createdMicros = reports.nowMicros;
        account.byClOrdId.put(order.clOrdId, order);
        account.orders.add(order);
        registry.orders.put(order.id, order);
        if (refusal != null) {
            order.status = "8";
            order.leavesLots = 0;
            reports.tell(order, reports.report(order, "8").with("code", refusal).with("requesterId", order.ownerId));
            return Answer.of(order.id);
        }
        reports.tell(order, reports.report(order, "0").with("requesterId", order.ownerId));
        if (order.isStop()) {
            matching.await(order);
        } else {
            matching.arrive(order);
        }
        return Answer.of(order.id);
    }

    /** A ClOrdID that is spent: told by its state when the sender says he repeats himself, else refused. */
    private Answer repeat(final Item command, final Order known) {
        final boolean isRepeat = (command.value("flags") & POSS_RESEND) != 0
                || ((command.value("flags") & IDEMPOTENT) != 0
                        && known.fingerprint == command.value("fingerprint")
                        && known.fingerprintId.equals(command.text("clOrdId")));
        if (isRepeat) {
            reports.reply(Statuses.state(reports, known, command.id("ownerId")));
        } else {
            reports.event(reports.report(known, "8")
                    .with("clOrdId", command.text("clOrdId"))
                    .with("code", "DUPLICATE_CLORDID")
                    .with("flags", reports.flags(known) | Reports.DUPLICATE)
                    .with("requesterId", command.id("ownerId")));
        }
        return Answer.of(known.id);
    }

    private Order order(final Item command, final Account account, final Market market) {
        final Order order = new Order();
        final Requester owner = registry.requesters.get(command.id("ownerId"));
        order.account = account;
        order.market = market;
        order.ownerId = command.id("ownerId");
        order.connectionEpoch = command.value("connectionEpoch");
        order.side = command.text("side");
        order.type = command.text("orderType");
        order.timeInForce = command.text("timeInForce");
        order.selfTradePrevention = command.text("selfTradePrevention");
        order.mode =
                firstGiven(order.selfTradePrevention, owner.selfTradePrevention, account.firm.selfTradePrevention, "N");
        order.pegReference = command.text("pegReference");
        order.isPostOnly = (command.value("flags") & Reports.POST_ONLY) != 0;
        order.priceTicks = order.type.equals("1") ? null : command.number("priceTicks");
        order.stopPriceTicks = command.number("stopPriceTicks");
        order.quantityLots = Objects.requireNonNullElse(command.number("quantityLots"), 0L);
        order.leavesLots = order.quantityLots;
        order.displayLots = command.number("displayLots");
        order.minimumLots = command.number("minimumLots");
        order.expireTimeMicros = command.number("expireTimeMicros");
        order.expireDay = command.value("expireDay");
        order.clOrdId = command.text("clOrdId");
        order.fingerprintId = order.clOrdId;
        order.fingerprint = command.value("fingerprint");
        order.echo = command.text("echo");
        order.rates();
        return order;
    }

    private static String firstGiven(final String... modes) {
        for (final String mode : modes) {
            if (mode != null && !mode.isEmpty()) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no mode");
    }

    private String refusal(final Order order) {
        final List<Supplier<String>> checks = List.of(
                () -> admission.standing(order, order.ownerId),
                () -> admission.phase(order),
                () -> admission.combination(order),
                () -> admission.close(order),
                () -> admission.expiry(order),
                () -> admission.quantity(order, 0),
                () -> admission.notional(order),
                () -> admission.price(order, true, true),
                admission::outbox,
                () -> money(order),
                () -> admission.postOnly(order));
        for (final Supplier<String> check : checks) {
            final String refusal = check.get();
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private String money(final Order order) {
        admission.bounds(order);
        return admission.money(order, BigInteger.ZERO);
    }
}
