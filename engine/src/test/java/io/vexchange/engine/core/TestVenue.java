package io.vexchange.engine.core;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.BustTradeEncoder;
import io.vexchange.engine.protocol.CancelOnDisconnectEncoder;
import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.ConsumerPositionEncoder;
import io.vexchange.engine.protocol.CorrectTradeEncoder;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.DefineUserEncoder;
import io.vexchange.engine.protocol.EngageKillSwitchEncoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.HelloEncoder;
import io.vexchange.engine.protocol.MassCancelEncoder;
import io.vexchange.engine.protocol.MassStatusRequestEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.OpenLogEncoder;
import io.vexchange.engine.protocol.OrderStatusRequestEncoder;
import io.vexchange.engine.protocol.OriginEncoder;
import io.vexchange.engine.protocol.PhaseChangedDecoder;
import io.vexchange.engine.protocol.ReleaseKillSwitchEncoder;
import io.vexchange.engine.protocol.SetPhaseEncoder;
import io.vexchange.engine.protocol.SetReferencePriceEncoder;
import io.vexchange.engine.protocol.SetScheduleEncoder;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.engine.protocol.TransferEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A small venue for tests: ACME in USD (scale 6), tick 0.01, lot 1, reference 100.00, static collar 10 %, band 3 %, fees 0 / 1 bp; three
 * firms with an order entry session each. Every command is followed by a check of all invariants.
 */
final class TestVenue implements EventSink {
    static final int USD = 1;
    static final int ACME_UNITS = 2;
    static final int ACME = 1;
    static final int FEES = 1;
    static final int ALPHA_A = 2;
    static final int ALPHA_B = 3;
    static final int BETA_A = 4;
    static final int GAMMA_A = 5;
    static final long MONEY = 1_000_000_000_000_000L;
    static final long SHARES = 10_000_000L;
    static final long NOON = 1_764_072_000_000_000L;
    static final long DAY = 86_400_000_000L;
    static final int TODAY = 20251125;
    private static final int BAND = 300;

    static final Trader ALPHA = new Trader(1, ALPHA_A);
    static final Trader ALPHA2 = new Trader(1, ALPHA_B);
    static final Trader BETA = new Trader(2, BETA_A);
    static final Trader GAMMA = new Trader(3, GAMMA_A);
    static final Trader OPERATOR = new Trader(-1, 0);
    static final Trader ADMIN = new Trader(-2, 0);
    static final Trader WEB_ALPHA = new Trader(-3, ALPHA_A);

    private static final byte[] NONE = {};
    private static final byte[] REASON = "{\"reason\":\"wrong price\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROPERTIES = "{}".getBytes(StandardCharsets.US_ASCII);

    private final EngineLimits limits;
    private final UnsafeBuffer command = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
    private final UnsafeBuffer item = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private List<byte[]> told = new ArrayList<>();
    private Engine engine;
    private long timeMicros = NOON;
    private long number;
    private int ids;
    private Code code = Code.NONE;
    private boolean isChecked = true;
    private int dynamicCollarBp;
    private int volatilityAuctionSeconds;
    private int auctionFeeRate;
    private boolean isDeaf;
    private long resultId;

    TestVenue() {
        this(EngineLimits.defaults());
    }

