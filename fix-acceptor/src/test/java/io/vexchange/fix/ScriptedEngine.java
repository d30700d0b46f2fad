package io.vexchange.fix;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.protocol.AccountDefinedEncoder;
import io.vexchange.engine.protocol.AppliedEncoder;
import io.vexchange.engine.protocol.AssetDefinedEncoder;
import io.vexchange.engine.protocol.CancelOnDisconnectDecoder;
import io.vexchange.engine.protocol.CancelOrderDecoder;
import io.vexchange.engine.protocol.CancelRejectEncoder;
import io.vexchange.engine.protocol.ExecutionReportEncoder;
import io.vexchange.engine.protocol.ImageBeginEncoder;
import io.vexchange.engine.protocol.ImageEndEncoder;
import io.vexchange.engine.protocol.InstrumentDefinedEncoder;
import io.vexchange.engine.protocol.MassCancelDecoder;
import io.vexchange.engine.protocol.MassCancelReportEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderDecoder;
import io.vexchange.engine.protocol.OrderStatusRequestDecoder;
import io.vexchange.engine.protocol.ParticipantDefinedEncoder;
import io.vexchange.engine.protocol.ReplaceOrderDecoder;
import io.vexchange.engine.protocol.SessionActDoneDecoder;
import io.vexchange.engine.protocol.SessionDefinedEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Stands in for the engine where a test is about sessions: one firm, one instrument, orders rest until the test fills or ends them.
 * It keeps its events, so a gateway that comes again gets those behind its durable position.
 */
final class ScriptedEngine implements EngineConnector {
    static final int DROP_COPY_ID = 2;
    static final int NEXT_EXPECTED_ID = 3;
    private static final long NULL = Long.MIN_VALUE;

    record Order(long id, int owner, String clOrdId, byte side, long lots, long ticks, int epoch, String echo) {}

    private record Event(long sequence, int templateId, UnsafeBuffer message) {}

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final List<CancelOnDisconnect> disconnects = new ArrayList<>();
    private final String passwordHash;
    private List<byte[]> collected = new ArrayList<>();
    private EngineListener listener;
    private long sequence;
    private long number;
    private long orderIds;
    private volatile long durable;
    private volatile boolean available = true;
    private volatile Code nextRefusal = Code.NONE;

    /** What the gateway has told about acts: session, code, reports undelivered. */
    final ConcurrentLinkedQueue<String> acts = new ConcurrentLinkedQueue<>();

    record CancelOnDisconnect(int sessionId, int epoch, char scope, boolean sparesGtc) {}

    ScriptedEngine(final String passwordHash) {
        this.passwordHash = passwordHash;
    }

    void available(final boolean is) {
        available = is;
    }

    void refuseNext(final Code code) {
        nextRefusal = code;
    }

    long durable() {
        return durable;
    }

    Order order(final String clOrdId) {
        return orders.get(clOrdId);
    }

    synchronized List<CancelOnDisconnect> disconnects() {
        return List.copyOf(disconnects);
    }

    @Override
    public EngineClient connect(final EngineListener to) {
        thread.execute(() -> {
            listener = to;
            number = 0;
            to.onConnected(new Hello(1, 1, sequence, durable, durable, new UUID(1, 1), 1));
            image();
            for (final Event each : List.copyOf(events)) {
                if (each.sequence > durable) {
                    tell(each.templateId, each.message.byteArray());
                }
            }
        });
        return new Client();
    }

    void shutdown() {
        thread.shutdownNow();
    }

    // -- the test's own acts --

    /** The order is filled in part or whole. */
    void fill(final String clOrdId, final long lots) {
        thread.execute(() -> {
            final Order order = orders.get(clOrdId);
            report(order, 'F', '2', lots, Code.NONE, 0);
        });
    }

    /** An event the test makes up; it is given the next sequence. */
    void tellEvent(final int templateId, final LongFunction<byte[]> event) {
        thread.execute(() -> {
            final byte[] bytes = event.apply(++sequence);
            events.add(new Event(sequence, templateId, new UnsafeBuffer(bytes)));
            tell(templateId, bytes);
        });
    }

    /** A reply the test makes up; it is given the present sequence. */
    void tellItem(final int templateId, final LongFunction<byte[]> item) {
        thread.execute(() -> tell(templateId, item.apply(sequence)));
    }

    /** Everything the test has made up so far has been told. */
    void awaitTold() {
        CompletableFuture.runAsync(() -> {}, thread).join();
    }

