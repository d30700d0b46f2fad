package io.vexchange.fix;

import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.protocol.MassStatusRequestEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.OrderStatusRequestEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import quickfix.Message;

/** Takes a session's application messages: role, throttle, form; then a command to the engine or a refusal. On the session's thread. */
final class RequestHandler {
    private static final int ROLE = 6;
    private static final int UNSUPPORTED_TYPE = 3;
    private static final int NOT_AVAILABLE = 4;
    private static final int OTHER = 0;
    private static final int HEAVY = 10;
    private static final byte[] NOTHING = new byte[0];

    private final Gateway gateway;
    private final TradingSession session;
    private final OrderCommands orders;
    private final StatusAnswers answers;
    private final SecurityList securities;
    private final MarketDataRequests marketData;
    private final TradeCapture tradeCapture;
    private final Holdings holdings;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderStatusRequestEncoder status = new OrderStatusRequestEncoder();
    private final MassStatusRequestEncoder massStatus = new MassStatusRequestEncoder();

    RequestHandler(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
        this.answers = new StatusAnswers(gateway, session);
        this.securities = new SecurityList(gateway, session);
        this.marketData = new MarketDataRequests(gateway, session);
        this.tradeCapture = new TradeCapture(gateway, session);
        this.holdings = new Holdings(gateway, session);
        this.orders = new OrderCommands(gateway, session, answers);
    }

    void handle(final Message message) {
        final String type = Fields.text(message.getHeader(), 35);
        try {
            switch (type) {
                case "D", "F", "G", "q" -> {
                    if (allowed(message, type, session.config().role() == SessionRole.ORDER_ENTRY)) {
                        order(message, type);
                    }
                }
                case "H" -> {
                    if (allowed(message, type, session.config().role() != SessionRole.MARKET_DATA)) {
                        orderStatus(message);
                    }
                }
                case "AF" -> {
                    if (allowed(message, type, session.config().role() != SessionRole.MARKET_DATA)) {
                        massStatus(message);
                    }
                }
                case "AD", "AN", "BB" -> {
                    if (allowed(message, type, session.config().role() != SessionRole.MARKET_DATA)) {
                        backOffice(message, type);
                    }
                }
                case "V" -> {
                    if (allowed(message, type, session.config().role() == SessionRole.MARKET_DATA)) {
                        marketData.handle(message, taken(1));
                    }
                }
                case "x", "e", "g" -> reference(message, type);
                case "j" -> {
                    gateway.audit()
                            .session(
                                    session.config().name(),
                                    "CLIENT_REJECT",
                                    FixText.masked(String.valueOf(message.toRawString())));
                }
                default -> business(message, type, UNSUPPORTED_TYPE, Code.UNSUPPORTED_MESSAGE.name());
            }
        } catch (final EngineUnavailableException e) {
            business(message, type, NOT_AVAILABLE, Code.NOT_AVAILABLE.name());
        }
    }

    private void backOffice(final Message message, final String type) {
        Fields.checkStrings(message);
        if (!taken("AD".equals(type) ? HEAVY : 1)) {
            business(message, type, OTHER, Code.THROTTLED.name());
            return;
        }
        switch (type) {
            case "AD" -> tradeCapture.handle(message);
            case "AN" -> holdings.positions(message);
            default -> holdings.collateral(message);
        }
    }

    private void reference(final Message message, final String type) {
        Fields.checkStrings(message);
        if (!taken(1)) {
            business(message, type, OTHER, Code.THROTTLED.name());
            return;
        }
        switch (type) {
            case "x" -> securities.handle(message);
            case "e" -> gateway.status().security(session, message);
            default -> gateway.status().market(session, message);
        }
    }

    private boolean allowed(final Message message, final String type, final boolean allowed) {
        if (!allowed) {
            business(message, type, ROLE, Code.NOT_AUTHORIZED.name());
        }
        return allowed;
    }