    TestVenue(final EngineLimits limits) {
        this.limits = limits;
        engine = new Engine(limits);
        hello("test", 1);
        send(new OpenLogEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .logIdHigh(7)
                .logIdLow(11)
                .rolloverSecondOfDay(0)
                .encodedLength());
        asset("USD", 6);
        asset("ACME", 0);
        participant(0, "VEX", true);
        participant(0, "ALPHA", true);
        participant(0, "BETA", true);
        participant(0, "GAMMA", true);
        account(0, "VEX-FEES", 1, AccountType.EXCHANGE, true);
        account(0, "ALPHA-A", 2, AccountType.CASH, true);
        account(0, "ALPHA-B", 2, AccountType.CASH, true);
        account(0, "BETA-A", 3, AccountType.CASH, true);
        account(0, "GAMMA-A", 4, AccountType.CASH, true);
        instrument(0, true, 0, 100, MONEY);
        session(0, "ALPHA1", 2, true, ALPHA_A, ALPHA_B);
        session(0, "BETA1", 3, true, BETA_A);
        session(0, "GAMMA1", 4, true, GAMMA_A);
        user("operator", UserRole.OPERATOR);
        user("admin", UserRole.ADMIN);
        user("alpha", UserRole.TRADER, ALPHA_A);
        for (int account = ALPHA_A; account <= GAMMA_A; account++) {
            transfer(account, USD, MONEY, "");
            transfer(account, ACME_UNITS, SHARES, "");
        }
    }

    // ---- orders

    OrderCommand order(final Trader trader) {
        return new OrderCommand(this, trader);
    }

    ReplaceCommand replace(final Trader trader, final long orderId) {
        return new ReplaceCommand(this, trader, orderId);
    }

    /** By order id, as F. */
    List<String> cancel(final Trader trader, final long orderId) {
        return cancel(trader, orderId, nextClOrdId(), "", Code.NONE);
    }

