package io.vexchange.web.order;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.OrderEntry;
import io.vexchange.engine.model.OrderType;
import io.vexchange.engine.model.PegReference;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.Side;
import io.vexchange.engine.model.TimeInForce;
import io.vexchange.web.access.Access;
import io.vexchange.web.access.Principal;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.live.OrderDesk;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.MassCancelShape;
import io.vexchange.web.shape.NewOrderRequest;
import io.vexchange.web.shape.OrderAnswerShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.shape.ReplaceOrderRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Entering, replacing and cancelling orders. */
public final class OrderOperations {
    private static final String GROUP = "Orders";
    private static final int MAX_TEXT = 64;
    private static final int MAX_ID = 36;
    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7E]{1,64}");
    private static final byte[] NO_AUDIT = {};

    private final Supplier<OrderDesk> desk;
    private final OrderReads reads;
    private final LastCommands lastCommands;

    /**
     * @param desk asked for at each call
     * @param reads finds orders
     * @param lastCommands learns what each user has done last
     */
    public OrderOperations(final Supplier<OrderDesk> desk, final OrderReads reads, final LastCommands lastCommands) {
        this.desk = desk;
        this.reads = reads;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("POST", "/orders", Access.TRADER, GROUP, "Enters an order; answers with its state and fills.")
                .reads(NewOrderRequest.class)
                .answers(OrderAnswerShape.class, 200, 201)
                .refuses(
                        Problems.ACCOUNT_NOT_ALLOWED,
                        Problems.ofRefusal(io.vexchange.engine.model.Code.DUPLICATE_CLORDID),
                        Problems.ofRefusal(io.vexchange.engine.model.Code.PRICE_COLLAR),
                        Problems.OUTCOME_UNKNOWN)
                .doesLater(this::place);
        operations
                .on("PATCH", "/orders/{id}", Access.TRADER, GROUP, "Replaces an order; what is left out stays.")
                .reads(ReplaceOrderRequest.class)
                .answers(OrderAnswerShape.class, 200)
                .refuses(Problems.UNKNOWN_ORDER, Problems.ofRefusal(io.vexchange.engine.model.Code.TOO_LATE))
                .doesLater(this::replace);
        operations
                .on("DELETE", "/orders/{id}", Access.TRADER_OR_OPERATOR, GROUP, "Cancels an order.")
                .takes(Parameter.text("reason", "required for an operator", "as agreed by phone"))
                .answers(OrderAnswerShape.class, 200)
                .refuses(Problems.UNKNOWN_ORDER, Problems.ofRefusal(io.vexchange.engine.model.Code.TOO_LATE))
                .cancels()
                .doesLater(this::cancel);
        operations
                .on("DELETE", "/orders", Access.TRADER_OR_OPERATOR, GROUP, "Cancels all orders that the filters name.")
                .takes(
                        Parameter.text("account", "of this account", "ALPHA-A"),
                        Parameter.text("symbol", "in this instrument", "ACME"),
                        Parameter.text("side", "BUY or SELL", "BUY"),
                        Parameter.text("clientOrderId", "the order that has borne this id", "w-1"),
                        new Parameter("all", "true: without any other filter", "boolean", "true"),
                        Parameter.text("reason", "required for an operator", "as agreed by phone"))
                .answers(MassCancelShape.class, 200)
                .refuses(Problems.FILTER_REQUIRED, Problems.ACCOUNT_NOT_ALLOWED)
                .cancels()
                .doesLater(this::massCancel);
    }

    private CompletableFuture<Answer> place(final Call call) {
        final Members members = call.members();
        members.require("account", "symbol", "side", "orderType", "quantity");
        final String given = id(members);
        final String account = members.text("account", MAX_TEXT);
        final boolean postOnly = Boolean.TRUE.equals(members.flag("postOnly"));
        final OrderEntry entry = new OrderEntry()
                .account(account)
                .symbol(members.text("symbol", MAX_TEXT))
                .side(fix(members.word("side", Side.class)))
                .orderType(fix(members.word("orderType", OrderType.class)))
                .timeInForce(fix(members.word("timeInForce", TimeInForce.class)))
                .pegReference(fix(members.word("pegReference", PegReference.class)))
                .selfTradePrevention(fix(members.word("selfTradePrevention", SelfTradePrevention.class)))
                .postOnly(postOnly)
                .price(members.decimal("price"))
                .stopPrice(members.decimal("stopPrice"))
                .quantity(members.decimal("quantity"))
                .displayQuantity(members.decimal("displayQuantity"))
                .minimumQuantity(members.decimal("minQuantity"));
        final Long expires = members.timeMicros("expireTime");
        if (expires != null) {
            entry.expireTimeMicros(expires);
        }
        final String text = members.text("text", TEXT, "1 to 64 printable characters of ASCII");
        if (OrderType.MARKET.name().equals(members.text("orderType", MAX_TEXT))
                && members.has("price")
                && members.decimal("price") != null) {
            members.fault(Problems.INVALID_FIELD, "price", "a market order has no price");
        }
        members.check();
        allowed(call.principal(), account);
        final String id = given == null ? UUID.randomUUID().toString() : given;
        return desk.get().place(call.principal(), entry, postOnly, id, text).thenApply(placed -> {
            final OrderAnswerShape answer = placed.answer();
            final String location =
                    Operations.ROOT + "/orders/" + answer.order().id();
            return done(
                    call,
                    placed.isRepeat() ? Answer.ok(answer) : Answer.created(answer, location),
                    answer.eventSequence());
        });
    }

    private static String id(final Members members) {
        final String id = members.text("clientOrderId", MAX_ID);
        if (id != null && (id.isEmpty() || id.chars().anyMatch(c -> c < 0x21 || c > 0x7E))) {
            members.fault(Problems.INVALID_FIELD, "clientOrderId", "1 to 36 characters of ASCII without blanks");
        }
        return id;
    }

    private static int fix(final Side word) {
        return word == null ? 0 : word.fix();
    }

    private static int fix(final OrderType word) {
        return word == null ? 0 : word.fix();
    }

    private static int fix(final TimeInForce word) {
        return word == null ? 0 : word.fix();
    }

    private static int fix(final PegReference word) {
        return word == null ? 0 : word.fix();
    }

    private static int fix(final SelfTradePrevention word) {
        return word == null ? 0 : word.fix();
    }

    private static void allowed(final Principal principal, final String account) {
        if (!principal.maySee(account)) {
            throw ProblemException.ofField(
                    Problems.ACCOUNT_NOT_ALLOWED, "account", "account=" + account + " is not one of yours");
        }
    }

    private CompletableFuture<Answer> replace(final Call call) {
        final Members members = call.members();
        members.refuseNull(
                "price",
                "quantity",
                "stopPrice",
                "displayQuantity",
                "minQuantity",
                "orderType",
                "timeInForce",
                "expireTime",
                "clientOrderId");
        final String id = id(members);
        final OrderEntry entry = new OrderEntry()
                .orderType(fix(members.word("orderType", OrderType.class)))
                .timeInForce(fix(members.word("timeInForce", TimeInForce.class)))
                .price(members.decimal("price"))
                .stopPrice(members.decimal("stopPrice"))
                .quantity(members.decimal("quantity"))
                .displayQuantity(members.decimal("displayQuantity"))
                .minimumQuantity(members.decimal("minQuantity"));
        final Long expires = members.timeMicros("expireTime");
        if (expires != null) {
            entry.expireTimeMicros(expires);
        }
        members.check();
        final OrderShape order = reads.find(call);
        if (order.pegReference() != null) {
            // the engine wants a peg's reference again in each replace; here it cannot change
            entry.pegReference(PegReference.valueOf(order.pegReference()).fix());
        }
        return desk.get()
                .replace(call.principal(), order, entry, id)
                .thenApply(answer -> done(call, Answer.ok(answer), answer.eventSequence()));
    }

    private CompletableFuture<Answer> cancel(final Call call) {
        final byte[] audit = audit(call, Map.of("id", call.path("id")));
        final OrderShape order = reads.find(call);
        return desk.get()
                .cancel(call.principal(), order, audit)
                .thenApply(answer -> done(call, Answer.ok(answer), answer.eventSequence()));
    }

    private CompletableFuture<Answer> massCancel(final Call call) {
        final Boolean all = call.flag("all");
        final boolean hasFilter =
                call.queries().keySet().stream().anyMatch(name -> !name.equals("all") && !name.equals("reason"));
        if (!hasFilter && !Boolean.TRUE.equals(all)) {
            throw new ProblemException(
                    Problems.FILTER_REQUIRED, "name account, symbol, side or clientOrderId, or all=true");
        }
        final Map<String, String> asked = new TreeMap<>();
        call.queries().forEach((name, values) -> asked.put(name, values.get(0)));
        asked.remove("reason");
        final byte[] audit = audit(call, asked);
        Side side = null;
        if (call.query("side") != null) {
            side = call.query("side").equals("BUY")
                    ? Side.BUY
                    : call.query("side").equals("SELL") ? Side.SELL : null;
            if (side == null) {
                throw Call.invalid("side", "not BUY or SELL");
            }
        }
        Account account = null;
        if (call.query("account") != null) {
            allowed(call.principal(), call.query("account"));
            account = desk.get().account(call.query("account"));
        }
        Instrument instrument = null;
        if (call.query("symbol") != null) {
            instrument = desk.get().instrument(call.query("symbol"));
            if (instrument == null) {
                throw Call.invalid("symbol", "there is no such instrument");
            }
        }
        return desk.get()
                .massCancel(call.principal(), account, instrument, side, call.query("clientOrderId"), audit)
                .thenApply(answer -> done(call, Answer.ok(answer), answer.eventSequence()));
    }

    /** An operator gives a reason and is audited; a trader's cancels are in the executions. */
    private static byte[] audit(final Call call, final Map<String, String> asked) {
        if (!call.principal().role().isStaff()) {
            return NO_AUDIT;
        }
        if (call.query("reason") == null) {
            throw ProblemException.ofField(Problems.REASON_REQUIRED, "reason", "an operator's cancel needs a reason");
        }
        return AuditText.of(call, call.query("reason"), asked);
    }

    private Answer done(final Call call, final Answer answer, final long sequence) {
        lastCommands.note(call.principal().userId(), sequence);
        return answer.at(sequence);
    }
}
