package io.vexchange.fix;

import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Session;
import io.vexchange.engine.client.User;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.protocol.CancelRejectDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.MassCancelReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/** Writes what the engine says as FIX: ExecutionReport (8), OrderCancelReject (9), OrderMassCancelReport (r). Thread-safe. */
final class Reports {
    private static final int FLAG_POST_ONLY = 1;
    private static final int FLAG_STOP_WAITS = 4;
    private static final int FLAG_UNASKED = 64;
    private static final long NULL = ExecutionReportDecoder.priceTicksNullValue();
    private static final int TYPICAL_LENGTH = 400;

    private final Directory directory;

    Reports(final Directory directory) {
        this.directory = directory;
    }

    static int templateId(final DirectBuffer buffer, final int offset) {
        return new MessageHeaderDecoder().wrap(buffer, offset).templateId();
    }

    /**
     * @param session that is told, its dialect and role decide what it sees
     * @param templateId of the event
     * @param event SBE
     * @param offset of its header
     * @param sequence of the event
     * @return the message
     */
    OutboundMessage message(
            final TradingSession session,
            final int templateId,
            final DirectBuffer event,
            final int offset,
            final long sequence) {
        final boolean extensions = session.extensions();
        final StringBuilder body = new StringBuilder(TYPICAL_LENGTH);
        final String msgType;
        switch (templateId) {
            case ExecutionReportDecoder.TEMPLATE_ID -> {
                final ExecutionReportDecoder report =
                        new ExecutionReportDecoder().wrapAndApplyHeader(event, offset, new MessageHeaderDecoder());
                execution(body, report, extensions, session.config().role() == SessionRole.DROP_COPY);
                msgType = "8";
            }
            case CancelRejectDecoder.TEMPLATE_ID -> {
                cancelReject(
                        body,
                        new CancelRejectDecoder().wrapAndApplyHeader(event, offset, new MessageHeaderDecoder()),
                        extensions);
                msgType = "9";
            }
            case MassCancelReportDecoder.TEMPLATE_ID -> {
                massCancel(
                        body,
                        new MassCancelReportDecoder().wrapAndApplyHeader(event, offset, new MessageHeaderDecoder()),
                        extensions);
                msgType = "r";
            }
            default -> throw new IllegalArgumentException("no report: templateId=" + templateId);
        }
        return new OutboundMessage(msgType, body, sequence, extensions);
    }

    private void execution(
            final StringBuilder body,
            final ExecutionReportDecoder report,
            final boolean extensions,
            final boolean copy) {
        final char told = (char) report.execType();
        final boolean triggered = told == 'L' && !extensions;
        FixText.field(body, 37, report.orderId());
        FixText.field(body, 17, report.sequence());
        FixText.field(body, 150, triggered ? 'D' : told);
        FixText.field(body, 39, (char) report.orderStatus());
        final Code code = Code.of(report.code());
        if (told == '8') {
            FixText.field(body, 103, ordRejReason(code, extensions));
        }
        if (triggered || report.restatementReason() != 0) {
            FixText.field(body, 378, triggered ? 99 : report.restatementReason());
        }
        order(body, report, extensions);
        final Instrument instrument = directory.instrument(report.instrumentId());
        if (told == 'F' || told == 'G' || told == 'H') {
            trade(body, report, instrument, extensions);
        }
        if (report.refSequence() > 0) {
            FixText.field(body, 19, report.refSequence());
        }
        if (triggered) {
            FixText.field(body, 58, "TRIGGERED");
        } else if (code != Code.NONE) {
            FixText.field(body, 58, code.name());
        }
        body.append("60=");
        FixText.time(body, report.timeMicros(), extensions).append(FixText.SOH);
        if (copy) {
            FixText.field(body, 797, 'Y');
            if (extensions) {
                enteredBy(body, report.ownerId());
            }
        }
        final VarData text = new VarData(report);
        text.next().appendField(body, 11);
        text.next();
        if (told != '4' || (report.flags() & FLAG_UNASKED) == 0) {
            text.appendField(body, 41);
        }
        text.next(); // the id the order bears, which 11 tells
        text.next().appendTo(body);
    }

