package io.vexchange.bench.simulate;

import static io.vexchange.bench.simulate.VarData.put;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.BustTradeEncoder;
import io.vexchange.engine.protocol.CancelOnDisconnectEncoder;
import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.CorrectTradeEncoder;
import io.vexchange.engine.protocol.EngageKillSwitchEncoder;
import io.vexchange.engine.protocol.MassCancelEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.ReleaseKillSwitchEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import io.vexchange.engine.protocol.SetCancelAfterEncoder;
import io.vexchange.engine.protocol.SetLimitsEncoder;
import io.vexchange.engine.protocol.SetPhaseEncoder;
import io.vexchange.engine.protocol.SetReferencePriceEncoder;
import io.vexchange.engine.protocol.SetScheduleEncoder;
import io.vexchange.engine.protocol.TransferEncoder;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Commands of every kind, in weights that keep a small book busy. First those that set the venue up. */
final class Traffic {
    private static final long NULL = NewOrderEncoder.priceTicksNullValue();
    private static final int SESSIONS = 4;
    private static final String[] TYPES = {"2", "2", "2", "2", "2", "1", "1", "3", "4", "K", "P"};
    private static final String[] TIMES = {"0", "0", "0", "1", "3", "4", "2", "7"};
    private static final String[] MODES = {"\0", "N", "O", "B", "D", "-"};
    private static final Phase[] PHASES = {
        Phase.OPENING_AUCTION,
        Phase.CLOSING_AUCTION,
        Phase.PRE_OPEN,
        Phase.HALTED,
        Phase.CANCEL_ONLY,
        Phase.CLOSED,
        Phase.CONTINUOUS,
        Phase.CONTINUOUS
    };

    private final Random random;
    private final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[1 << 16]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Queue<byte[]> setUp;
    private final Queue<byte[]> soon = new ArrayDeque<>();
    private long names;
    private long trades;
    private long kills;
    private long timeMicros;

    Traffic(final Random random) {
        this.random = random;
        setUp = new ArrayDeque<>(new Opening(random).commands());
    }

    /** How many trades there have been. */
    void trades(final long count) {
        trades = count;
    }

    byte[] next(final long nowMicros) {
        timeMicros = nowMicros;
        if (!setUp.isEmpty()) {
            return setUp.remove();
        }
        if (!soon.isEmpty() && random.nextInt(4) == 0) {
            return soon.remove();
        }
        final int dice = random.nextInt(100);
        if (dice < 58) {
            return newOrder();
        }
        if (dice < 72) {
            return cancel();
        }
        if (dice < 88) {
            return replace();
        }
        return dice < 94 ? mass() : staff();
    }

    private byte[] taken(final int length) {
        final byte[] command = new byte[MessageHeaderEncoder.ENCODED_LENGTH + length];
        buffer.getBytes(0, command);
        return command;
    }

    private byte[] newOrder() {
        final NewOrderEncoder order = new NewOrderEncoder();
        final int session = 1 + random.nextInt(SESSIONS);
        final char type = pick(TYPES);
        final char side = random.nextBoolean() ? '1' : '2';
        final long lots = 1L + random.nextInt(random.nextInt(4) == 0 ? 40 : 9);
        final char timeInForce = pick(TIMES);
        order.wrapAndApplyHeader(buffer, 0, header);
        order.ownerId(session)
                .connectionEpoch(random.nextInt(3))
                .instrumentId(1 + random.nextInt(2))
                .accountId(1 + session)
                .side((short) side)
                .orderType((short) type)
                .timeInForce((short) timeInForce)
                .selfTradePrevention((short) pick(MODES))
                .pegReference((short) (type == 'P' ? random.nextBoolean() ? 'R' : 'M' : 0))
                .flags(type == '2' && random.nextInt(10) == 0 ? 1 : 0)
                .priceTicks(type == '2' || type == '4' ? price() : NULL)
                .stopPriceTicks(type == '3' || type == '4' ? price() : NULL)
                .quantityLots(lots)
                .displayLots(type == '2' && random.nextInt(6) == 0 ? 1 + lots / 3 : NULL)
                .minimumLots(timeInForce == '3' && random.nextInt(4) == 0 ? 1 + lots / 2 : NULL)
                .expireTimeMicros(NULL)
                .expireDay(0)
                .fingerprint(names);
        if (timeInForce == '1' && random.nextBoolean()) {
            order.timeInForce((short) '6').expireTimeMicros(timeMicros + random.nextInt(5_000_000));
        }
        put(order::putClOrdId, Long.toString(++names));
        put(order::putEcho, "");
        return taken(order.encodedLength());
    }

