package io.vexchange.web.order;

import io.vexchange.web.access.Access;
import io.vexchange.web.history.ExecutionFilter;
import io.vexchange.web.history.HistoryReads;
import io.vexchange.web.history.OrderFilter;
import io.vexchange.web.history.TradeFilter;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Csv;
import io.vexchange.web.http.Cursor;
import io.vexchange.web.http.Operations;
import io.vexchange.web.http.Pages;
import io.vexchange.web.http.Parameter;
import io.vexchange.web.live.OrderDesk;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.ListShape;
import io.vexchange.web.shape.OrderAnswerShape;
import io.vexchange.web.shape.OrderShape;
import io.vexchange.web.shape.TradeShape;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Orders, executions and trades: what is open from the live state, the rest from the history. */
public final class OrderReads {
    private static final String GROUP = "Orders";
    private static final Parameter ACCOUNT = Parameter.text("account", "any of these accounts", "ALPHA-A,ALPHA-B");
    private static final Parameter SYMBOL = Parameter.text("symbol", "any of these instruments", "ACME");

    private static final List<String> SIDES = List.of("BUY", "SELL");
    private static final List<String> STATUSES =
            List.of("NEW", "PARTIALLY_FILLED", "FILLED", "CANCELED", "REJECTED", "EXPIRED");
    private static final List<String> TRADE_STATUSES = List.of("EXECUTED", "CORRECTED", "BUSTED");
    private static final List<String> EXEC_TYPES = List.of(
            "NEW",
            "TRADE",
            "CANCELED",
            "REPLACED",
            "REJECTED",
            "EXPIRED",
            "RESTATED",
            "TRIGGERED",
            "TRADE_CORRECT",
            "TRADE_CANCEL");

    private final Supplier<OrderDesk> desk;
    private final HistoryReads history;

    /**
     * @param desk asked for at each call
     * @param history for what is no longer live
     */
    public OrderReads(final Supplier<OrderDesk> desk, final HistoryReads history) {
        this.desk = desk;
        this.history = history;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("GET", "/orders", Access.ANY, GROUP, "Orders, newest first; with open=true from the live state.")
                .takes(
                        Parameter.LIMIT,
                        Parameter.CURSOR,
                        ACCOUNT,
                        SYMBOL,
                        Parameter.text("side", "any of BUY, SELL", "BUY"),
                        Parameter.text("status", "any of these states", "NEW,PARTIALLY_FILLED"),
                        new Parameter("open", "true: only those that may still trade", "boolean", "true"),
                        Parameter.text("clientOrderId", "an id the order has borne", "w-1"),
                        Parameter.text("enteredBy", "SenderCompID, or REST: and a user", "REST:alpha"),
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.MIN_EVENT_SEQUENCE)
                .lists(OrderShape.class)
                .asCsv()
                .refuses(Problems.ACCOUNT_NOT_ALLOWED, Problems.STORE_UNAVAILABLE)
                .does(this::orders);
        operations
                .on("GET", "/orders/{id}", Access.ANY, GROUP, "One order with all its executions.")
                .takes(Parameter.MIN_EVENT_SEQUENCE)
                .answers(OrderAnswerShape.class, 200)
                .refuses(Problems.UNKNOWN_ORDER, Problems.STORE_UNAVAILABLE)
                .does(this::order);
        operations
                .on("GET", "/executions", Access.ANY, GROUP, "Every report on every order, newest first.")
                .takes(
                        Parameter.LIMIT,
                        Parameter.CURSOR,
                        ACCOUNT,
                        SYMBOL,
                        Parameter.text("orderId", "of this order", "1042"),
                        Parameter.text("clientOrderId", "with this id", "w-1"),
                        Parameter.text("execType", "any of these", "TRADE"),
                        Parameter.FROM,
                        Parameter.TO,
                        new Parameter("afterEventSequence", "those after this event, oldest first", "integer", "88123"),
                        Parameter.MIN_EVENT_SEQUENCE)
                .lists(ExecutionShape.class)
                .asCsv()
                .refuses(Problems.ACCOUNT_NOT_ALLOWED, Problems.STORE_UNAVAILABLE)
                .does(this::executions);
        operations
                .on("GET", "/trades", Access.ANY, GROUP, "Trades, newest first; a trader sees his own side.")
                .takes(
                        Parameter.LIMIT,
                        Parameter.CURSOR,
                        ACCOUNT,
                        SYMBOL,
                        Parameter.text("orderId", "of this order", "1042"),
                        Parameter.text("status", "any of EXECUTED, CORRECTED, BUSTED", "EXECUTED"),
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.MIN_EVENT_SEQUENCE)
                .lists(TradeShape.class)
                .asCsv()
                .refuses(Problems.ACCOUNT_NOT_ALLOWED, Problems.STORE_UNAVAILABLE)
                .does(this::trades);
        operations
                .on("GET", "/trades/{id}", Access.ANY, GROUP, "One trade.")
                .takes(Parameter.MIN_EVENT_SEQUENCE)
                .answers(TradeShape.class, 200)
                .refuses(Problems.UNKNOWN_TRADE, Problems.STORE_UNAVAILABLE)
                .does(this::trade);
    }

