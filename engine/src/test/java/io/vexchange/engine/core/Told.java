package io.vexchange.engine.core;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.AuditRecordedDecoder;
import io.vexchange.engine.protocol.BalanceChangedDecoder;
import io.vexchange.engine.protocol.BookUpdateDecoder;
import io.vexchange.engine.protocol.CancelRejectDecoder;
import io.vexchange.engine.protocol.DayRolledDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.HelloReplyDecoder;
import io.vexchange.engine.protocol.IndicativeDecoder;
import io.vexchange.engine.protocol.InstrumentStateDecoder;
import io.vexchange.engine.protocol.KillSwitchChangedDecoder;
import io.vexchange.engine.protocol.MassCancelReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.PegRepricedDecoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.ReferencePriceSetDecoder;
import io.vexchange.engine.protocol.ScheduleDefinedDecoder;
import io.vexchange.engine.protocol.TradeDecoder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * What the engine told, in a line each: {@code <order> <150>/<39> ...} of a report, {@code trade}, {@code book}, {@code reject},
 * {@code mass}, {@code phase}, {@code indicative}, {@code peg}, {@code schedule}, {@code reference}, {@code day}, {@code balance},
 * {@code kill}, {@code audit}, {@code hello}; others by their number.
 */
final class Told {
    private static final MessageHeaderDecoder HEADER = new MessageHeaderDecoder();

    private Told() {}

    static ExecutionReportDecoder report(final DirectBuffer buffer) {
        return new ExecutionReportDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }

    /** Copies a text. */
    interface Getter {
        int get(byte[] to, int offset, int length);
    }