    private byte[] cancel() {
        final CancelOrderEncoder cancel = new CancelOrderEncoder();
        cancel.wrapAndApplyHeader(buffer, 0, header);
        cancel.requesterId(-2)
                .accountId(0)
                .instrumentId(0)
                .orderId(0)
                .side((short) 0)
                .flags(0);
        cancel.cause(random.nextInt(3) == 0 ? Code.CANCELED_BY_OPERATOR.number() : 0);
        final String asked = recent();
        put(cancel::putClOrdId, "f" + ++names);
        put(cancel::putOrigClOrdId, asked);
        put(cancel::putAudit, "");
        return taken(cancel.encodedLength());
    }

    private byte[] replace() {
        final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
        replace.wrapAndApplyHeader(buffer, 0, header);
        replace.requesterId(-2).accountId(0).instrumentId(0).orderId(0).side((short) 0);
        replace.orderType((short) 0).timeInForce((short) 0).selfTradePrevention((short) 0);
        replace.pegReference((short) 0).flags(0).gatewayCode(0);
        replace.priceTicks(random.nextBoolean() ? price() : NULL)
                .stopPriceTicks(random.nextInt(6) == 0 ? price() : NULL)
                .quantityLots(random.nextBoolean() ? 1 + random.nextInt(30) : NULL)
                .displayLots(random.nextInt(8) == 0 ? 1 + random.nextInt(5) : NULL)
                .minimumLots(NULL)
                .expireTimeMicros(NULL)
                .expireDay(0);
        final String asked = recent();
        put(replace::putClOrdId, Long.toString(++names));
        put(replace::putOrigClOrdId, asked);
        return taken(replace.encodedLength());
    }

    private byte[] mass() {
        if (random.nextInt(3) == 0) {
            final CancelOnDisconnectEncoder gone = new CancelOnDisconnectEncoder();
            gone.wrapAndApplyHeader(buffer, 0, header);
            gone.sessionId(1 + random.nextInt(SESSIONS)).connectionEpoch(random.nextInt(3));
            gone.scope((short) (random.nextBoolean() ? 'S' : 'Y')).spareGtc((short) random.nextInt(2));
            return taken(gone.encodedLength());
        }
        final MassCancelEncoder cancel = new MassCancelEncoder();
        cancel.wrapAndApplyHeader(buffer, 0, header);
        cancel.requesterId(1 + random.nextInt(SESSIONS)).accountId(0).instrumentId(random.nextInt(3));
        cancel.side((short) 0).scope((short) '7').cause(0);
        put(cancel::putClOrdId, "q" + ++names);
        put(cancel::putOrigClOrdId, "");
        put(cancel::putAudit, "");
        return taken(cancel.encodedLength());
    }