    private Answer orders(final Call call) {
        final Boolean open = call.flag("open");
        final List<String> accounts = HistoryReads.accounts(call);
        final OrderFilter filter = new OrderFilter(
                accounts,
                call.words("symbol"),
                call.words("side", SIDES),
                call.words("status", STATUSES),
                call.query("clientOrderId"),
                call.query("enteredBy"),
                call.time("from"),
                call.time("to"));
        if (Boolean.TRUE.equals(open)) {
            final List<OrderShape> live = desk.get().open(accounts).stream()
                    .filter(order -> LiveFilter.takes(filter, order))
                    .toList();
            if (Csv.isWanted(call)) {
                return Answer.ok(Csv.Body.of(OrderShape.class, (last, limit) -> last == null ? live : List.of()))
                        .at(desk.get().sequence());
            }
            return Answer.ok(Pages.newestFirst(call, live, order -> Long.parseLong(order.id())))
                    .at(desk.get().sequence());
        }
        final boolean ended = Boolean.FALSE.equals(open);
        final OrderFilter asked = ended && filter.statuses().isEmpty() ? LiveFilter.ended(filter) : filter;
        if (Csv.isWanted(call)) {
            return history.csv(
                    call,
                    OrderShape.class,
                    (from, last, most) ->
                            from.orders(asked, last == null ? Long.MAX_VALUE : Long.parseLong(last.id()), most));
        }
        final long before = Cursor.id(call);
        final int limit = call.limit();
        return history.answer(call, from -> page(call, from.orders(asked, before, limit + 1), limit, OrderShape::id));
    }

    /** One row more than asked for tells that there is another page. */
    private static <T> ListShape<T> page(
            final Call call, final List<T> rows, final int limit, final java.util.function.Function<T, String> key) {
        if (rows.size() <= limit) {
            return ListShape.of(rows);
        }
        final List<T> page = rows.subList(0, limit);
        return new ListShape<>(page, Cursor.of(call, key.apply(page.get(limit - 1))));
    }

    private Answer order(final Call call) {
        final OrderShape order = find(call);
        final List<ExecutionShape> recent = desk.get().executions(Long.parseLong(order.id()));
        if (recent != null) {
            return Answer.ok(new OrderAnswerShape(order, recent, order.eventSequence()))
                    .at(desk.get().sequence());
        }
        final ExecutionFilter filter =
                new ExecutionFilter(null, Long.valueOf(order.id()), null, List.of(), List.of(), null, null);
        if (desk.get().isOpen(Long.parseLong(order.id())) && !history.isThere()) {
            return Answer.ok(new OrderAnswerShape(
                            order, desk.get().recentExecutions(Long.parseLong(order.id())), order.eventSequence()))
                    .at(desk.get().sequence());
        }
        return history.answer(call, from -> {
            final List<ExecutionShape> newest = from.executions(filter, Long.MAX_VALUE, Call.MAX_LIMIT);
            final List<ExecutionShape> oldestFirst = newest.stream()
                    .sorted(Comparator.comparingLong(ExecutionShape::eventSequence))
                    .toList();
            return new OrderAnswerShape(order, oldestFirst, order.eventSequence());
        });
    }

