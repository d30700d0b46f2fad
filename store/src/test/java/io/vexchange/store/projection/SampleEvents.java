package io.vexchange.store.projection;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.protocol.AccountDefinedEncoder;
import io.vexchange.engine.protocol.AnnouncedEncoder;
import io.vexchange.engine.protocol.AssetDefinedEncoder;
import io.vexchange.engine.protocol.BalanceChangedEncoder;
import io.vexchange.engine.protocol.ExecutionReportEncoder;
import io.vexchange.engine.protocol.FeeTierAssignedEncoder;
import io.vexchange.engine.protocol.FeeTierDefinedEncoder;
import io.vexchange.engine.protocol.InstrumentDefinedEncoder;
import io.vexchange.engine.protocol.LimitsDefinedEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.ParticipantDefinedEncoder;
import io.vexchange.engine.protocol.PegRepricedEncoder;
import io.vexchange.engine.protocol.ReferencePriceSetEncoder;
import io.vexchange.engine.protocol.ScheduleDefinedEncoder;
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

    /** Two trades; the second is corrected to 101.00, the first is busted; then what staff set. */
    static List<byte[]> withActs() {
        final SampleEvents events = new SampleEvents();
        events.directory();
        events.trade(1);
        events.trade(2);
        events.restatement('G', 3, 10_100, 2, 2, 1_000_000_000_000L - 201_000_000L);
        events.restatement('G', 4, 10_100, 2, 999_998, 200_979_900L);
        events.restated(2, 1, 10_100, 10_100L, 20_100L);
        events.restatement('H', 1, 0, 1, 1, 1_000_000_000_000L - 101_000_000L);
        events.restatement('H', 2, 0, 1, 999_999, 100_989_900L);
        events.restated(1, 2, 10_000, 10_000L, 10_100L);
        events.rules();
        return events.events;
    }

    private void restatement(
            final char execType, final long orderId, final long ticks, final int n, final long base, final long quote) {
        final boolean isBuy = orderId % 2 == 1;
        final boolean isBust = execType == 'H';
        final ExecutionReportEncoder it = new ExecutionReportEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence()).timeMicros(micros()).orderId(orderId).instrumentId(1);
        it.accountId(isBuy ? 2 : 3).participantId(2).ownerId(1).execType((short) execType);
        it.orderStatus((short) (isBust ? '4' : '2')).side((short) (isBuy ? '1' : '2'));
        it.orderType((short) '2')
                .timeInForce((short) '0')
                .selfTradePrevention((short) '-')
                .priceTicks(10_000);
        it.stopPriceTicks(Decimals.ABSENT).workingPriceTicks(Decimals.ABSENT).quantityLots(1);
        it.filledLots(isBust ? 0 : 1).leavesLots(0).visibleLots(0).displayLots(Decimals.ABSENT);
        it.minimumLots(Decimals.ABSENT).filledValue(isBust ? 0 : ticks).lastPriceTicks(ticks);
        it.lastLots(isBust ? 0 : 1).tradeId(n).fee(0).publicSequence(2L + n).refSequence(7L * n);
        it.expireTimeMicros(Decimals.ABSENT).tradeDay(20261125).createdMicros(micros());
        it.baseTotal(base).baseHeld(0).quoteTotal(quote).quoteHeld(0);
        final byte[] id = bytes("c" + orderId);
        it.putClOrdId(id, 0, id.length).putOrigClOrdId(NONE, 0, 0).putOrderClOrdId(id, 0, id.length);
        it.putEcho(NONE, 0, 0).putRequestId(NONE, 0, 0);
        end(it.encodedLength());
    }

    private void restated(final int n, final int status, final long ticks, final long sellFee, final long feesTotal) {
        final TradeEncoder it = new TradeEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence()).timeMicros(micros()).tradeId(n).instrumentId(1).publicSequence(2L + n);
        it.status((short) status)
                .aggressorSide((short) '2')
                .priceTicks(ticks)
                .lots(1)
                .value(ticks * 10_000);
        it.buyOrderId(2L * n - 1)
                .sellOrderId(2L * n)
                .buyAccountId(2)
                .sellAccountId(3)
                .buyFee(0)
                .sellFee(sellFee);
        it.feesTotal(feesTotal).tradeDay(20261125).originalPriceTicks(10_000).originalLots(1);
        it.reversedLots(1).reversedValue(100_000_000).reversedBuyFee(0).reversedSellFee(10_000);
        it.putReason(bytes("fat finger"), 0, 10);
        end(it.encodedLength());
    }

    private void rules() {
        final LimitsDefinedEncoder limits = new LimitsDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        limits.sequence(sequence())
                .timeMicros(micros())
                .scope((short) 2)
                .targetId(2)
                .decimals(2);
        limits.maximumOrderQuantity(50_050)
                .maximumOrderNotional(Decimals.ABSENT)
                .maximumOpenOrders(9);
        limits.maximumOpenNotional(Decimals.ABSENT).maximumPosition(Decimals.ABSENT);
        limits.ordersPerSecond(10).orderBurst(20);
        limits.instrumentsCount(1).next().instrumentId(1).maximumPosition(70_000);
        end(limits.encodedLength());
        final FeeTierDefinedEncoder tier = new FeeTierDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        tier.sequence(sequence()).timeMicros(micros()).feeTierId(1);
        final FeeTierDefinedEncoder.RatesEncoder rates = tier.ratesCount(1).next();
        rates.instrumentId(1).makerFeeRate(-25).takerFeeRate(75).auctionFeeRate(0);
        tier.putName(bytes("gold"), 0, 4);
        end(tier.encodedLength());
        final FeeTierAssignedEncoder assigned = new FeeTierAssignedEncoder().wrapAndApplyHeader(buffer, 0, header);
        assigned.sequence(sequence())
                .timeMicros(micros())
                .accountId(2)
                .feeTierId(0)
                .nextFeeTierId(1);
        end(assigned.encodedLength());
        final ScheduleDefinedEncoder schedule = new ScheduleDefinedEncoder().wrapAndApplyHeader(buffer, 0, header);
        schedule.sequence(sequence()).timeMicros(micros()).instrumentId(1);
        schedule.changesCount(1).next().atMicros(1_800_000_000_000_000L).phase((short) 8);
        final byte[] text = bytes("{\"timeZone\":\"UTC\"}");
        schedule.putProperties(text, 0, text.length);
        end(schedule.encodedLength());
        final AnnouncedEncoder announced = new AnnouncedEncoder().wrapAndApplyHeader(buffer, 0, header);
        announced
                .sequence(sequence())
                .timeMicros(micros())
                .announcementId(1)
                .isActive((short) 1)
                .severity((short) 2);
        announced.atMicros(Decimals.ABSENT).announcedMicros(micros()).actorId(0);
        announced.putText(bytes("maintenance"), 0, 11);
        end(announced.encodedLength());
        final ReferencePriceSetEncoder price = new ReferencePriceSetEncoder().wrapAndApplyHeader(buffer, 0, header);
        price.sequence(sequence())
                .timeMicros(micros())
                .instrumentId(1)
                .priceTicks(10_250)
                .actorId(0);
        end(price.encodedLength());
        peg();
    }

    /** Order 9 is a peg that was parked when it was reported and now stands at 99.50. */
    private void peg() {
        final ExecutionReportEncoder it = new ExecutionReportEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sequence(sequence())
                .timeMicros(micros())
                .orderId(9)
                .instrumentId(1)
                .accountId(2)
                .participantId(2)
                .ownerId(1);
        it.execType((short) '0').orderStatus((short) '0').side((short) '1').orderType((short) 'P');
        it.timeInForce((short) '0').selfTradePrevention((short) 'N').pegReference((short) 'R');
        it.priceTicks(Decimals.ABSENT).stopPriceTicks(Decimals.ABSENT).workingPriceTicks(Decimals.ABSENT);
        it.quantityLots(5).filledLots(0).leavesLots(5).visibleLots(0).displayLots(Decimals.ABSENT);
        it.minimumLots(Decimals.ABSENT)
                .filledValue(0)
                .lastPriceTicks(Decimals.ABSENT)
                .lastLots(Decimals.ABSENT);
        it.expireTimeMicros(Decimals.ABSENT).tradeDay(20261125).createdMicros(micros());
        it.baseTotal(1)
                .baseHeld(0)
                .quoteTotal(1_000_000_000_000L - 101_000_000L)
                .quoteHeld(0);
        it.putClOrdId(bytes("peg"), 0, 3).putOrigClOrdId(NONE, 0, 0).putOrderClOrdId(bytes("peg"), 0, 3);
        it.putEcho(NONE, 0, 0).putRequestId(NONE, 0, 0);
        end(it.encodedLength());
        final PegRepricedEncoder repriced = new PegRepricedEncoder().wrapAndApplyHeader(buffer, 0, header);
        repriced.sequence(sequence()).timeMicros(micros()).orderId(9).workingPriceTicks(9_950);
        end(repriced.encodedLength());
    }

    private SampleEvents() {}
}
