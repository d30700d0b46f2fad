package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.protocol.AccountDefinedEncoder;
import io.vexchange.engine.protocol.AssetDefinedEncoder;
import io.vexchange.engine.protocol.BalanceChangedEncoder;
import io.vexchange.engine.protocol.ExecutionReportEncoder;
import io.vexchange.engine.protocol.InstrumentDefinedEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.ParticipantDefinedEncoder;
import io.vexchange.engine.protocol.SessionDefinedEncoder;
import io.vexchange.engine.protocol.TradeEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A small venue's events: a directory, two deposits, then trades of one lot between a resting order and as many sellers. */
final class SampleEvents {
    private static final long MICROS_START = 1_795_000_000_000_000L;
    private static final byte[] NONE = new byte[0];

    private final List<byte[]> events = new ArrayList<>();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4_096]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    static List<byte[]> of(final int trades) {
        final SampleEvents sample = new SampleEvents();
        sample.directory();
        for (int i = 1; i <= trades; i++) {
            sample.trade(i);
        }
        return sample.events;
    }

    /** How many events the directory and the deposits are. */
    static int directoryEvents() {
        return of(0).size();
    }

    private long sequence() {
        return events.size() + 1L;
    }

    private long micros() {
        return MICROS_START + sequence();
    }

    private void end(final int encodedLength) {
        final byte[] event = new byte[MessageHeaderEncoder.ENCODED_LENGTH + encodedLength];
        buffer.getBytes(0, event);
        events.add(event);
        buffer.setMemory(0, buffer.capacity(), (byte) 0);
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void directory() {
        asset(1, "ACME", 0);
        asset(2, "USD", 6);
        participant(1, "VEX");
        participant(2, "ALPHA");
        final InstrumentDefinedEncoder instrument =
                new InstrumentDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        instrument
                .sequence(sequence())
                .timeMicros(micros())
                .instrumentId(1)
                .baseAssetId(1)
                .quoteAssetId(2);
        instrument.tickMantissa(1).tickDecimals(2).lotMantissa(1).lotDecimals(0).minimumLots(1);
        instrument
                .maximumLots(1_000_000)
                .maximumNotional(1L << 60)
                .referencePriceTicks(10_000)
                .staticCollarBp(1_000);
        instrument.takerFeeRate(100).enabled((short) 1).phase((short) 4);
        instrument.putSymbol(bytes("ACME"), 0, 4).putProperties(NONE, 0, 0);
        end(instrument.encodedLength());
        account(1, 1, 3, "VEX-FEES");
        account(2, 2, 1, "ALPHA-A");
        account(3, 2, 1, "ALPHA-B");
        final SessionDefinedEncoder session = new SessionDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        session.sequence(sequence())
                .timeMicros(micros())
                .sessionId(1)
                .participantId(2)
                .role((short) 1);
        session.enabled((short) 1).defaultAccountId(2);
        session.accountsCount(2).next().accountId(2).next().accountId(3);
        session.putName(bytes("ALPHA1"), 0, 6).putProperties(NONE, 0, 0);
        end(session.encodedLength());
        deposit(2, 2, 1_000_000_000_000L);
        deposit(3, 1, 1_000_000);
    }

    private void asset(final int id, final String name, final int scale) {
        final AssetDefinedEncoder it = new AssetDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence()).timeMicros(micros()).assetId(id).scale(scale);
        it.putName(bytes(name), 0, name.length());
        end(it.encodedLength());
    }

    private void participant(final int id, final String name) {
        final ParticipantDefinedEncoder it = new ParticipantDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence()).timeMicros(micros()).participantId(id).enabled((short) 1);
        it.selfTradePrevention((short) '-').putName(bytes(name), 0, name.length());
        it.putProperties(NONE, 0, 0);
        end(it.encodedLength());
    }

    private void account(final int id, final int participantId, final int type, final String name) {
        final AccountDefinedEncoder it = new AccountDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence()).timeMicros(micros()).accountId(id).participantId(participantId);
        it.accountType((short) type).enabled((short) 1).createdMicros(micros());
        it.putName(bytes(name), 0, name.length()).putProperties(NONE, 0, 0);
        end(it.encodedLength());
    }

    private void deposit(final int accountId, final int assetId, final long amount) {
        final BalanceChangedEncoder it = new BalanceChangedEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence()).timeMicros(micros()).accountId(accountId).assetId(assetId);
        it.transferType((short) 1).amount(amount).total(amount).held(0);
        final byte[] audit = bytes("{\"actor\":\"seed\",\"reason\":\"tab\\tand \\\\ and \\u0000\"}");
        it.putReference(bytes("seed"), 0, 4).putAudit(audit, 0, audit.length);
        end(it.encodedLength());
    }

    /** Order 2n-1 of ALPHA-A rests at 100.00 and is bought from by order 2n of ALPHA-B: four events and a print. */
    private void trade(final int n) {
        report(2L * n - 1, '1', '0', '0', n, false);
        report(2L * n, '2', '0', '0', n, false);
        report(2L * n - 1, '1', 'F', '2', n, true);
        report(2L * n, '2', 'F', '2', n, true);
        final TradeEncoder it = new TradeEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence()).timeMicros(micros()).tradeId(n).instrumentId(1).publicSequence(n);
        it.aggressorSide((short) '2')
                .priceTicks(10_000)
                .lots(1)
                .value(100_000_000)
                .buyOrderId(2L * n - 1);
        it.sellOrderId(2L * n)
                .buyAccountId(2)
                .sellAccountId(3)
                .buyFee(0)
                .sellFee(10_000)
                .feesTotal(10_000L * n);
        it.tradeDay(20261125).originalPriceTicks(Decimals.ABSENT).originalLots(Decimals.ABSENT);
        it.putReason(NONE, 0, 0);
        end(it.encodedLength());
    }

    private void report(
            final long orderId,
            final char side,
            final char execType,
            final char status,
            final int n,
            final boolean isFill) {
        final boolean isBuy = side == '1';
        final int done = isFill ? n : n - 1;
        final ExecutionReportEncoder it = new ExecutionReportEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence())
                .timeMicros(micros())
                .orderId(orderId)
                .instrumentId(1)
                .accountId(isBuy ? 2 : 3);
        it.participantId(2)
                .ownerId(1)
                .execType((short) execType)
                .orderStatus((short) status)
                .side((short) side);
        it.orderType((short) '2').timeInForce((short) '0').selfTradePrevention((short) '-');
        it.liquidity((short) (isFill ? isBuy ? '1' : '2' : 0)).priceTicks(10_000);
        it.stopPriceTicks(Decimals.ABSENT)
                .workingPriceTicks(isFill ? Decimals.ABSENT : 10_000)
                .quantityLots(1);
        it.filledLots(isFill ? 1 : 0).leavesLots(isFill ? 0 : 1).visibleLots(isFill ? 0 : 1);
        it.displayLots(Decimals.ABSENT).minimumLots(Decimals.ABSENT).filledValue(isFill ? 10_000 : 0);
        it.lastPriceTicks(isFill ? 10_000 : Decimals.ABSENT).lastLots(isFill ? 1 : Decimals.ABSENT);
        it.tradeId(isFill ? n : 0).fee(isFill && !isBuy ? 10_000 : 0).publicSequence(n);
        it.expireTimeMicros(Decimals.ABSENT).tradeDay(20261125).createdMicros(micros());
        it.baseTotal(isBuy ? done : 1_000_000 - done).baseHeld(isFill || isBuy ? 0 : 1);
        it.quoteTotal(isBuy ? 1_000_000_000_000L - done * 100_000_000L : done * 99_990_000L);
        it.quoteHeld(isFill || !isBuy ? 0 : 100_000_000L);
        final byte[] id = bytes("c" + orderId);
        it.putClOrdId(id, 0, id.length).putOrigClOrdId(NONE, 0, 0).putOrderClOrdId(id, 0, id.length);
        it.putEcho(NONE, 0, 0).putRequestId(NONE, 0, 0);
        end(it.encodedLength());
    }

    private SampleEvents() {}
}