    /**
     * @param call with an order's id in its path
     * @return the order
     * @throws ProblemException UNKNOWN_ORDER when there is none the caller may see
     */
    OrderShape find(final Call call) {
        final long id = call.id("id");
        OrderShape order = id <= 0 ? null : desk.get().find(id);
        if (order == null && id > 0) {
            order = history.read(from -> from.order(id));
        }
        if (order == null || !call.principal().maySee(order.account())) {
            throw new ProblemException(Problems.UNKNOWN_ORDER, "order=" + call.path("id"));
        }
        return order;
    }

    private Answer executions(final Call call) {
        final String orderId = call.query("orderId");
        final ExecutionFilter filter = new ExecutionFilter(
                HistoryReads.accounts(call),
                orderId == null ? null : call.whole("orderId", 0, Long.MAX_VALUE, 0),
                call.query("clientOrderId"),
                call.words("symbol"),
                call.words("execType", EXEC_TYPES),
                call.time("from"),
                call.time("to"));
        if (Csv.isWanted(call)) {
            return csv(call, filter);
        }
        final int limit = call.limit();
        final long cursor = Cursor.id(call);
        if (call.query("afterEventSequence") != null) {
            final long after =
                    cursor == Long.MAX_VALUE ? call.whole("afterEventSequence", 0, Long.MAX_VALUE, 0) : cursor;
            return history.answer(
                    call,
                    from -> page(call, from.executionsAfter(filter, after, limit + 1), limit, ExecutionShape::id));
        }
        return history.answer(
                call, from -> page(call, from.executions(filter, cursor, limit + 1), limit, ExecutionShape::id));
    }

    private Answer csv(final Call call, final ExecutionFilter filter) {
        if (call.query("afterEventSequence") == null) {
            return history.csv(
                    call,
                    ExecutionShape.class,
                    (from, last, most) ->
                            from.executions(filter, last == null ? Long.MAX_VALUE : last.eventSequence(), most));
        }
        final long after = call.whole("afterEventSequence", 0, Long.MAX_VALUE, 0);
        return history.csv(
                call,
                ExecutionShape.class,
                (from, last, most) -> from.executionsAfter(filter, last == null ? after : last.eventSequence(), most));
    }

    private Answer trades(final Call call) {
        final TradeFilter filter = new TradeFilter(
                HistoryReads.accounts(call),
                call.query("orderId") == null ? null : call.whole("orderId", 0, Long.MAX_VALUE, 0),
                call.words("symbol"),
                call.words("status", TRADE_STATUSES),
                call.time("from"),
                call.time("to"));
        if (Csv.isWanted(call)) {
            return history.csv(
                    call,
                    TradeShape.class,
                    (from, last, most) ->
                            from
                                    .trades(filter, last == null ? Long.MAX_VALUE : Long.parseLong(last.id()), most)
                                    .stream()
                                    .map(trade -> TradeSides.shown(trade, call.principal()))
                                    .toList());
        }
        final int limit = call.limit();
        final long before = Cursor.id(call);
        return history.answer(call, from -> {
            final List<TradeShape> rows = from.trades(filter, before, limit + 1).stream()
                    .map(trade -> TradeSides.shown(trade, call.principal()))
                    .toList();
            return page(call, rows, limit, TradeShape::id);
        });
    }

    private Answer trade(final Call call) {
        final long id = call.id("id");
        return history.answer(call, from -> {
            final TradeShape trade = id <= 0 ? null : from.trade(id);
            if (trade == null || !TradeSides.mayKnow(trade, call.principal())) {
                throw new ProblemException(Problems.UNKNOWN_TRADE, "trade=" + call.path("id"));
            }
            return TradeSides.shown(trade, call.principal());
        });
    }
}
