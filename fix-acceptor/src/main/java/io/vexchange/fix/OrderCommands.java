package io.vexchange.fix;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Conversion;
import io.vexchange.engine.client.ConvertedOrder;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.MassCancelEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import quickfix.Message;

/** D, F, G and q as commands. On the session's thread. */
final class OrderCommands {
    private static final int POST_ONLY = 1;
    private static final int POSS_RESEND = 2;
    private static final int POST_ONLY_IS_MEANT = 8;
    private static final int NEVER = -1;
    private static final byte[] NOTHING = new byte[0];

    private final Gateway gateway;
    private final TradingSession session;
    private final StatusAnswers answers;
    private final OrderTerms terms;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final ReplaceOrderEncoder replaceOrder = new ReplaceOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final MassCancelEncoder massCancel = new MassCancelEncoder();

    OrderCommands(final Gateway gateway, final TradingSession session, final StatusAnswers answers) {
        this.gateway = gateway;
        this.session = session;
        this.answers = answers;
        this.terms = new OrderTerms(new Conversion(gateway.directory()));
    }

    /** NewOrderSingle. */
    void enter(final Message message, final boolean withinThrottle) {
        try {
            if (!withinThrottle) {
                throw new Refusal(Code.THROTTLED);
            }
            sendNew(message, terms.ofNew(message, session.config()));
        } catch (final Refusal e) {
            session.answer("8", refused(message, e));
        }
    }

    private CharSequence refused(final Message message, final Refusal refusal) {
        final Account account = gateway.directory().account(session.config().defaultAccountId());
        return Refusals.order(
                message,
                gateway.refusalIds().next(),
                refusal.ordRejReason(session.extensions()),
                refusal.getMessage(),
                account == null ? null : account.name(),
                session.extensions());
    }

    private void sendNew(final Message message, final ConvertedOrder order) {
        final boolean known = Fields.mayBeKnown(message);
        final byte[] clOrdId = RequestHandler.bytes(Fields.text(message, 11));
        final byte[] echo = RequestHandler.bytes(Echo.of(message).toString());
        newOrder.wrapAndApplyHeader(buffer, 0, header);
        order.encode(newOrder);
        newOrder.ownerId(session.config().sessionId())
                .connectionEpoch(session.connectionEpoch())
                .flags(postOnly(message) | (known ? POSS_RESEND : 0))
                .putClOrdId(clOrdId, 0, clOrdId.length)
                .putEcho(echo, 0, echo.length);
        send(
                newOrder.encodedLength(),
                known,
                outcome -> answers.one(message, outcome),
                code -> session.reply("8", refused(message, new Refusal(code))));
    }

    private static int postOnly(final Message message) {
        return "6".equals(Fields.text(message, 18)) ? POST_ONLY : 0;
    }

    /** OrderCancelRequest: never throttled, never refused by the gateway. */
    void cancel(final Message message) {
        needsOrder(message);
        final boolean known = Fields.mayBeKnown(message);
        final byte[] clOrdId = RequestHandler.bytes(Fields.text(message, 11));
        final byte[] orig = RequestHandler.bytes(Fields.text(message, 41));
        cancelOrder
                .wrapAndApplyHeader(buffer, 0, header)
                .requesterId(session.config().sessionId())
                .accountId(session.accountOf(message))
                .instrumentId(instrumentId(message))
                .orderId(Fields.orderId(message))
                .side((short) Fields.character(message, 54))
                .flags(known ? POSS_RESEND : 0)
                .cause(0)
                .putClOrdId(clOrdId, 0, clOrdId.length)
                .putOrigClOrdId(orig, 0, orig.length)
                .putAudit(NOTHING, 0, 0);
        send(
                cancelOrder.encodedLength(),
                known,
                outcome -> answers.one(message, outcome),
                code -> session.reply("9", Refusals.cancel(message, '1', code, session.extensions())));
    }

