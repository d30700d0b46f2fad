package io.vexchange.fixclient.venue;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.FieldNotFound;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.fix44.ExecutionReport;
import quickfix.fix44.MessageFactory;
import quickfix.fix44.OrderCancelReject;
import quickfix.fix44.OrderMassCancelReport;

/** Matches limit and market orders in price-time order and answers as the rules of engagement say. Port of the system's choice. */
public final class TinyVenue implements Application, AutoCloseable {
    private static final List<String> SESSIONS = List.of("ALPHA1", "ALPHA2", "BETA1", "BETA2", "LOAD1", "LOAD2");
    private static final Map<String, BigDecimal> REFERENCES = Map.of(
            "ACME", new BigDecimal("100"), "BTC-USD", new BigDecimal("50000"), "ETH-USD", new BigDecimal("2500"));

    private final SocketAcceptor acceptor;
    private final Map<Long, TinyOrder> orders = new LinkedHashMap<>();
    private final Map<String, TinyOrder> byClOrdId = new LinkedHashMap<>();
    private final Set<String> spent = new HashSet<>();
    private long nextOrder = 1;
    private long nextExec = 1;

    /** Starts it. */
    public TinyVenue() throws ConfigError {
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "acceptor");
        settings.setString("SocketAcceptAddress", "127.0.0.1");
        settings.setString("SocketAcceptPort", "0");
        settings.setString("StartTime", "00:00:00");
        settings.setString("EndTime", "00:00:00");
        settings.setString("NonStopSession", "Y");
        settings.setString("UseDataDictionary", "Y");
        settings.setString("DataDictionary", "FIX44.xml");
        settings.setString("ValidateUserDefinedFields", "N");
        for (final String name : SESSIONS) {
            final SessionID id = new SessionID("FIX.4.4", "VEX", name);
            settings.setString(id, "BeginString", "FIX.4.4");
            settings.setString(id, "SenderCompID", "VEX");
            settings.setString(id, "TargetCompID", name);
        }
        acceptor = SocketAcceptor.newBuilder()
                .withApplication(this)
                .withMessageStoreFactory(new MemoryStoreFactory())
                .withSettings(settings)
                .withMessageFactory(new MessageFactory())
                .build();
        acceptor.start();
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) acceptor.getEndpoints().iterator().next().getLocalAddress()).getPort();
    }

    /** Orders that rest. */
    public synchronized int restingOrders() {
        return (int) orders.values().stream().filter(TinyOrder::isLive).count();
    }

    @Override
    public void close() {
        acceptor.stop(true);
    }

    @Override
    public void onCreate(final SessionID id) {}

    @Override
    public void onLogon(final SessionID id) {}

    @Override
    public void onLogout(final SessionID id) {}

    @Override
    public void toAdmin(final Message message, final SessionID id) {}

    @Override
    public void toApp(final Message message, final SessionID id) {}

    @Override
    public void fromAdmin(final Message message, final SessionID id) throws FieldNotFound, RejectLogon {
        if (message.getHeader().getString(35).equals("A")
                && !message.getString(554).equals("demo")) {
            throw new RejectLogon("LOGON_REFUSED");
        }
    }

    @Override
    public synchronized void fromApp(final Message message, final SessionID id) throws FieldNotFound {
        final String session = id.getTargetCompID();
        switch (message.getHeader().getString(35)) {
            case "D" -> enter(message, session);
            case "F" -> cancel(message, session);
            case "G" -> replace(message, session);
            case "H" -> status(message, session);
            case "q" -> massCancel(message, session);
            default -> throw new IllegalArgumentException("not in this venue: " + message);
        }
    }

    private void enter(final Message message, final String session) throws FieldNotFound {
        final String clOrdId = message.getString(11);
        final TinyOrder order = new TinyOrder(
                nextOrder++,
                session,
                clOrdId,
                message.getString(55),
                message.getString(54),
                message.getString(40),
                message.isSetField(59) ? message.getString(59) : "0",
                message.getDecimal(38),
                message.isSetField(44) ? message.getDecimal(44) : null);
        if (!spent.add(order.account + " " + clOrdId)) {
            refuse(order, "6", "DUPLICATE_CLORDID");
            return;
        }
        if (refusedForItsTerms(order)) {
            return;
        }
        if (message.isSetField(18)
                && "6".equals(message.getString(18))
                && !opposite(order).isEmpty()) {
            refuse(order, "99", "POST_ONLY");
            return;
        }
        orders.put(order.id, order);
        byClOrdId.put(clOrdId, order);
        report(order, "0", null, null, Map.of());
        trade(order);
    }

    private boolean refusedForItsTerms(final TinyOrder order) {
        final BigDecimal reference = REFERENCES.get(order.symbol);
        if (reference == null) {
            refuse(order, "1", "UNKNOWN_SYMBOL");
        } else if (order.quantity.signum() <= 0) {
            refuse(order, "13", "QTY_INVALID");
        } else if (order.symbol.equals("ACME")
                && order.quantity.stripTrailingZeros().scale() > 0) {
            refuse(order, "13", "QTY_LOT");
        } else if (order.price != null && order.price.stripTrailingZeros().scale() > 2) {
            refuse(order, "99", "PRICE_TICK");
        } else if (order.price != null
                && order.price.subtract(reference).abs().compareTo(reference.multiply(new BigDecimal("0.1"))) > 0) {
            refuse(order, "99", "PRICE_COLLAR");
        } else {
            return false;
        }
        return true;
    }

    private void trade(final TinyOrder order) {
        List<TinyOrder> others = opposite(order);
        if (order.timeInForce.equals("4")
                && others.stream()
                                .map(other -> other.leaves)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(order.leaves)
                        < 0) {
            others = List.of();
        }
        final boolean found = !others.isEmpty();
        for (final TinyOrder other : others) {
            if (!order.isLive()) {
                break;
            }
            if (firm(other).equals(firm(order)) && !firm(order).equals("LOAD")) {
                order.end("4");
                report(order, "4", null, null, Map.of(58, "STP_NEWEST", 378, "99"));
                return;
            }
            final BigDecimal quantity = order.leaves.min(other.leaves);
            other.fill(quantity, other.price);
            order.fill(quantity, other.price);
            report(other, "F", quantity, other.price, Map.of());
            report(order, "F", quantity, other.price, Map.of());
        }
        final boolean rests =
                order.type.equals("2") && !order.timeInForce.equals("3") && !order.timeInForce.equals("4");
        if (order.isLive() && !rests) {
            order.end("4");
            report(
                    order,
                    "4",
                    null,
                    null,
                    Map.of(58, order.timeInForce.equals("4") && !found ? "FOK_NOT_FILLABLE" : "NO_LIQUIDITY"));
        }
    }

    private static String firm(final TinyOrder order) {
        return order.session.replaceAll("\\d", "");
    }

    private List<TinyOrder> opposite(final TinyOrder order) {
        final Comparator<TinyOrder> byPrice = Comparator.comparing(other -> other.price);
        return orders.values().stream()
                .filter(other -> other.isLive()
                        && other.symbol.equals(order.symbol)
                        && !other.side.equals(order.side)
                        && other.meets(order))
                .sorted(order.isBuy() ? byPrice : byPrice.reversed())
                .toList();
    }

    private void cancel(final Message message, final String session) throws FieldNotFound {
        final TinyOrder order = byClOrdId.get(message.getString(41));
        if (order == null || !order.isLive()) {
            refuseRequest(message, session, order, "1");
            return;
        }
        order.end("4");
        final String own = order.clOrdId;
        order.clOrdId = message.getString(11);
        report(order, "4", null, null, Map.of(41, own));
        order.clOrdId = own;
    }

    private void replace(final Message message, final String session) throws FieldNotFound {
        final TinyOrder order = byClOrdId.get(message.getString(41));
        if (order == null || !order.isLive()) {
            refuseRequest(message, session, order, "2");
            return;
        }
        final BigDecimal quantity = message.getDecimal(38);
        final BigDecimal price = message.getDecimal(44);
        final boolean loses = quantity.compareTo(order.quantity) > 0 || price.compareTo(order.price) != 0;
        final String old = order.clOrdId;
        order.clOrdId = message.getString(11);
        byClOrdId.put(order.clOrdId, order);
        order.quantity = quantity;
        order.leaves = quantity.subtract(order.cum);
        order.price = price;
        report(order, "5", null, null, Map.of(41, old));
        if (loses) {
            orders.remove(order.id);
            orders.put(order.id, order);
            trade(order);
        }
    }

    private void status(final Message message, final String session) throws FieldNotFound {
        final TinyOrder order = byClOrdId.get(message.getString(11));
        final ExecutionReport report = order == null ? new ExecutionReport() : filled(order, "I");
        if (order == null) {
            report.setString(37, "NONE");
            report.setString(39, "8");
            report.setString(58, "UNKNOWN_ORDER");
        }
        report.setString(17, "0");
        if (message.isSetField(790)) {
            report.setString(790, message.getString(790));
        }
        send(report, session);
    }

    private void massCancel(final Message message, final String session) throws FieldNotFound {
        final List<TinyOrder> found = new ArrayList<>();
        for (final TinyOrder order : orders.values()) {
            if (order.isLive()
                    && order.session.equals(session)
                    && (!message.isSetField(55) || order.symbol.equals(message.getString(55)))) {
                found.add(order);
            }
        }
        for (final TinyOrder order : found) {
            order.end("4");
            report(order, "4", null, null, Map.of(58, "MASS_CANCEL", 378, "99"));
        }
        final OrderMassCancelReport report = new OrderMassCancelReport();
        report.setString(37, String.valueOf(nextOrder++));
        report.setString(11, message.getString(11));
        report.setString(530, message.getString(530));
        report.setString(531, message.getString(530));
        report.setInt(533, found.size());
        send(report, session);
    }

    private void refuseRequest(
            final Message message, final String session, final TinyOrder order, final String response)
            throws FieldNotFound {
        final OrderCancelReject reject = new OrderCancelReject();
        reject.setString(37, order == null ? "NONE" : String.valueOf(order.id));
        reject.setString(11, message.getString(11));
        reject.setString(41, message.getString(41));
        reject.setString(39, order == null ? "8" : order.status);
        reject.setString(434, response);
        reject.setString(102, order == null ? "1" : "0");
        reject.setString(58, order == null ? "UNKNOWN_ORDER" : "TOO_LATE");
        send(reject, session);
    }

    private void refuse(final TinyOrder order, final String reason, final String code) {
        order.end("8");
        report(order, "8", null, null, Map.of(103, reason, 58, code));
    }

    private void report(
            final TinyOrder order,
            final String execType,
            final BigDecimal lastQuantity,
            final BigDecimal lastPrice,
            final Map<Integer, String> more) {
        final ExecutionReport report = filled(order, execType);
        report.setString(17, String.valueOf(nextExec++));
        if (lastQuantity != null) {
            report.setString(32, lastQuantity.toPlainString());
            report.setString(31, lastPrice.toPlainString());
        }
        more.forEach(report::setString);
        send(report, order.session);
    }

    private static ExecutionReport filled(final TinyOrder order, final String execType) {
        final ExecutionReport report = new ExecutionReport();
        report.setString(37, String.valueOf(order.id));
        report.setString(11, order.clOrdId);
        report.setString(150, execType);
        report.setString(39, order.status);
        report.setString(1, order.account);
        report.setString(55, order.symbol);
        report.setString(54, order.side);
        report.setString(38, order.quantity.toPlainString());
        report.setString(40, order.type);
        report.setString(59, order.timeInForce);
        report.setString(151, order.leaves.toPlainString());
        report.setString(14, order.cum.toPlainString());
        report.setString(6, order.average().toPlainString());
        if (order.price != null) {
            report.setString(44, order.price.toPlainString());
        }
        return report;
    }

    private static void send(final Message message, final String session) {
        try {
            Session.sendToTarget(message, new SessionID("FIX.4.4", "VEX", session));
        } catch (SessionNotFound e) {
            throw new IllegalStateException(e);
        }
    }
}