    List<String> cancel(
            final Trader trader, final long orderId, final String clOrdId, final String orig, final Code cause) {
        return send(new CancelOrderEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .requesterId(trader.requesterId())
                .accountId(0)
                .instrumentId(0)
                .orderId(orderId)
                .side((short) 0)
                .flags(0)
                .cause(cause.number())
                .putClOrdId(clOrdId.getBytes(StandardCharsets.US_ASCII), 0, clOrdId.length())
                .putOrigClOrdId(orig.getBytes(StandardCharsets.US_ASCII), 0, orig.length())
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> massCancel(final Trader trader, final int accountId, final int instrumentId, final char side) {
        return send(new MassCancelEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .requesterId(trader.requesterId())
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side((short) side)
                .scope((short) '7')
                .cause(0)
                .putClOrdId("q".getBytes(StandardCharsets.US_ASCII), 0, 1)
                .putOrigClOrdId(NONE, 0, 0)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> status(final Trader trader, final String clOrdId) {
        return send(new OrderStatusRequestEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .requesterId(trader.requesterId())
                .accountId(0)
                .orderId(0)
                .putClOrdId(clOrdId.getBytes(StandardCharsets.US_ASCII), 0, clOrdId.length())
                .putRequestId(NONE, 0, 0)
                .putAsked(NONE, 0, 0)
                .encodedLength());
    }

    List<String> massStatus(final Trader trader) {
        return send(new MassStatusRequestEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .requesterId(trader.requesterId())
                .accountId(0)
                .instrumentId(0)
                .putRequestId(NONE, 0, 0)
                .encodedLength());
    }

    List<String> disconnect(final Trader trader, final int epoch, final char scope, final boolean sparesGtc) {
        return send(new CancelOnDisconnectEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .sessionId(trader.requesterId())
                .connectionEpoch(epoch)
                .scope((short) scope)
                .spareGtc((short) (sparesGtc ? 1 : 0))
                .encodedLength());
    }

    // ---- acts of the venue

    List<String> phase(final Phase phase, final long untilMicros) {
        return send(new SetPhaseEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .actorId(1)
                .instrumentId(ACME)
                .phase((short) phase.number())
                .untilMicros(untilMicros)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> phase(final Phase phase) {
        return phase(phase, Long.MIN_VALUE);
    }

    /** An auction that ends in a minute. */
    List<String> auction(final Phase phase) {
        return phase(phase, timeMicros + 60_000_000);
    }

    /** Phases one after the other, each at an instant. */
    List<String> schedule(final Map<Long, Phase> changes) {
        return schedule(ACME, changes);
    }

    List<String> schedule(final int instrumentId, final Map<Long, Phase> changes) {
        final SetScheduleEncoder encoder = new SetScheduleEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .actorId(1)
                .instrumentId(instrumentId);
        final SetScheduleEncoder.ChangesEncoder group = encoder.changesCount(changes.size());
        for (final Map.Entry<Long, Phase> each : new TreeMap<>(changes).entrySet()) {
            group.next().atMicros(each.getKey()).phase((short) each.getValue().number());
        }
        return send(encoder.putProperties(PROPERTIES, 0, PROPERTIES.length)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> reference(final long ticks) {
        return send(new SetReferencePriceEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .actorId(1)
                .instrumentId(ACME)
                .priceTicks(ticks)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> engage(final int actorId, final KillScope scope, final int targetId) {
        final byte[] audit = "{\"actor\":\"x\",\"reason\":\"too \\\"fast\\\"\"}".getBytes(StandardCharsets.UTF_8);
        return send(new EngageKillSwitchEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .actorId(actorId)
                .scope((short) scope.number())
                .targetId(targetId)
                .putAudit(audit, 0, audit.length)
                .encodedLength());
    }

    List<String> release(final int actorId, final long killSwitchId) {
        return send(new ReleaseKillSwitchEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .actorId(actorId)
                .killSwitchId(killSwitchId)
                .secondUser((short) 1)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> bust(final long tradeId) {
        return send(new BustTradeEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .actorId(1)
                .tradeId(tradeId)
                .putAudit(REASON, 0, REASON.length)
                .encodedLength());
    }

    List<String> correct(final long tradeId, final long priceTicks, final long lots) {
        return send(new CorrectTradeEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .actorId(1)
                .tradeId(tradeId)
                .priceTicks(priceTicks)
                .lots(lots)
                .putAudit(REASON, 0, REASON.length)
                .encodedLength());
    }

    List<String> transfer(final int accountId, final int assetId, final long amount, final String reference) {
        return send(new TransferEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .accountId(accountId)
                .assetId(assetId)
                .amount(amount)
                .putReference(reference.getBytes(StandardCharsets.US_ASCII), 0, reference.length())
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> asset(final String name, final int scale) {
        return send(new DefineAssetEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .assetId(0)
                .scale(scale)
                .putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> participant(final int id, final String name, final boolean isEnabled) {
        return send(new DefineParticipantEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .participantId(id)
                .enabled(flag(isEnabled))
                .selfTradePrevention((short) 0)
                .putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .putProperties(PROPERTIES, 0, PROPERTIES.length)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> account(
            final int id, final String name, final int firm, final AccountType type, final boolean isEnabled) {
        return send(new DefineAccountEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .accountId(id)
                .participantId(firm)
                .accountType((short) type.number())
                .enabled(flag(isEnabled))
                .putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .putProperties(PROPERTIES, 0, PROPERTIES.length)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    /** ACME with these bounds of an order's quantity. */
    void bounds(final long minimumLots, final long maximumLots) {
        instrument(1, true, 0, 100, MONEY, minimumLots, maximumLots);
    }

    /** ACME with a dynamic collar, and volatility auctions of that length. */
    void dynamicCollar(final int basisPoints, final int seconds) {
        dynamicCollarBp = basisPoints;
        volatilityAuctionSeconds = seconds;
        instrument(1, true, 0, 100, MONEY);
    }

    /** ACME with a fee for auctions. */
    void auctionFee(final int rate) {
        auctionFeeRate = rate;
        instrument(1, true, 0, 100, MONEY);
    }

    /** ACME with these terms. */
    List<String> instrument(
            final int id, final boolean isEnabled, final int makerRate, final int takerRate, final long maxNotional) {
        return instrument(id, isEnabled, makerRate, takerRate, maxNotional, 1, 1_000_000);
    }

    private List<String> instrument(
            final int id,
            final boolean isEnabled,
            final int makerRate,
            final int takerRate,
            final long maxNotional,
            final long minimumLots,
            final long maximumLots) {
        return send(new DefineInstrumentEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .instrumentId(id)
                .baseAssetId(ACME_UNITS)
                .quoteAssetId(USD)
                .tickMantissa(1)
                .tickDecimals(2)
                .lotMantissa(1)
                .lotDecimals(0)
                .minimumLots(minimumLots)
                .maximumLots(maximumLots)
                .maximumNotional(maxNotional)
                .referencePriceTicks(10_000)
                .staticCollarBp(1_000)
                .dynamicCollarBp(dynamicCollarBp)
                .protectionBp(dynamicCollarBp == 0 ? BAND : Math.min(BAND, dynamicCollarBp))
                .volatilityAuctionSeconds(volatilityAuctionSeconds)
                .makerFeeRate(makerRate)
                .takerFeeRate(takerRate)
                .auctionFeeRate(auctionFeeRate)
                .enabled(flag(isEnabled))
                .phase((short) Phase.CONTINUOUS.number())
                .putSymbol(id == 0 ? "ACME".getBytes(StandardCharsets.US_ASCII) : NONE, 0, id == 0 ? 4 : 0)
                .putProperties(PROPERTIES, 0, PROPERTIES.length)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    List<String> session(
            final int id, final String name, final int firm, final boolean isEnabled, final int... accounts) {
        final DefineSessionEncoder encoder = new DefineSessionEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .sessionId(id)
                .participantId(firm)
                .role((short) SessionRole.ORDER_ENTRY.number())
                .enabled(flag(isEnabled))
                .selfTradePrevention((short) 0)
                .defaultAccountId(accounts[0]);
        final DefineSessionEncoder.AccountsEncoder group = encoder.accountsCount(accounts.length);
        for (final int each : accounts) {
            group.next().accountId(each);
        }
        return send(encoder.putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .putProperties(PROPERTIES, 0, PROPERTIES.length)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    private void user(final String name, final UserRole role, final int... accounts) {
        final DefineUserEncoder encoder = new DefineUserEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .userId(0)
                .role((short) role.number())
                .enabled(flag(true));
        final DefineUserEncoder.AccountsEncoder group = encoder.accountsCount(accounts.length);
        for (final int each : accounts) {
            group.next().accountId(each);
        }
        send(encoder.putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .putProperties(PROPERTIES, 0, PROPERTIES.length)
                .putAudit(NONE, 0, 0)
                .encodedLength());
    }

    private static short flag(final boolean is) {
        return (short) (is ? 1 : 0);
    }

    // ---- clients and time

    List<String> hello(final String name, final int flags) {
        final int length = new HelloEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .flags(flags)
                .afterSequence(-1)
                .putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .encodedLength();
        return apply(0, length);
    }

    List<String> consumed(final int clientId, final long clientNumber, final long sequence) {
        final int length = new ConsumerPositionEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .sequence(sequence)
                .encodedLength();
        origin(clientId, 1, clientNumber);
        return apply(0, length);
    }

    List<String> at(final long micros) {
        timeMicros = micros;
        told.clear();
        engine.onTime(micros, this);
        engine.checkInvariants();
        return lines();
    }

    void time(final long micros) {
        timeMicros = micros;
    }

    /** Where there are too many orders to look at all of them after each command. */
    void checkNoMore() {
        isChecked = false;
    }

    /** Where too much is told to keep it. */
    void listenNoMore() {
        isDeaf = true;
    }

    // ---- the wire

    UnsafeBuffer command() {
        return command;
    }

    String nextClOrdId() {
        return "c" + ++ids;
    }

    void origin(final int clientId, final int epoch, final long clientNumber) {
        new OriginEncoder()
                .wrap(command, MessageHeaderEncoder.ENCODED_LENGTH)
                .clientId(clientId)
                .epoch(epoch)
                .number(clientNumber);
    }

    /** Sends the command that has been encoded, with the next number of the test's client. */
    List<String> send(final int encodedLength) {
        origin(1, 1, ++number);
        return apply(0, encodedLength);
    }

    /** Sends the command as it is. */
    List<String> apply(final int offset, final int encodedLength) {
        told.clear();
        engine.apply(timeMicros, command, offset, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength, this);
        if (isChecked) {
            engine.checkInvariants();
        }
        return lines();
    }

    private List<String> lines() {
        final List<String> lines = new ArrayList<>();
        for (final byte[] each : told) {
            final UnsafeBuffer bytes = new UnsafeBuffer(each);
            final MessageHeaderDecoder read = new MessageHeaderDecoder().wrap(bytes, 0);
            if (read.templateId() == AppliedDecoder.TEMPLATE_ID) {
                final AppliedDecoder applied = new AppliedDecoder().wrapAndApplyHeader(bytes, 0, read);
                code = Code.of(applied.code());
                resultId = applied.resultId();
            } else {
                lines.add(Told.line(bytes));
            }
        }
        return lines;
    }

    /** How the last command ended. */
    Code code() {
        return code;
    }

    long resultId() {
        return resultId;
    }

    /** What was told last, as bytes. */
    List<byte[]> told() {
        return List.copyOf(told);
    }

    /** The reports among what was told last. */
    List<ExecutionReportDecoder> reports() {
        return told.stream()
                .map(UnsafeBuffer::new)
                .filter(each ->
                        new MessageHeaderDecoder().wrap(each, 0).templateId() == ExecutionReportDecoder.TEMPLATE_ID)
                .map(Told::report)
                .toList();
    }

    /** The first change of phase among what was told last. */
    PhaseChangedDecoder phaseChanged() {
        return told.stream()
                .map(UnsafeBuffer::new)
                .filter(each ->
                        new MessageHeaderDecoder().wrap(each, 0).templateId() == PhaseChangedDecoder.TEMPLATE_ID)
                .map(each -> new PhaseChangedDecoder().wrapAndApplyHeader(each, 0, new MessageHeaderDecoder()))
                .findFirst()
                .orElseThrow();
    }

    /** The aggressor's side of each print among what was told last. */
    List<Short> aggressorSides() {
        return told.stream()
                .map(UnsafeBuffer::new)
                .filter(each -> new MessageHeaderDecoder().wrap(each, 0).templateId() == TradeDecoder.TEMPLATE_ID)
                .map(each -> new TradeDecoder()
                        .wrapAndApplyHeader(each, 0, new MessageHeaderDecoder())
                        .aggressorSide())
                .toList();
    }

    Engine engine() {
        return engine;
    }

    /** Everything the image says, a line each. */
    List<String> image() {
        told.clear();
        engine.writeImage(this);
        return lines();
    }

    /** Balance and hold as the image shows them, {@code total held n}. */
    String balance(final int accountId, final int assetId) {
        final String prefix = "balance " + accountId + '/' + assetId + ' ';
        return image().stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElse("0 held 0");
    }

    List<byte[]> snapshot() {
        told = new ArrayList<>();
        engine.writeSnapshot(this);
        return List.copyOf(told);
    }

    /** Goes on with a new engine that has read a snapshot of the old one. */
    void restart() {
        final List<byte[]> records = snapshot();
        engine = new Engine(limits);
        for (final byte[] each : records) {
            engine.readSnapshot(new UnsafeBuffer(each), 0, each.length);
        }
        engine.checkInvariants();
    }

    @Override
    public int claim(final int maxLength) {
        if (maxLength > MAX_ITEM_LENGTH) {
            throw new IllegalArgumentException("maxLength=" + maxLength);
        }
        return 0;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return item;
    }

    @Override
    public void commit(final int length, final long sequence) {
        if (isDeaf) {
            return;
        }
        final byte[] bytes = new byte[length];
        item.getBytes(0, bytes);
        told.add(bytes);
    }
}
