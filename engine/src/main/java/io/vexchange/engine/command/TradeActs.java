package io.vexchange.engine.command;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Trade;
import io.vexchange.engine.book.Trades;
import io.vexchange.engine.event.RequestEvents;
import io.vexchange.engine.matching.Restatements;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.BustTradeDecoder;
import io.vexchange.engine.protocol.CorrectTradeDecoder;
import org.agrona.DirectBuffer;

/** Staff busts or corrects a trade of this or the previous trading day. */
final class TradeActs {
    private final Trades trades;
    private final Restatements restatements;
    private final RequestEvents requestEvents;

    TradeActs(final CoreParts parts) {
        trades = parts.trades;
        restatements = parts.restatements;
        requestEvents = parts.requestEvents;
    }

    void bust(final BustTradeDecoder command, final DirectBuffer buffer, final Answer answer) {
        final long tradeId = command.tradeId();
        final int textOffset = command.limit() + Integer.BYTES;
        final int textLength = command.auditLength();
        Code code = refusal(tradeId);
        if (code == Code.NONE) {
            code = restatements.bust(trades.get(tradeId), Texts.reason(buffer, textOffset, textLength));
        }
        finish(AuditAction.TRADE_BUST, code, tradeId, answer, buffer, textOffset, textLength);
    }

    void correct(final CorrectTradeDecoder command, final DirectBuffer buffer, final Answer answer) {
        final long tradeId = command.tradeId();
        final int textOffset = command.limit() + Integer.BYTES;
        final int textLength = command.auditLength();
        Code code = refusal(tradeId);
        if (code == Code.NONE) {
            final Trade trade = trades.get(tradeId);
            code = restatements.correct(
                    trade,
                    command.priceTicks() == Order.ABSENT ? trade.priceTicks : command.priceTicks(),
                    command.lots() == Order.ABSENT ? trade.lots : command.lots(),
                    Texts.reason(buffer, textOffset, textLength));
        }
        finish(AuditAction.TRADE_CORRECT, code, tradeId, answer, buffer, textOffset, textLength);
    }

    private Code refusal(final long tradeId) {
        final Trade trade = trades.get(tradeId);
        if (trade == null) {
            return trades.isKnown(tradeId) ? Code.TRADE_TOO_OLD : Code.NOT_FOUND;
        }
        return trade.status == Trade.BUSTED ? Code.TRADE_BUSTED : Code.NONE;
    }

    private void finish(
            final AuditAction action,
            final Code code,
            final long tradeId,
            final Answer answer,
            final DirectBuffer buffer,
            final int textOffset,
            final int textLength) {
        if (code == Code.NONE) {
            answer.done(tradeId);
        } else {
            answer.refused(code);
        }
        requestEvents.audit(0, action.number(), code.number(), tradeId, buffer, textOffset, textLength);
    }
}