    static String text(final int length, final Getter getter) {
        final byte[] bytes = new byte[length];
        getter.get(bytes, 0, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** 11, 41, the order's id and the echo of a report. */
    static String ids(final ExecutionReportDecoder it) {
        return text(it.clOrdIdLength(), it::getClOrdId)
                + ' '
                + text(it.origClOrdIdLength(), it::getOrigClOrdId)
                + ' '
                + text(it.orderClOrdIdLength(), it::getOrderClOrdId)
                + ' '
                + text(it.echoLength(), it::getEcho);
    }

    static String line(final DirectBuffer buffer) {
        HEADER.wrap(buffer, 0);
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        return switch (HEADER.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID -> reportLine(report(buffer));
            case TradeDecoder.TEMPLATE_ID -> {
                final TradeDecoder it = new TradeDecoder().wrapAndApplyHeader(buffer, 0, header);
                final String act = it.status() == 0 ? "" : it.status() == 1 ? "corrected " : "busted ";
                yield "trade " + act + it.lots() + '@' + it.priceTicks();
            }
            case BookUpdateDecoder.TEMPLATE_ID -> {
                final BookUpdateDecoder it = new BookUpdateDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "book " + "+~-".charAt(it.action()) + ' ' + it.orderId() + ' ' + it.displayedLots() + '@'
                        + it.priceTicks();
            }
            case CancelRejectDecoder.TEMPLATE_ID -> {
                final CancelRejectDecoder it = new CancelRejectDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "reject " + it.orderId() + ' ' + (char) it.responseTo() + '/' + (char) it.orderStatus() + ' '
                        + Code.of(it.code());
            }
            case MassCancelReportDecoder.TEMPLATE_ID -> {
                final MassCancelReportDecoder it = new MassCancelReportDecoder().wrapAndApplyHeader(buffer, 0, header);
                final StringBuilder line = new StringBuilder("mass " + Code.of(it.code()) + ' ' + it.affected());
                for (final MassCancelReportDecoder.OrdersDecoder each : it.orders()) {
                    line.append(' ')
                            .append(each.orderId())
                            .append('=')
                            .append(text(each.orderClOrdIdLength(), each::getOrderClOrdId));
                }
                yield line.toString();
            }
            case PhaseChangedDecoder.TEMPLATE_ID -> {
                final PhaseChangedDecoder it = new PhaseChangedDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "phase " + it.instrumentId() + ' ' + it.phase();
            }
            case IndicativeDecoder.TEMPLATE_ID -> {
                final IndicativeDecoder it = new IndicativeDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield it.priceTicks() == Long.MIN_VALUE
                        ? "indicative none"
                        : "indicative " + it.lots() + '@' + it.priceTicks() + " surplus " + it.surplusLots()
                                + (it.surplusSide() == 0 ? "" : " " + (char) it.surplusSide());
            }
            case InstrumentStateDecoder.TEMPLATE_ID -> {
                final InstrumentStateDecoder it = new InstrumentStateDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "state " + it.instrumentId() + " phase " + it.phase()
                        + (it.indicativePriceTicks() == Long.MIN_VALUE
                                ? ""
                                : " indicative " + it.indicativeLots() + '@' + it.indicativePriceTicks());
            }
            case PegRepricedDecoder.TEMPLATE_ID -> {
                final PegRepricedDecoder it = new PegRepricedDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "peg " + it.orderId() + ' '
                        + (it.workingPriceTicks() == Long.MIN_VALUE ? "parked" : it.workingPriceTicks());
            }
            case ScheduleDefinedDecoder.TEMPLATE_ID -> {
                final ScheduleDefinedDecoder it = new ScheduleDefinedDecoder().wrapAndApplyHeader(buffer, 0, header);
                final StringBuilder line = new StringBuilder("schedule " + it.instrumentId());
                for (final ScheduleDefinedDecoder.ChangesDecoder each : it.changes()) {
                    line.append(' ').append(each.phase()).append('@').append(each.atMicros());
                }
                yield line.toString();
            }
            case ReferencePriceSetDecoder.TEMPLATE_ID ->
                "reference "
                        + new ReferencePriceSetDecoder()
                                .wrapAndApplyHeader(buffer, 0, header)
                                .priceTicks();
            case DayRolledDecoder.TEMPLATE_ID ->
                "day "
                        + new DayRolledDecoder()
                                .wrapAndApplyHeader(buffer, 0, header)
                                .tradeDay();
            case BalanceChangedDecoder.TEMPLATE_ID -> {
                final BalanceChangedDecoder it = new BalanceChangedDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "balance " + it.accountId() + '/' + it.assetId() + ' ' + it.total() + " held " + it.held();
            }
            case KillSwitchChangedDecoder.TEMPLATE_ID -> {
                final KillSwitchChangedDecoder it =
                        new KillSwitchChangedDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "kill " + it.killSwitchId() + ' ' + (it.engaged() != 0 ? "on " : "off ") + it.canceledOrders()
                        + ' ' + text(it.reasonLength(), it::getReason);
            }
            case AuditRecordedDecoder.TEMPLATE_ID -> {
                final AuditRecordedDecoder it = new AuditRecordedDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "audit " + it.action() + ' ' + Code.of(it.code());
            }
            case AppliedDecoder.TEMPLATE_ID -> {
                final AppliedDecoder it = new AppliedDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "applied " + Code.of(it.code()) + ' ' + it.resultId();
            }
            case HelloReplyDecoder.TEMPLATE_ID -> {
                final HelloReplyDecoder it = new HelloReplyDecoder().wrapAndApplyHeader(buffer, 0, header);
                yield "hello " + it.clientId() + " epoch " + it.epoch() + " last " + it.lastNumber() + ' '
                        + Code.of(it.code());
            }
            default -> "item " + HEADER.templateId();
        };
    }

    private static String reportLine(final ExecutionReportDecoder it) {
        final StringBuilder line = new StringBuilder();
        line.append(it.orderId())
                .append(' ')
                .append((char) it.execType())
                .append('/')
                .append((char) it.orderStatus());
        if (it.execType() == 'F' || it.execType() == 'G' || it.execType() == 'H') {
            line.append(' ').append(it.lastLots()).append('@').append(it.lastPriceTicks());
        }
        line.append(" open ").append(it.leavesLots());
        if (it.code() != 0) {
            line.append(' ').append(Code.of(it.code()));
        }
        return line.toString();
    }
}