    /** OrderCancelReplaceRequest: what the gateway would refuse goes through the engine too, so that its answer is true. */
    void replace(final Message message, final boolean withinThrottle) {
        needsOrder(message);
        final boolean known = Fields.mayBeKnown(message);
        final byte[] clOrdId = RequestHandler.bytes(Fields.text(message, 11));
        final byte[] orig = RequestHandler.bytes(Fields.text(message, 41));
        final ConvertedOrder order = terms.ofReplace(message, session.config());
        final Code fault = withinThrottle ? terms.faultOfReplace(message) : Code.THROTTLED;
        replaceOrder.wrapAndApplyHeader(buffer, 0, header);
        order.encode(replaceOrder);
        replaceOrder
                .requesterId(session.config().sessionId())
                .orderId(Fields.orderId(message))
                .flags(postOnly(message) | POST_ONLY_IS_MEANT | (known ? POSS_RESEND : 0));
        if (fault != Code.NONE) {
            replaceOrder.gatewayCode(fault.number());
        }
        replaceOrder.putClOrdId(clOrdId, 0, clOrdId.length).putOrigClOrdId(orig, 0, orig.length);
        send(
                replaceOrder.encodedLength(),
                known,
                outcome -> answers.one(message, outcome),
                refused -> session.reply("9", Refusals.cancel(message, '2', refused, session.extensions())));
    }

    /** OrderMassCancelRequest. */
    void massCancel(final Message message) {
        final char scope = Fields.character(message, 530);
        final Instrument instrument = instrument(message);
        final int accountId = session.accountOf(message);
        if ((scope != '1' && scope != '7') || (scope == '7' && message.isSetField(55))) {
            massCancelRefused(message, '0', new Refusal(Code.UNSUPPORTED_COMBINATION, scope == '7' ? 55 : 530));
        } else if (accountId < 0) {
            massCancelRefused(message, '0', new Refusal(Code.UNKNOWN_ACCOUNT));
        } else if (scope == '1' && !message.isSetField(55)) {
            massCancelRefused(message, '0', new Refusal(Code.MISSING_FIELD, 55));
        } else if (scope == '1' && instrument == null) {
            massCancelRefused(message, '1', new Refusal(Code.UNKNOWN_SYMBOL));
        } else {
            final byte[] clOrdId = RequestHandler.bytes(Fields.text(message, 11));
            massCancel
                    .wrapAndApplyHeader(buffer, 0, header)
                    .requesterId(session.config().sessionId())
                    .accountId(accountId)
                    .instrumentId(instrument == null ? 0 : instrument.id())
                    .side((short) Fields.character(message, 54))
                    .scope((short) scope)
                    .cause(Code.MASS_CANCEL.number())
                    .putClOrdId(clOrdId, 0, clOrdId.length)
                    .putOrigClOrdId(NOTHING, 0, 0)
                    .putAudit(NOTHING, 0, 0);
            send(
                    massCancel.encodedLength(),
                    false,
                    outcome -> {},
                    code -> session.reply("r", Refusals.massCancel(message, '0', code.name(), session.extensions())));
        }
    }

    private void massCancelRefused(final Message message, final char reason, final Refusal refusal) {
        session.answer("r", Refusals.massCancel(message, reason, refusal.getMessage(), session.extensions()));
    }

    /** A request that may have come before is answered by a state that is no event, so its answer is collected. */
    private void send(
            final int encodedLength,
            final boolean collects,
            final Consumer<Outcome> collected,
            final Consumer<Code> whenRefused) {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + encodedLength;
        final long sentNanos = System.nanoTime();
        if (!collects) {
            gateway.inflight().sent(gateway.client().send(buffer, 0, length), sentNanos, whenRefused);
            return;
        }
        final CompletableFuture<Outcome> unused = gateway.client()
                .ask(buffer, 0, length)
                .whenComplete((outcome, fault) -> {
                    gateway.inflight().took(System.nanoTime() - sentNanos);
                    if (fault == null && outcome.code() == Code.NONE) {
                        collected.accept(outcome);
                    } else if (fault == null) {
                        whenRefused.accept(outcome.code());
                    }
                });
    }

    private static void needsOrder(final Message message) {
        if (!message.isSetField(37) && !message.isSetField(41)) {
            throw Fields.missing(41);
        }
    }

    private Instrument instrument(final Message message) {
        final String symbol = Fields.text(message, 55);
        return symbol == null ? null : gateway.directory().instrument(symbol);
    }

    /** @return 0 when no symbol is given, {@link #NEVER} when it is unknown */
    private int instrumentId(final Message message) {
        final Instrument instrument = instrument(message);
        if (instrument != null) {
            return instrument.id();
        }
        return message.isSetField(55) ? NEVER : 0;
    }
}
