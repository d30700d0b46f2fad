package io.vexchange.engine.command;

import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Trade;
import io.vexchange.engine.book.Trades;
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
    private final ActRecord record;

    TradeActs(final CoreParts parts, final ActRecord record) {
        trades = parts.trades;
        restatements = parts.restatements;
        this.record = record;
    }

    void bust(final BustTradeDecoder command, final DirectBuffer buffer, final Answer answer) {
        final long tradeId = command.tradeId();
        final int auditOffset = command.limit();
        final int auditLength = command.auditLength();
        Code code = refusal(tradeId);
        if (code == Code.NONE) {
            code = restatements.bust(
                    trades.get(tradeId), Texts.reason(buffer, auditOffset + Integer.BYTES, auditLength));
        }
        record.finish(AuditAction.TRADE_BUST, code, tradeId, tradeId, answer, buffer, auditOffset, auditLength);
    }

    void correct(final CorrectTradeDecoder command, final DirectBuffer buffer, final Answer answer) {
        final long tradeId = command.tradeId();
        final int auditOffset = command.limit();
        final int auditLength = command.auditLength();
        Code code = refusal(tradeId);
        if (code == Code.NONE) {
            final Trade trade = trades.get(tradeId);
            code = restatements.correct(
                    trade,
                    command.priceTicks() == Order.ABSENT ? trade.priceTicks : command.priceTicks(),
                    command.lots() == Order.ABSENT ? trade.lots : command.lots(),
                    Texts.reason(buffer, auditOffset + Integer.BYTES, auditLength));
        }
        record.finish(AuditAction.TRADE_CORRECT, code, tradeId, tradeId, answer, buffer, auditOffset, auditLength);
    }

    private Code refusal(final long tradeId) {
        final Trade trade = trades.get(tradeId);
        if (trade == null) {
            return trades.isKnown(tradeId) ? Code.TRADE_TOO_OLD : Code.NOT_FOUND;
        }
        return trade.status == Trade.BUSTED ? Code.TRADE_BUSTED : Code.NONE;
    }
}
