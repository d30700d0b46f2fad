package io.vexchange.engine.cluster;

import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.OpenLogEncoder;
import io.vexchange.engine.protocol.TransferEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableArrayBuffer;

/** Opens a log with one instrument and four accounts of two firms, and trades at random. */
final class Venue {
    static final int ACCOUNTS = 4;

    private static final byte[] NONE = new byte[0];

    private final ClusterEngineClient client;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final int[] accounts = new int[ACCOUNTS];
    private final int[] sessions = new int[ACCOUNTS];
    private int instrument;
    private int orders;

    Venue(final ClusterEngineClient client) {
        this.client = client;
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Outcome ask(final int encodedLength) {
        return client.ask(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private int define(final int encodedLength) {
        final Outcome outcome = ask(encodedLength);
        if (outcome.code() != Code.NONE) {
            throw new IllegalStateException(outcome.code().name());
        }
        return (int) outcome.resultId();
    }

    void open() {
        final OpenLogEncoder open = new OpenLogEncoder();
        open.wrapAndApplyHeader(buffer, 0, header).logIdHigh(1).logIdLow(2).rolloverSecondOfDay(0);
        define(open.encodedLength());
        final int base = asset("ACME", 0);
        final int quote = asset("USD", 6);
        final int venue = participant("VEX");
        account("VEX-FEES", venue, 3);
        final int[] firms = {participant("ALPHA"), participant("BETA")};
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts[i] = account("A" + i, firms[i % 2], 1);
            sessions[i] = session("S" + i, firms[i % 2], accounts[i]);
            deposit(accounts[i], base, 1_000_000);
            deposit(accounts[i], quote, 1_000_000_000_000_000L);
        }
        instrument = instrument(base, quote);
    }

    private int asset(final String name, final int scale) {
        final DefineAssetEncoder it = new DefineAssetEncoder();
        it.wrapAndApplyHeader(buffer, 0, header).assetId(0).scale(scale);
        it.putName(bytes(name), 0, name.length()).putAudit(NONE, 0, 0);
        return define(it.encodedLength());
    }

    private int participant(final String name) {
        final DefineParticipantEncoder it = new DefineParticipantEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .participantId(0)
                .enabled((short) 1)
                .selfTradePrevention((short) 'N');
        it.putName(bytes(name), 0, name.length()).putProperties(NONE, 0, 0).putAudit(NONE, 0, 0);
        return define(it.encodedLength());
    }

    private int account(final String name, final int participantId, final int type) {
        final DefineAccountEncoder it = new DefineAccountEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .accountId(0)
                .participantId(participantId)
                .accountType((short) type)
                .enabled((short) 1);
        it.putName(bytes(name), 0, name.length()).putProperties(NONE, 0, 0).putAudit(NONE, 0, 0);
        return define(it.encodedLength());
    }

    private int session(final String name, final int participantId, final int accountId) {
        final DefineSessionEncoder it = new DefineSessionEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .sessionId(0)
                .participantId(participantId)
                .role((short) 1)
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .defaultAccountId(accountId)
                .accountsCount(1)
                .next()
                .accountId(accountId);
        it.putName(bytes(name), 0, name.length()).putProperties(NONE, 0, 0).putAudit(NONE, 0, 0);
        return define(it.encodedLength());
    }

    private void deposit(final int accountId, final int assetId, final long amount) {
        final TransferEncoder it = new TransferEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .accountId(accountId)
                .assetId(assetId)
                .amount(amount);
        it.putReference(bytes("seed-" + assetId), 0, 5 + String.valueOf(assetId).length())
                .putAudit(NONE, 0, 0);
        define(it.encodedLength());
    }

    private int instrument(final int base, final int quote) {
        final DefineInstrumentEncoder it = new DefineInstrumentEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .instrumentId(0)
                .baseAssetId(base)
                .quoteAssetId(quote)
                .tickMantissa(1)
                .tickDecimals(2)
                .lotMantissa(1)
                .lotDecimals(0)
                .minimumLots(1)
                .maximumLots(1_000_000)
                .maximumNotional(1L << 60)
                .referencePriceTicks(10_000)
                .staticCollarBp(1_000)
                .dynamicCollarBp(0)
                .protectionBp(300)
                .volatilityAuctionSeconds(0)
                .makerFeeRate(0)
                .takerFeeRate(100)
                .auctionFeeRate(0)
                .enabled((short) 1)
                .phase((short) Phase.CONTINUOUS.number());
        it.putSymbol(bytes("ACME"), 0, 4).putProperties(NONE, 0, 0).putAudit(NONE, 0, 0);
        return define(it.encodedLength());
    }

    /** Limit, iceberg and IOC orders about 100.00 and cancels of some of them. */
    void trade(final int commands, final Random random) {
        for (int i = 0; i < commands; i++) {
            if (orders > 10 && random.nextInt(4) == 0) {
                cancel(random.nextInt(ACCOUNTS), 1 + random.nextInt(orders));
            } else {
                order(random.nextInt(ACCOUNTS), random);
            }
        }
    }

    private void order(final int who, final Random random) {
        orders++;
        final int lots = 1 + random.nextInt(50);
        final boolean isIceberg = random.nextInt(10) == 0;
        final NewOrderEncoder it = new NewOrderEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .ownerId(sessions[who])
                .connectionEpoch(1)
                .instrumentId(instrument)
                .accountId(accounts[who])
                .side((short) (random.nextBoolean() ? '1' : '2'))
                .orderType((short) '2')
                .timeInForce((short) (isIceberg || random.nextInt(5) > 0 ? '0' : '3'))
                .selfTradePrevention((short) 0)
                .pegReference((short) 0)
                .flags(0)
                .priceTicks(9_990 + random.nextInt(21))
                .stopPriceTicks(Decimals.ABSENT)
                .quantityLots(lots)
                .displayLots(isIceberg ? Math.max(1, lots / 3) : Decimals.ABSENT)
                .minimumLots(Decimals.ABSENT)
                .expireTimeMicros(Decimals.ABSENT)
                .expireDay(0)
                .fingerprint(orders);
        final byte[] id = bytes("o" + orders);
        it.putClOrdId(id, 0, id.length).putEcho(NONE, 0, 0);
        client.send(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
    }

    private void cancel(final int who, final int order) {
        final CancelOrderEncoder it = new CancelOrderEncoder();
        it.wrapAndApplyHeader(buffer, 0, header)
                .requesterId(sessions[who])
                .accountId(0)
                .instrumentId(0)
                .orderId(order)
                .side((short) 0)
                .flags(0)
                .cause(Code.CANCELED_BY_REST.number());
        it.putClOrdId(NONE, 0, 0).putOrigClOrdId(NONE, 0, 0).putAudit(NONE, 0, 0);
        client.send(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + it.encodedLength());
    }
}
