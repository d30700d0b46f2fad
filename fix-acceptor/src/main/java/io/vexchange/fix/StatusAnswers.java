package io.vexchange.fix;

import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import quickfix.Message;

/** Answers to H, AF and requests marked PossResend: 150=I, no events. On the engine client's thread, in engine order. */
final class StatusAnswers {
    static final int FLAG_UNKNOWN = 16;

    private final Gateway gateway;
    private final TradingSession session;

    StatusAnswers(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
    }

    /** The state of one order. */
    void one(final Message request, final Outcome outcome) {
        for (final ExecutionReportDecoder each : answers(outcome)) {
            if ((each.flags() & FLAG_UNKNOWN) != 0) {
                session.reply("8", unknown(request, outcome, Code.UNKNOWN_ORDER, Code.UNKNOWN_ORDER.ordRejReason()));
                continue;
            }
            final StringBuilder body = new StringBuilder(gateway.reports().status(each, session.extensions()));
            copy(body, request, 790);
            session.reply("8", body);
        }
    }

    /** The state of all orders asked for. */
    void all(final Message request, final Outcome outcome) {
        final List<CharSequence> bodies = new ArrayList<>();
        for (final ExecutionReportDecoder each : answers(outcome)) {
            if ((each.flags() & FLAG_UNKNOWN) == 0) {
                bodies.add(gateway.reports().status(each, session.extensions()));
            }
        }
        if (bodies.isEmpty()) {
            none(request, outcome, Code.NO_ORDERS, Code.NO_ORDERS.ordRejReason());
            return;
        }
        final List<CharSequence> replies = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            final StringBuilder body = new StringBuilder(bodies.get(i));
            copy(body, request, 584);
            FixText.field(body, 911, bodies.size());
            if (i == bodies.size() - 1) {
                FixText.field(body, 912, 'Y');
            }
            replies.add(body);
        }
        PacedReplies.send(gateway, session, "8", replies);
    }

    private void none(final Message request, final Outcome outcome, final Code code, final int reason) {
        final StringBuilder body = new StringBuilder(unknown(request, outcome, code, reason));
        copy(body, request, 584);
        FixText.field(body, 911, 0);
        FixText.field(body, 912, 'Y');
        session.reply("8", body);
    }

    /** @return what is told of a mass status request the gateway refuses itself */
    CharSequence refused(final Message request, final Code code) {
        final StringBuilder body = unknown(request, null, code, code.ordRejReason());
        copy(body, request, 584);
        FixText.field(body, 911, 0);
        return FixText.field(body, 912, 'Y');
    }

    private StringBuilder unknown(final Message request, final Outcome outcome, final Code code, final int reason) {
        final StringBuilder body = new StringBuilder(200);
        FixText.field(body, 37, "NONE");
        copy(body, request, 11);
        FixText.field(body, 17, '0');
        FixText.field(body, 150, 'I');
        FixText.field(body, 39, '8');
        FixText.field(body, 103, reason);
        copy(body, request, 1);
        FixText.field(body, 55, request.isSetField(55) ? Fields.text(request, 55) : "[N/A]");
        FixText.field(body, 54, request.isSetField(54) ? Fields.text(request, 54) : "7");
        FixText.field(body, 151, '0');
        FixText.field(body, 14, '0');
        FixText.field(body, 6, '0');
        FixText.field(body, 58, code.name());
        copy(body, request, 790);
        body.append("60=");
        final long timeMicros = outcome == null ? OutboundMessage.nowMicros() : outcome.timeMicros();
        return FixText.time(body, timeMicros, session.extensions()).append(FixText.SOH);
    }

    private static void copy(final StringBuilder body, final Message request, final int tag) {
        final String value = Fields.text(request, tag);
        if (value != null) {
            FixText.field(body, tag, value);
        }
    }

    private static List<ExecutionReportDecoder> answers(final Outcome outcome) {
        final List<ExecutionReportDecoder> answers = new ArrayList<>();
        for (final byte[] each : outcome.items()) {
            final UnsafeBuffer item = new UnsafeBuffer(each);
            if (Reports.templateId(item, 0) == ExecutionReportDecoder.TEMPLATE_ID) {
                final ExecutionReportDecoder report =
                        new ExecutionReportDecoder().wrapAndApplyHeader(item, 0, new MessageHeaderDecoder());
                if (report.sequence() == 0 && report.execType() == 'I') {
                    answers.add(report);
                }
            }
        }
        return answers;
    }
}
