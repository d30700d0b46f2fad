package io.vexchange.engine.client;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.AccountDefinedEncoder;
import io.vexchange.engine.protocol.AnnouncedEncoder;
import io.vexchange.engine.protocol.AssetDefinedEncoder;
import io.vexchange.engine.protocol.BalanceChangedEncoder;
import io.vexchange.engine.protocol.BookUpdateEncoder;
import io.vexchange.engine.protocol.CancelAfterSetEncoder;
import io.vexchange.engine.protocol.DayRolledEncoder;
import io.vexchange.engine.protocol.ExecutionReportEncoder;
import io.vexchange.engine.protocol.ImageBeginEncoder;
import io.vexchange.engine.protocol.ImageEndEncoder;
import io.vexchange.engine.protocol.IndicativeEncoder;
import io.vexchange.engine.protocol.InstrumentDefinedEncoder;
import io.vexchange.engine.protocol.InstrumentStateEncoder;
import io.vexchange.engine.protocol.KillSwitchChangedEncoder;
import io.vexchange.engine.protocol.LimitsDefinedEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.PhaseChangedEncoder;
import io.vexchange.engine.protocol.SessionDefinedEncoder;
import io.vexchange.engine.protocol.TradeEncoder;
import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;

/** Writes items as the engine would and gives them to a directory and a live state. */
final class Items {
    static final int ACME = 1;
    static final int BASE = 1;
    static final int QUOTE = 2;
    static final int ALPHA = 1;
    static final int FEES = 2;

    final Directory directory = new Directory();
    final LiveState state = new LiveState(directory);
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long sequence;
    private long publicSequence;