    /** The order as it stands. */
    private void order(final StringBuilder body, final ExecutionReportDecoder report, final boolean extensions) {
        final Instrument instrument = directory.instrument(report.instrumentId());
        FixText.field(body, 1, directory.account(report.accountId()).name());
        FixText.field(body, 55, instrument.symbol());
        FixText.field(body, 54, (char) report.side());
        quantity(body, 38, instrument, report.quantityLots());
        FixText.field(body, 40, (char) report.orderType());
        price(body, 44, instrument, report.priceTicks());
        price(body, 99, instrument, report.stopPriceTicks());
        FixText.field(body, 59, (char) report.timeInForce());
        if (report.expireTimeMicros() != NULL && report.expireTimeMicros() != 0) {
            body.append("126=");
            FixText.time(body, report.expireTimeMicros(), extensions).append(FixText.SOH);
        }
        if (report.expireDay() > 0) {
            FixText.field(body, 432, report.expireDay());
        }
        if (report.pegReference() != 0) {
            FixText.field(body, 18, (char) report.pegReference());
            price(body, 839, instrument, report.workingPriceTicks());
        } else if ((report.flags() & FLAG_POST_ONLY) != 0) {
            FixText.field(body, 18, '6');
        }
        quantity(body, 110, instrument, report.minimumLots());
        quantity(body, 111, instrument, report.displayLots());
        if (extensions && report.selfTradePrevention() != 0) {
            FixText.field(body, 7928, (char) report.selfTradePrevention());
        }
        quantity(body, 151, instrument, report.leavesLots());
        quantity(body, 14, instrument, report.filledLots());
        body.append("6=");
        Decimals.appendAverage(
                body, report.filledValue(), report.filledLots(), instrument.tickMantissa(), instrument.tickDecimals());
        body.append(FixText.SOH);
        if ((report.flags() & FLAG_STOP_WAITS) != 0) {
            FixText.field(body, 636, 'N');
        }
    }

    private void trade(
            final StringBuilder body,
            final ExecutionReportDecoder report,
            final Instrument instrument,
            final boolean extensions) {
        price(body, 31, instrument, report.lastPriceTicks());
        quantity(body, 32, instrument, report.lastLots());
        FixText.field(body, 527, report.tradeId());
        if (extensions) {
            FixText.field(body, 880, report.tradeId());
            FixText.field(body, 83, report.publicSequence());
        }
        if (report.liquidity() != 0 && (extensions || report.liquidity() != '4')) {
            FixText.field(body, 851, (char) report.liquidity());
        }
        FixText.field(body, 75, report.tradeDay());
        final Asset quote = directory.asset(instrument.quoteAssetId());
        FixText.field(body, 136, 1);
        body.append("137=");
        Decimals.append(body, report.fee() == NULL ? 0 : report.fee(), 1, quote.scale());
        body.append(FixText.SOH);
        FixText.field(body, 138, quote.name());
        FixText.field(body, 139, '4');
        FixText.field(body, 891, '0');
    }

    private void enteredBy(final StringBuilder body, final int ownerId) {
        if (ownerId > 0) {
            final Session session = directory.session(ownerId);
            FixText.field(body, 9407, session == null ? Integer.toString(ownerId) : session.name());
        } else if (ownerId < 0) {
            final User user = directory.user(-ownerId);
            FixText.field(body, 9407, "REST:" + (user == null ? Integer.toString(-ownerId) : user.name()));
        }
    }

    private static void price(final StringBuilder body, final int tag, final Instrument instrument, final long ticks) {
        if (ticks != NULL) {
            decimal(body, tag, ticks, instrument.tickMantissa(), instrument.tickDecimals());
        }
    }