    /** A report of an order, made as the test says. */
    void tellReport(
            final String clOrdId,
            final char type,
            final char status,
            final Code code,
            final int flags,
            final Consumer<ExecutionReportEncoder> change) {
        thread.execute(() -> {
            final Order order = orders.get(clOrdId);
            final boolean isReplaced = type == '5';
            report(
                    order,
                    type,
                    status,
                    0,
                    code,
                    flags,
                    isReplaced ? clOrdId + "r" : clOrdId,
                    isReplaced ? clOrdId : "",
                    change);
        });
    }

    // -- being the engine --

    private void apply(final byte[] command, final long commandNumber, final CompletableFuture<Outcome> asked) {
        collected = new ArrayList<>();
        final UnsafeBuffer buffer = new UnsafeBuffer(command);
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        header.wrap(buffer, 0);
        Code code = nextRefusal;
        nextRefusal = Code.NONE;
        if (code == Code.NONE) {
            switch (header.templateId()) {
                case NewOrderDecoder.TEMPLATE_ID ->
                    newOrder(new NewOrderDecoder().wrapAndApplyHeader(buffer, 0, header));
                case OrderStatusRequestDecoder.TEMPLATE_ID ->
                    status(new OrderStatusRequestDecoder().wrapAndApplyHeader(buffer, 0, header));
                case CancelOrderDecoder.TEMPLATE_ID ->
                    cancel(new CancelOrderDecoder().wrapAndApplyHeader(buffer, 0, header));
                case MassCancelDecoder.TEMPLATE_ID ->
                    massCancel(new MassCancelDecoder().wrapAndApplyHeader(buffer, 0, header));
                case ReplaceOrderDecoder.TEMPLATE_ID ->
                    replace(new ReplaceOrderDecoder().wrapAndApplyHeader(buffer, 0, header));
                case CancelOnDisconnectDecoder.TEMPLATE_ID ->
                    cancelOnDisconnect(new CancelOnDisconnectDecoder().wrapAndApplyHeader(buffer, 0, header));
                case SessionActDoneDecoder.TEMPLATE_ID -> {
                    final SessionActDoneDecoder done =
                            new SessionActDoneDecoder().wrapAndApplyHeader(buffer, 0, header);
                    acts.add(done.sessionId() + ":" + Code.of(done.code()) + ":" + done.undeliveredReports());
                }
                default -> {
                    // an audit note
                }
            }
        }
        final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
        final AppliedEncoder applied = new AppliedEncoder();
        applied.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                .clientId(1)
                .epoch(1)
                .number(commandNumber)
                .code(code.number())
                .resultId(0)
                .sequence(sequence)
                .timeMicros(now());
        listener.onItem(
                AppliedEncoder.TEMPLATE_ID, out, 0, MessageHeaderEncoder.ENCODED_LENGTH + applied.encodedLength());
        if (asked != null) {
            asked.complete(new Outcome(code, 0, sequence, now(), List.copyOf(collected)));
        }
    }

    private void newOrder(final NewOrderDecoder command) {
        final int owner = command.ownerId();
        final byte side = (byte) command.side();
        final long lots = command.quantityLots();
        final long ticks = command.priceTicks();
        final int epoch = command.connectionEpoch();
        final boolean possResend = (command.flags() & 2) != 0;
        final String clOrdId = text(command.clOrdIdLength(), command::getClOrdId);
        final String echo = text(command.echoLength(), command::getEcho);
        final Order known = orders.get(clOrdId);
        if (known != null && possResend) {
            report(known, 'I', '0', 0, Code.NONE, 0);
            return;
        }
        final Order order = new Order(++orderIds, owner, clOrdId, side, lots, ticks, epoch, echo);
        orders.put(clOrdId, order);
        report(order, '0', '0', 0, Code.NONE, 0);
    }

    private void status(final OrderStatusRequestDecoder command) {
        final Order known = orders.get(text(command.clOrdIdLength(), command::getClOrdId));
        if (known != null) {
            report(known, 'I', '0', 0, Code.NONE, 0);
        } else {
            report(
                    new Order(0, command.requesterId(), "", (byte) '1', 0, 0, 0, ""),
                    'I',
                    '8',
                    0,
                    Code.UNKNOWN_ORDER,
                    16);
        }
    }