    private void give(final int encodedLength) {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + encodedLength;
        final int templateId = new MessageHeaderDecoder().wrap(buffer, 0).templateId();
        directory.onItem(templateId, buffer, 0, length);
        state.onItem(templateId, buffer, 0, length);
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The next event is the one after this, as when a durable reader is given what it has not consumed. */
    void rewind(final long toSequence) {
        sequence = toSequence;
    }

    void imageBegin(final long atSequence) {
        sequence = atSequence;
        final ImageBeginEncoder it = new ImageBeginEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(atSequence)
                .timeMicros(1)
                .tradeDay(20261125);
        give(it.encodedLength());
    }

    void imageEnd() {
        final ImageEndEncoder it = new ImageEndEncoder();
        it.wrapAndApplyHeader(buffer, 0, header).sequence(sequence);
        give(it.encodedLength());
    }

    /** Assets, the instrument, the accounts and a session, as records of an image. */
    void venue() {
        asset(BASE, "ACME", 0);
        asset(QUOTE, "USD", 6);
        account(ALPHA, "ALPHA-A");
        account(FEES, Directory.FEES_ACCOUNT);
        session();
        final InstrumentDefinedEncoder it = new InstrumentDefinedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(0)
                .timeMicros(1)
                .instrumentId(ACME)
                .baseAssetId(BASE)
                .quoteAssetId(QUOTE)
                .tickMantissa(1)
                .tickDecimals(2)
                .lotMantissa(1)
                .lotDecimals(0)
                .minimumLots(1)
                .maximumLots(1_000_000)
                .referencePriceTicks(10_000)
                .enabled((short) 1)
                .phase((short) Phase.CONTINUOUS.number());
        it.putSymbol(bytes("ACME"), 0, 4).putProperties(new byte[0], 0, 0);
        give(it.encodedLength());
        final InstrumentStateEncoder stand = new InstrumentStateEncoder();
        stand.wrapAndApplyHeader(buffer, 0, header)
                .instrumentId(ACME)
                .phase((short) Phase.CONTINUOUS.number())
                .phaseSinceMicros(1)
                .phaseUntilMicros(0)
                .phaseActorId(0)
                .publicSequence(0)
                .referencePriceTicks(10_000)
                .lastPriceTicks(Decimals.ABSENT)
                .lastLots(Decimals.ABSENT)
                .lastTradeId(0)
                .lastTradeMicros(0)
                .openPriceTicks(Decimals.ABSENT)
                .highPriceTicks(Decimals.ABSENT)
                .lowPriceTicks(Decimals.ABSENT)
                .previousCloseTicks(Decimals.ABSENT)
                .volumeLots(0)
                .volumeValue(0)
                .tradeCount(0);
        give(stand.encodedLength());
    }

    private void asset(final int id, final String name, final int scale) {
        final AssetDefinedEncoder it = new AssetDefinedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(0)
                .timeMicros(1)
                .assetId(id)
                .scale(scale);
        it.putName(bytes(name), 0, bytes(name).length);
        give(it.encodedLength());
    }

    private void account(final int id, final String name) {
        final AccountDefinedEncoder it = new AccountDefinedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(0)
                .timeMicros(1)
                .accountId(id)
                .participantId(1)
                .accountType((short) 1)
                .enabled((short) 1)
                .createdMicros(1);
        it.putName(bytes(name), 0, bytes(name).length).putProperties(new byte[0], 0, 0);
        give(it.encodedLength());
    }

    private void session() {
        final SessionDefinedEncoder it = new SessionDefinedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(0)
                .timeMicros(1)
                .sessionId(1)
                .participantId(1)
                .role((short) 1)
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .defaultAccountId(ALPHA)
                .accountsCount(1)
                .next()
                .accountId(ALPHA);
        it.putName(bytes("ALPHA1"), 0, 6).putProperties(bytes("{}"), 0, 2);
        give(it.encodedLength());
    }

    /** A report of a limit order to buy. */
    void report(
            final long orderId,
            final char execType,
            final char status,
            final long lots,
            final long filled,
            final long leaves) {
        final ExecutionReportEncoder it = new ExecutionReportEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .orderId(orderId)
                .instrumentId(ACME)
                .accountId(ALPHA)
                .participantId(1)
                .ownerId(1)
                .execType((short) execType)
                .orderStatus((short) status)
                .side((short) '1')
                .orderType((short) '2')
                .timeInForce((short) '0')
                .flags(0)
                .code(0)
                .priceTicks(9_900)
                .workingPriceTicks(leaves > 0 ? 9_900 : Decimals.ABSENT)
                .quantityLots(lots)
                .filledLots(filled)
                .leavesLots(leaves)
                .visibleLots(leaves)
                .tradeDay(20261125)
                .baseTotal(100 + filled)
                .baseHeld(0)
                .quoteTotal(1_000_000)
                .quoteHeld(leaves * 9_900);
        final byte[] id = bytes("c" + orderId);
        it.putClOrdId(id, 0, id.length)
                .putOrigClOrdId(id, 0, 0)
                .putOrderClOrdId(id, 0, id.length)
                .putEcho(id, 0, 0)
                .putRequestId(id, 0, 0);
        give(it.encodedLength());
    }

    void book(
            final int action,
            final long entryId,
            final long orderId,
            final char side,
            final long ticks,
            final long lots) {
        final BookUpdateEncoder it = new BookUpdateEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .instrumentId(ACME)
                .action((short) action)
                .side((short) side)
                .publicSequence(++publicSequence)
                .entryId(entryId)
                .orderId(orderId)
                .priceTicks(ticks)
                .displayedLots(lots);
        give(it.encodedLength());
    }

    void trade(final long tradeId, final long ticks, final long lots) {
        final TradeEncoder it = new TradeEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .tradeId(tradeId)
                .instrumentId(ACME)
                .publicSequence(++publicSequence)
                .status((short) 0)
                .aggressorSide((short) '1')
                .priceTicks(ticks)
                .lots(lots)
                .value(ticks * lots)
                .feesTotal(7)
                .tradeDay(20261125);
        it.putReason(new byte[0], 0, 0);
        give(it.encodedLength());
    }

    /** A bust (no lots) or a correction to other lots of a trade. */
    void restate(final long tradeId, final long ticks, final long lots, final long before) {
        final TradeEncoder it = new TradeEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .tradeId(tradeId)
                .instrumentId(ACME)
                .publicSequence(++publicSequence)
                .status((short) (lots == 0 ? 2 : 1))
                .aggressorSide((short) '1')
                .priceTicks(ticks)
                .lots(lots == 0 ? before : lots)
                .value(ticks * (lots == 0 ? before : lots))
                .feesTotal(7)
                .tradeDay(20261125)
                .reversedLots(before)
                .reversedValue(ticks * before);
        it.putReason(new byte[0], 0, 0);
        give(it.encodedLength());
    }

    void indicative(final long ticks, final long lots) {
        final IndicativeEncoder it = new IndicativeEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .instrumentId(ACME)
                .publicSequence(++publicSequence)
                .priceTicks(ticks)
                .lots(lots)
                .surplusLots(1)
                .surplusSide((short) '2');
        give(it.encodedLength());
    }

    /** Limits of the account, or of a participant. */
    void limits(final KillScope scope, final int targetId, final long maximumOpenOrders) {
        final LimitsDefinedEncoder it = new LimitsDefinedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .scope((short) scope.number())
                .targetId(targetId)
                .decimals(2)
                .maximumOrderQuantity(Decimals.ABSENT)
                .maximumOrderNotional(Decimals.ABSENT)
                .maximumOpenOrders(maximumOpenOrders)
                .maximumOpenNotional(Decimals.ABSENT)
                .maximumPosition(Decimals.ABSENT)
                .ordersPerSecond(10)
                .orderBurst(20)
                .instrumentsCount(1)
                .next()
                .instrumentId(ACME)
                .maximumPosition(500);
        give(it.encodedLength());
    }

    void cancelAfter(final long atMicros) {
        final CancelAfterSetEncoder it = new CancelAfterSetEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .userId(3)
                .accountId(ALPHA)
                .atMicros(atMicros);
        give(it.encodedLength());
    }

    void announcement(final boolean isActive, final String text) {
        final AnnouncedEncoder it = new AnnouncedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .announcementId(1)
                .isActive((short) (isActive ? 1 : 0))
                .severity((short) 2)
                .atMicros(Decimals.ABSENT)
                .announcedMicros(sequence)
                .actorId(-1);
        it.putText(bytes(text), 0, text.length());
        give(it.encodedLength());
    }

    void phase(final Phase phase) {
        final PhaseChangedEncoder it = new PhaseChangedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .instrumentId(ACME)
                .phase((short) phase.number())
                .actorId(-1)
                .untilMicros(0)
                .nextPhase((short) 0);
        give(it.encodedLength());
    }

    void deposit(final int assetId, final long total) {
        final BalanceChangedEncoder it = new BalanceChangedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .accountId(ALPHA)
                .assetId(assetId)
                .transferType((short) 1)
                .amount(total)
                .total(total)
                .held(0);
        it.putReference(new byte[0], 0, 0).putAudit(new byte[0], 0, 0);
        give(it.encodedLength());
    }

    void dayRolled() {
        final DayRolledEncoder it = new DayRolledEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .tradeDay(20261126);
        give(it.encodedLength());
    }

    void killSwitch(final long id, final boolean isEngaged) {
        final KillSwitchChangedEncoder it = new KillSwitchChangedEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sequence(++sequence)
                .timeMicros(sequence)
                .killSwitchId(id)
                .scope((short) 5)
                .targetId(0)
                .engaged((short) (isEngaged ? 1 : 0))
                .canceledOrders(3);
        it.putReason(bytes("stop"), 0, 4).putReleaseReason(new byte[0], 0, 0);
        give(it.encodedLength());
    }
}