    private static void quantity(
            final StringBuilder body, final int tag, final Instrument instrument, final long lots) {
        if (lots != NULL) {
            decimal(body, tag, lots, instrument.lotMantissa(), instrument.lotDecimals());
        }
    }

    private static void decimal(
            final StringBuilder body, final int tag, final long units, final long mantissa, final int decimals) {
        body.append(tag).append('=');
        Decimals.append(body, units, mantissa, decimals);
        body.append(FixText.SOH);
    }

    static int ordRejReason(final Code code, final boolean extensions) {
        return code.ordRejReason() == 16 && !extensions ? 99 : code.ordRejReason();
    }

    /**
     * The state of an order as an answer (150=I).
     *
     * @param report of the engine, of an order it knows
     * @param extensions the asker's dialect
     * @return the body, without what was asked
     */
    CharSequence status(final ExecutionReportDecoder report, final boolean extensions) {
        final StringBuilder body = new StringBuilder(TYPICAL_LENGTH);
        FixText.field(body, 37, report.orderId());
        FixText.field(body, 17, '0');
        FixText.field(body, 150, 'I');
        FixText.field(body, 39, (char) report.orderStatus());
        order(body, report, extensions);
        body.append("60=");
        FixText.time(body, report.timeMicros(), extensions).append(FixText.SOH);
        final VarData text = new VarData(report);
        text.next().appendField(body, 11);
        text.next();
        text.next();
        text.next().appendTo(body);
        return body;
    }

    private void cancelReject(final StringBuilder body, final CancelRejectDecoder reject, final boolean extensions) {
        final Code code = Code.of(reject.code());
        if (reject.orderId() > 0) {
            FixText.field(body, 37, reject.orderId());
        } else {
            FixText.field(body, 37, "NONE");
        }
        final VarData text = new VarData(reject);
        text.next().appendField(body, 11);
        text.next();
        FixText.field(body, 41, text.isEmpty() ? "NONE" : text.toString());
        FixText.field(body, 39, (char) reject.orderStatus());
        FixText.field(body, 434, (char) reject.responseTo());
        FixText.field(body, 102, code.cxlRejReason());
        if (reject.accountId() > 0) {
            FixText.field(body, 1, directory.account(reject.accountId()).name());
        }
        FixText.field(body, 58, code.name());
        body.append("60=");
        FixText.time(body, reject.timeMicros(), extensions).append(FixText.SOH);
    }

    private void massCancel(final StringBuilder body, final MassCancelReportDecoder report, final boolean extensions) {
        final Code code = Code.of(report.code());
        FixText.field(body, 37, "NONE");
        FixText.field(body, 530, (char) report.scope());
        FixText.field(body, 531, code == Code.NONE ? (char) report.scope() : '0');
        if (code != Code.NONE) {
            FixText.field(body, 532, code == Code.UNKNOWN_SYMBOL ? '1' : '0');
            FixText.field(body, 58, code.name());
        }
        FixText.field(body, 533, report.affected());
        if (report.instrumentId() > 0) {
            FixText.field(body, 55, directory.instrument(report.instrumentId()).symbol());
        }
        if (report.side() != 0) {
            FixText.field(body, 54, (char) report.side());
        }
        if (extensions && report.accountId() > 0) {
            FixText.field(body, 1, directory.account(report.accountId()).name());
        }
        body.append("60=");
        FixText.time(body, report.timeMicros(), extensions).append(FixText.SOH);
        final MassCancelReportDecoder.OrdersDecoder orders = report.orders();
        if (orders.count() > 0) {
            FixText.field(body, 534, orders.count());
        }
        final VarData text = new VarData(report);
        while (orders.hasNext()) {
            final long orderId = orders.next().orderId();
            text.next().appendField(body, 41);
            FixText.field(body, 535, orderId);
        }
        text.next().appendField(body, 11);
    }
}
