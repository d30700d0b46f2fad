package io.vexchange.bench.replay;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.HelloEncoder;
import io.vexchange.engine.protocol.OpenLogEncoder;
import io.vexchange.engine.protocol.TransferEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Opens an engine for measurements by the commands a venue is opened with: assets 1 (money) and 2, firms and their sessions 1 and 2 with
 * cash accounts 2 and 3, and instruments from 1, all without bounds that would be met.
 */
final class BenchVenue {
    /** The account of session and firm 1; the next one is that of 2. */
    static final int FIRST_ACCOUNT = 2;

    private static final byte[] NOTHING = {};
    private static final long MONEY = 1L << 55;

    private final CommandWriter out;

    private BenchVenue(final CommandWriter out) {
        this.out = out;
    }

    static void open(final CommandWriter out, final int instruments) {
        final BenchVenue venue = new BenchVenue(out);
        venue.begin();
        venue.asset("USD");
        venue.asset("X");
        venue.participant("ONE");
        venue.participant("TWO");
        venue.account("VEX-FEES", 1, AccountType.EXCHANGE);
        venue.account("A", 1, AccountType.CASH);
        venue.account("B", 2, AccountType.CASH);
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + 2; account++) {
            venue.deposit(account, 1);
            venue.deposit(account, 2);
        }
        for (int i = 1; i <= instruments; i++) {
            venue.instrument("I" + i);
        }
        venue.session("S1", 1);
        venue.session("S2", 2);
    }

    private void begin() {
        out.greet(new HelloEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .flags(0)
                .afterSequence(0)
                .putName(bytes("bench"), 0, 5)
                .encodedLength());
        out.send(new OpenLogEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .logIdHigh(1)
                .logIdLow(1)
                .rolloverSecondOfDay(0)
                .encodedLength());
    }

    private void asset(final String name) {
        out.send(new DefineAssetEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .assetId(0)
                .scale(0)
                .putName(bytes(name), 0, name.length())
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private void participant(final String name) {
        out.send(new DefineParticipantEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .participantId(0)
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .putName(bytes(name), 0, name.length())
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private void account(final String name, final int participantId, final AccountType type) {
        out.send(new DefineAccountEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .accountId(0)
                .participantId(participantId)
                .accountType((short) type.number())
                .enabled((short) 1)
                .putName(bytes(name), 0, name.length())
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private void deposit(final int accountId, final int assetId) {
        out.send(new TransferEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .accountId(accountId)
                .assetId(assetId)
                .amount(MONEY)
                .putReference(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private void instrument(final String symbol) {
        out.send(new DefineInstrumentEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .instrumentId(0)
                .baseAssetId(2)
                .quoteAssetId(1)
                .tickMantissa(1)
                .tickDecimals(0)
                .lotMantissa(1)
                .lotDecimals(0)
                .minimumLots(1)
                .maximumLots(Integer.MAX_VALUE)
                .maximumNotional(1L << 50)
                .referencePriceTicks(1)
                .staticCollarBp(0)
                .dynamicCollarBp(0)
                .protectionBp(0)
                .volatilityAuctionSeconds(0)
                .makerFeeRate(0)
                .takerFeeRate(0)
                .auctionFeeRate(0)
                .enabled((short) 1)
                .phase((short) Phase.CONTINUOUS.number())
                .putSymbol(bytes(symbol), 0, symbol.length())
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private void session(final String name, final int participantId) {
        final int accountId = FIRST_ACCOUNT + participantId - 1;
        final DefineSessionEncoder session = new DefineSessionEncoder()
                .wrapAndApplyHeader(out.buffer, 0, out.header)
                .sessionId(0)
                .participantId(participantId)
                .role((short) SessionRole.ORDER_ENTRY.number())
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .defaultAccountId(accountId);
        session.accountsCount(1).next().accountId(accountId);
        out.send(session.putName(bytes(name), 0, name.length())
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