    private byte[] staff() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> phase();
            case 2 -> kill();
            case 3 -> transfer();
            case 4 -> bust();
            case 5 -> correct();
            case 6 -> schedule();
            case 7 -> random.nextBoolean() ? limits() : reference();
            default -> cancelAfter();
        };
    }

    private byte[] phase() {
        final Phase phase = PHASES[random.nextInt(PHASES.length)];
        final int instrumentId = random.nextInt(3);
        if (phase != Phase.CONTINUOUS) {
            soon.add(phase(instrumentId, Phase.CONTINUOUS));
        }
        return phase(instrumentId, phase);
    }

    private byte[] phase(final int instrumentId, final Phase phase) {
        final SetPhaseEncoder change = new SetPhaseEncoder();
        change.wrapAndApplyHeader(buffer, 0, header);
        change.actorId(2).instrumentId(instrumentId).phase((short) phase.number());
        change.untilMicros(phase == Phase.CONTINUOUS ? NULL : timeMicros + random.nextInt(2_000_000));
        put(change::putAudit, "{}");
        return taken(change.encodedLength());
    }

    private byte[] kill() {
        final ReleaseKillSwitchEncoder release = new ReleaseKillSwitchEncoder();
        release.wrapAndApplyHeader(buffer, 0, header);
        release.actorId(3).killSwitchId(++kills).secondUser((short) 1);
        put(release::putAudit, "{}");
        soon.add(taken(release.encodedLength()));
        final EngageKillSwitchEncoder engage = new EngageKillSwitchEncoder();
        engage.wrapAndApplyHeader(buffer, 0, header);
        final KillScope scope = KillScope.of(1 + random.nextInt(4));
        engage.actorId(2).scope((short) scope.number()).targetId(1 + random.nextInt(2));
        put(engage::putAudit, "{}");
        return taken(engage.encodedLength());
    }

    private byte[] transfer() {
        final TransferEncoder transfer = new TransferEncoder();
        transfer.wrapAndApplyHeader(buffer, 0, header);
        transfer.accountId(2 + random.nextInt(4)).assetId(1 + random.nextInt(2));
        transfer.amount(random.nextInt(20_000) - 5_000);
        put(transfer::putReference, "t" + ++names);
        put(transfer::putAudit, "{}");
        return taken(transfer.encodedLength());
    }

    private byte[] bust() {
        final BustTradeEncoder bust = new BustTradeEncoder();
        bust.wrapAndApplyHeader(buffer, 0, header);
        bust.actorId(2).tradeId(recentTrade());
        put(bust::putAudit, audit());
        return taken(bust.encodedLength());
    }

    private byte[] correct() {
        final CorrectTradeEncoder correct = new CorrectTradeEncoder();
        correct.wrapAndApplyHeader(buffer, 0, header);
        correct.actorId(2).tradeId(recentTrade());
        correct.priceTicks(random.nextBoolean() ? price() : NULL).lots(random.nextBoolean() ? 1 : NULL);
        put(correct::putAudit, audit());
        return taken(correct.encodedLength());
    }

    private byte[] schedule() {
        final SetScheduleEncoder schedule = new SetScheduleEncoder();
        schedule.wrapAndApplyHeader(buffer, 0, header);
        schedule.actorId(2).instrumentId(1 + random.nextInt(2));
        final SetScheduleEncoder.ChangesEncoder changes = schedule.changesCount(3);
        long atMicros = timeMicros;
        for (final Phase each : new Phase[] {Phase.OPENING_AUCTION, Phase.CONTINUOUS, Phase.CLOSING_AUCTION}) {
            atMicros += 1 + random.nextInt(20_000_000);
            changes.next().atMicros(atMicros).phase((short) each.number());
        }
        put(schedule::putProperties, "{}");
        put(schedule::putAudit, audit());
        return taken(schedule.encodedLength());
    }

    private byte[] limits() {
        final SetLimitsEncoder limits = new SetLimitsEncoder();
        limits.wrapAndApplyHeader(buffer, 0, header);
        final boolean isAccount = random.nextBoolean();
        limits.actorId(2)
                .scope((short) (isAccount ? KillScope.ACCOUNT : KillScope.FIRM).number())
                .targetId(2 + random.nextInt(isAccount ? 4 : 2))
                .decimals(0)
                .maximumOrderQuantity(random.nextBoolean() ? NULL : 20 + random.nextInt(20))
                .maximumOrderNotional(NULL)
                .maximumOpenOrders(random.nextBoolean() ? NULL : 5 + random.nextInt(60))
                .maximumOpenNotional(NULL)
                .maximumPosition(random.nextBoolean() ? NULL : 50 + random.nextInt(1_000))
                .ordersPerSecond(random.nextInt(3) == 0 ? 20 : NULL)
                .orderBurst(NULL);
        limits.instrumentsCount(0);
        put(limits::putAudit, audit());
        return taken(limits.encodedLength());
    }

    private byte[] reference() {
        final SetReferencePriceEncoder reference = new SetReferencePriceEncoder();
        reference.wrapAndApplyHeader(buffer, 0, header);
        reference.actorId(2).instrumentId(1 + random.nextInt(2)).priceTicks(price());
        put(reference::putAudit, audit());
        return taken(reference.encodedLength());
    }

    private byte[] cancelAfter() {
        final SetCancelAfterEncoder after = new SetCancelAfterEncoder();
        after.wrapAndApplyHeader(buffer, 0, header);
        after.requesterId(-1).accountId(2).seconds(random.nextInt(3) == 0 ? 0 : 5);
        return taken(after.encodedLength());
    }

    private String audit() {
        return "{\"actor\":\"operator\",\"requestId\":\"r" + ++names + "\",\"reason\":\"simulated\"}";
    }

    private long recentTrade() {
        return trades == 0 ? 1 : Math.max(1, trades - random.nextInt(20));
    }

    private String recent() {
        return Long.toString(Math.max(1, names - random.nextInt(60)));
    }

    private long price() {
        return 100L + random.nextInt(11) - 5;
    }

    private char pick(final String[] choices) {
        return choices[random.nextInt(choices.length)].charAt(0);
    }
}