    private void cancel(final CancelOrderDecoder command) {
        final int requester = command.requesterId();
        final String clOrdId = text(command.clOrdIdLength(), command::getClOrdId);
        final String origClOrdId = text(command.origClOrdIdLength(), command::getOrigClOrdId);
        final Order known = orders.remove(origClOrdId);
        if (known == null) {
            reject(requester, '1', Code.UNKNOWN_ORDER, clOrdId, origClOrdId);
        } else {
            report(known, '4', '4', 0, Code.NONE, 0, clOrdId, origClOrdId);
        }
    }

    /** Tells what the gateway has found, or that the order is unknown. */
    private void replace(final ReplaceOrderDecoder command) {
        final int requester = command.requesterId();
        final Code found = Code.of(command.gatewayCode());
        final String clOrdId = text(command.clOrdIdLength(), command::getClOrdId);
        final String origClOrdId = text(command.origClOrdIdLength(), command::getOrigClOrdId);
        reject(requester, '2', orders.containsKey(origClOrdId) ? found : Code.UNKNOWN_ORDER, clOrdId, origClOrdId);
    }

    private void reject(
            final int requester,
            final char responseTo,
            final Code code,
            final String clOrdId,
            final String origClOrdId) {
        final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
        final CancelRejectEncoder reject = new CancelRejectEncoder();
        reject.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                .sequence(++sequence)
                .timeMicros(now())
                .orderId(0)
                .accountId(1)
                .participantId(1)
                .requesterId(requester)
                .orderStatus((short) '8')
                .responseTo((short) responseTo)
                .code(code.number());
        final byte[] own = clOrdId.getBytes(StandardCharsets.ISO_8859_1);
        final byte[] orig = origClOrdId.getBytes(StandardCharsets.ISO_8859_1);
        reject.putClOrdId(own, 0, own.length).putOrigClOrdId(orig, 0, orig.length);
        happened(
                CancelRejectEncoder.TEMPLATE_ID,
                bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + reject.encodedLength()));
    }

    private void massCancel(final MassCancelDecoder command) {
        final int requester = command.requesterId();
        final char scope = (char) command.scope();
        final String clOrdId = text(command.clOrdIdLength(), command::getClOrdId);
        final List<Order> ended =
                orders.values().stream().filter(each -> each.owner == requester).toList();
        ended.forEach(each -> {
            orders.remove(each.clOrdId);
            report(each, '4', '4', 0, Code.MASS_CANCEL, 64);
        });
        final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
        final MassCancelReportEncoder report = new MassCancelReportEncoder();
        report.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                .sequence(++sequence)
                .timeMicros(now())
                .requesterId(requester)
                .accountId(0)
                .instrumentId(0)
                .side((short) 0)
                .scope((short) scope)
                .code(0)
                .affected(ended.size());
        final MassCancelReportEncoder.OrdersEncoder entries = report.ordersCount(ended.size());
        for (final Order each : ended) {
            final byte[] id = each.clOrdId.getBytes(StandardCharsets.ISO_8859_1);
            entries.next().orderId(each.id).putOrderClOrdId(id, 0, id.length);
        }
        final byte[] own = clOrdId.getBytes(StandardCharsets.ISO_8859_1);
        report.putClOrdId(own, 0, own.length);
        happened(
                MassCancelReportEncoder.TEMPLATE_ID,
                bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + report.encodedLength()));
    }

    private void happened(final int templateId, final byte[] bytes) {
        events.add(new Event(sequence, templateId, new UnsafeBuffer(bytes)));
        tell(templateId, bytes);
    }

    private synchronized void cancelOnDisconnect(final CancelOnDisconnectDecoder command) {
        disconnects.add(new CancelOnDisconnect(
                command.sessionId(), command.connectionEpoch(), (char) command.scope(), command.spareGtc() != 0));
        orders.values().removeIf(each -> {
            final boolean ends = each.owner == command.sessionId() && each.epoch <= command.connectionEpoch();
            if (ends) {
                report(each, '4', '4', 0, Code.CANCEL_ON_DISCONNECT, 64);
            }
            return ends;
        });
    }

    private void report(
            final Order order,
            final char type,
            final char status,
            final long lastLots,
            final Code code,
            final int flags) {
        report(order, type, status, lastLots, code, flags, order.clOrdId, "");
    }

    private void report(
            final Order order,
            final char type,
            final char status,
            final long lastLots,
            final Code code,
            final int flags,
            final String clOrdId,
            final String origClOrdId) {
        report(order, type, status, lastLots, code, flags, clOrdId, origClOrdId, report -> {});
    }

    private void report(
            final Order order,
            final char type,
            final char status,
            final long lastLots,
            final Code code,
            final int flags,
            final String clOrdId,
            final String origClOrdId,
            final Consumer<ExecutionReportEncoder> change) {
        final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
        final ExecutionReportEncoder report = new ExecutionReportEncoder();
        final boolean open = status == '0';
        report.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                .sequence(type == 'I' ? 0 : ++sequence)
                .timeMicros(now())
                .orderId(order.id)
                .instrumentId(1)
                .accountId(1)
                .participantId(1)
                .ownerId(order.owner)
                .requesterId(order.owner)
                .execType((short) type)
                .orderStatus((short) status)
                .side(order.side)
                .orderType((short) '2')
                .timeInForce((short) '0')
                .selfTradePrevention((short) 'N')
                .pegReference((short) 0)
                .liquidity((short) (type == 'F' ? '1' : 0))
                .flags(flags)
                .code(code.number())
                .restatementReason((short) ((flags & 64) != 0 ? 99 : 0))
                .priceTicks(order.ticks)
                .stopPriceTicks(NULL)
                .workingPriceTicks(NULL)
                .quantityLots(order.lots)
                .filledLots(lastLots)
                .leavesLots(open ? order.lots : 0)
                .visibleLots(0)
                .displayLots(NULL)
                .minimumLots(NULL)
                .filledValue(lastLots * order.ticks)
                .lastPriceTicks(type == 'F' ? order.ticks : NULL)
                .lastLots(type == 'F' ? lastLots : NULL)
                .tradeId(type == 'F' ? sequence : 0)
                .fee(type == 'F' ? 1234567 : NULL)
                .publicSequence(type == 'F' ? 77 : 0)
                .refSequence(0)
                .expireTimeMicros(NULL)
                .expireDay(0)
                .tradeDay(20261125)
                .createdMicros(now());
        change.accept(report);
        put(report, clOrdId, origClOrdId, order.clOrdId, order.echo, "");
        final byte[] bytes = bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + report.encodedLength());
        if (type != 'I') {
            events.add(new Event(sequence, ExecutionReportEncoder.TEMPLATE_ID, new UnsafeBuffer(bytes)));
        }
        tell(ExecutionReportEncoder.TEMPLATE_ID, bytes);
    }

    private static void put(final ExecutionReportEncoder report, final String... texts) {
        final byte[][] bytes = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            bytes[i] = texts[i].getBytes(StandardCharsets.ISO_8859_1);
        }
        report.putClOrdId(bytes[0], 0, bytes[0].length)
                .putOrigClOrdId(bytes[1], 0, bytes[1].length)
                .putOrderClOrdId(bytes[2], 0, bytes[2].length)
                .putEcho(bytes[3], 0, bytes[3].length)
                .putRequestId(bytes[4], 0, bytes[4].length);
    }

    private void tell(final int templateId, final byte[] bytes) {
        collected.add(bytes);
        listener.onItem(templateId, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    static byte[] bytes(final MutableDirectBuffer buffer, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    private interface Getter {
        int get(byte[] to, int offset, int length);
    }

    private static String text(final int length, final Getter getter) {
        final byte[] bytes = new byte[length];
        getter.get(bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static long now() {
        return OutboundMessage.nowMicros();
    }

    // -- the directory --

    private void image() {
        final ExpandableArrayBuffer out = new ExpandableArrayBuffer();
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        final ImageBeginEncoder begin = new ImageBeginEncoder();
        begin.wrapAndApplyHeader(out, 0, header)
                .sequence(sequence)
                .timeMicros(now())
                .tradeDay(20261125);
        tell(ImageBeginEncoder.TEMPLATE_ID, bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + begin.encodedLength()));
        for (final String each : new String[] {"ACME", "USD"}) {
            final AssetDefinedEncoder asset = new AssetDefinedEncoder();
            final byte[] name = each.getBytes(StandardCharsets.UTF_8);
            asset.wrapAndApplyHeader(out, 0, header)
                    .sequence(0)
                    .assetId("USD".equals(each) ? 2 : 1)
                    .scale("USD".equals(each) ? 6 : 0);
            asset.putName(name, 0, name.length);
            tell(
                    AssetDefinedEncoder.TEMPLATE_ID,
                    bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + asset.encodedLength()));
        }
        final InstrumentDefinedEncoder instrument = new InstrumentDefinedEncoder();
        instrument
                .wrapAndApplyHeader(out, 0, header)
                .sequence(0)
                .instrumentId(1)
                .baseAssetId(1)
                .quoteAssetId(2)
                .tickMantissa(1)
                .tickDecimals(2)
                .lotMantissa(1)
                .lotDecimals(0)
                .enabled((short) 1)
                .phase((short) 4);
        instrument.putSymbol("ACME".getBytes(StandardCharsets.UTF_8), 0, 4).putProperties(new byte[0], 0, 0);
        tell(
                InstrumentDefinedEncoder.TEMPLATE_ID,
                bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + instrument.encodedLength()));
        final ParticipantDefinedEncoder participant = new ParticipantDefinedEncoder();
        participant
                .wrapAndApplyHeader(out, 0, header)
                .sequence(0)
                .participantId(1)
                .enabled((short) 1);
        participant.putName("ALPHA".getBytes(StandardCharsets.UTF_8), 0, 5).putProperties(new byte[0], 0, 0);
        tell(
                ParticipantDefinedEncoder.TEMPLATE_ID,
                bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + participant.encodedLength()));
        final AccountDefinedEncoder account = new AccountDefinedEncoder();
        account.wrapAndApplyHeader(out, 0, header)
                .sequence(0)
                .accountId(1)
                .participantId(1)
                .accountType((short) 1)
                .enabled((short) 1);
        account.putName("ALPHA-A".getBytes(StandardCharsets.UTF_8), 0, 7).putProperties(new byte[0], 0, 0);
        tell(
                AccountDefinedEncoder.TEMPLATE_ID,
                bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + account.encodedLength()));
        session(out, 1, "ALPHA1", SessionRole.ORDER_ENTRY, "\"throttle\":{\"perSecond\":0,\"burst\":0}");
        session(out, DROP_COPY_ID, "ALPHADC", SessionRole.DROP_COPY, "\"extensions\":true");
        session(out, NEXT_EXPECTED_ID, "ALPHA3", SessionRole.ORDER_ENTRY, "\"nextExpected\":true");
        session(out, 5, "ALPHAMD", SessionRole.MARKET_DATA, "\"extensions\":false");
        session(out, 4, "ALPHA4", SessionRole.ORDER_ENTRY, "\"throttle\":{\"perSecond\":1,\"burst\":2}");
        final ImageEndEncoder end = new ImageEndEncoder();
        end.wrapAndApplyHeader(out, 0, header).sequence(sequence);
        tell(ImageEndEncoder.TEMPLATE_ID, bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + end.encodedLength()));
    }

    private void session(
            final ExpandableArrayBuffer out,
            final int id,
            final String name,
            final SessionRole role,
            final String more) {
        final SessionDefinedEncoder session = new SessionDefinedEncoder();
        session.wrapAndApplyHeader(out, 0, new MessageHeaderEncoder())
                .sequence(0)
                .sessionId(id)
                .participantId(1)
                .role((short) role.number())
                .enabled((short) 1)
                .defaultAccountId(1);
        session.accountsCount(1).next().accountId(1);
        final byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        final byte[] properties =
                ("{\"passwordHash\":\"" + passwordHash + "\"," + more + "}").getBytes(StandardCharsets.UTF_8);
        session.putName(bytes, 0, bytes.length).putProperties(properties, 0, properties.length);
        tell(
                SessionDefinedEncoder.TEMPLATE_ID,
                bytes(out, MessageHeaderEncoder.ENCODED_LENGTH + session.encodedLength()));
    }

    /** What the gateway holds. */
    private final class Client implements EngineClient {
        @Override
        public String name() {
            return "fix-1";
        }

        @Override
        public boolean isConnected() {
            return available;
        }

        @Override
        public synchronized long send(final MutableDirectBuffer command, final int offset, final int length) {
            return take(command, offset, length, null);
        }

        @Override
        public synchronized CompletableFuture<Outcome> ask(
                final MutableDirectBuffer command, final int offset, final int length) {
            final CompletableFuture<Outcome> asked = new CompletableFuture<>();
            take(command, offset, length, asked);
            return asked;
        }

        private long take(
                final MutableDirectBuffer command,
                final int offset,
                final int length,
                final CompletableFuture<Outcome> asked) {
            if (!available) {
                throw new EngineUnavailableException("switched off by the test");
            }
            final byte[] copy = new byte[length];
            command.getBytes(offset, copy);
            final long mine = ++number;
            thread.execute(() -> apply(copy, mine, asked));
            return mine;
        }

        @Override
        public void consumed(final long consumed) {
            durable = consumed;
        }

        @Override
        public void close() {
            thread.execute(() -> listener = (templateId, buffer, offset, length) -> {});
        }
    }
}