    private void order(final Message message, final String type) {
        Fields.checkStrings(message);
        switch (type) {
            case "D" -> orders.enter(message, taken(1));
            case "F" -> orders.cancel(message);
            case "G" -> orders.replace(message, taken(1));
            default -> orders.massCancel(message);
        }
    }

    private boolean taken(final int tokens) {
        return session.takeTokens(tokens);
    }

    private void business(final Message message, final String type, final int reason, final String text) {
        session.answer("j", Refusals.business(message, requestId(message, type), reason, text));
    }

    private static String requestId(final Message message, final String type) {
        switch (type) {
            case "AF" -> {
                return Fields.text(message, 584);
            }
            case "V" -> {
                return Fields.text(message, 262);
            }
            case "x" -> {
                return Fields.text(message, 320);
            }
            case "e" -> {
                return Fields.text(message, 324);
            }
            case "g" -> {
                return Fields.text(message, 335);
            }
            case "AD" -> {
                return Fields.text(message, 568);
            }
            case "AN" -> {
                return Fields.text(message, 710);
            }
            case "BB" -> {
                return Fields.text(message, 909);
            }
            default -> {
                return Fields.text(message, 11);
            }
        }
    }

    private void orderStatus(final Message message) {
        Fields.checkStrings(message);
        if (!taken(1)) {
            business(message, "H", OTHER, Code.THROTTLED.name());
            return;
        }
        final long orderId = Fields.orderId(message);
        if (orderId == 0 && !message.isSetField(11)) {
            throw Fields.missing(11);
        }
        status.wrapAndApplyHeader(buffer, 0, header)
                .requesterId(session.config().sessionId())
                .accountId(session.accountOf(message))
                .orderId(orderId);
        final byte[] clOrdId = bytes(Fields.text(message, 11));
        final byte[] requestId = bytes(Fields.text(message, 790));
        status.putClOrdId(clOrdId, 0, clOrdId.length)
                .putRequestId(requestId, 0, requestId.length)
                .putAsked(NOTHING, 0, 0);
        ask(status.encodedLength(), outcome -> answers.one(message, outcome));
    }

    private void massStatus(final Message message) {
        Fields.checkStrings(message);
        final char scope = Fields.character(message, 585);
        if (!taken(HEAVY)) {
            business(message, "AF", OTHER, Code.THROTTLED.name());
            return;
        }
        if (scope != '1' && scope != '7' && scope != '8') {
            business(message, "AF", OTHER, Code.UNSUPPORTED_COMBINATION + ": 585");
            return;
        }
        if (scope == '1' && !message.isSetField(55)) {
            throw Fields.missing(55);
        }
        int instrumentId = 0;
        if (scope == '1') {
            final Instrument instrument = gateway.directory().instrument(Fields.text(message, 55));
            if (instrument == null) {
                session.answer("8", answers.refused(message, Code.UNKNOWN_SYMBOL));
                return;
            }
            instrumentId = instrument.id();
        }
        final int accountId = session.accountOf(message);
        if (accountId < 0) {
            session.answer("8", answers.refused(message, Code.UNKNOWN_ACCOUNT));
            return;
        }
        massStatus
                .wrapAndApplyHeader(buffer, 0, header)
                .requesterId(session.config().sessionId())
                .accountId(accountId)
                .instrumentId(instrumentId);
        final byte[] requestId = bytes(Fields.text(message, 584));
        massStatus.putRequestId(requestId, 0, requestId.length);
        ask(massStatus.encodedLength(), outcome -> answers.all(message, outcome));
    }

    private void ask(final int encodedLength, final Consumer<Outcome> then) {
        final CompletableFuture<Outcome> unused = gateway.client()
                .ask(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength)
                .whenComplete((outcome, fault) -> {
                    if (fault == null) {
                        then.accept(outcome);
                    }
                });
    }

    static byte[] bytes(final String text) {
        return text == null ? NOTHING : text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
