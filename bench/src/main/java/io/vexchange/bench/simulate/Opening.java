package io.vexchange.bench.simulate;

import static io.vexchange.bench.simulate.VarData.put;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.DefineUserEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.OpenLogEncoder;
import io.vexchange.engine.protocol.TransferEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The commands that set a small venue up: the exchange, two firms with two accounts each, two instruments, little money. */
final class Opening {
    private static final int FEES = 1;
    private static final AccountType[] ACCOUNTS = {
        AccountType.EXCHANGE, AccountType.CASH, AccountType.CASH, AccountType.CASH, AccountType.CREDIT
    };

    private final Random random;
    private final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[4096]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final List<byte[]> commands = new ArrayList<>();

    Opening(final Random random) {
        this.random = random;
    }

    List<byte[]> commands() {
        final OpenLogEncoder open = new OpenLogEncoder();
        open.wrapAndApplyHeader(buffer, 0, header);
        add(open.logIdHigh(1).logIdLow(2).rolloverSecondOfDay(0).encodedLength());
        for (final String name : new String[] {"VEX", "ALPHA", "BETA"}) {
            final DefineParticipantEncoder participant = new DefineParticipantEncoder();
            participant.wrapAndApplyHeader(buffer, 0, header);
            participant.participantId(0).enabled((short) 1).selfTradePrevention((short) 'N');
            put(participant::putName, name);
            put(participant::putProperties, "");
            put(participant::putAudit, "");
            add(participant.encodedLength());
        }
        for (int account = 0; account < ACCOUNTS.length; account++) {
            account(account);
        }
        for (int session = 1; session <= 4; session++) {
            session(session);
        }
        user("trader", UserRole.TRADER);
        user("operator", UserRole.OPERATOR);
        user("admin", UserRole.ADMIN);
        asset("USD", 4);
        asset("ABC", 2);
        instrument("ABC-A");
        instrument("ABC-B");
        for (int account = 2; account <= ACCOUNTS.length; account++) {
            money(account, 1, 50_000_000);
            money(account, 2, 500_000);
        }
        return commands;
    }

    private void add(final int encodedLength) {
        final byte[] command = new byte[MessageHeaderEncoder.ENCODED_LENGTH + encodedLength];
        buffer.getBytes(0, command);
        commands.add(command);
    }

    private void account(final int index) {
        final DefineAccountEncoder account = new DefineAccountEncoder();
        account.wrapAndApplyHeader(buffer, 0, header);
        account.accountId(0)
                .participantId(index == 0 ? FEES : 2 + (index - 1) / 2)
                .accountType((short) ACCOUNTS[index].number())
                .enabled((short) 1);
        put(account::putName, index == 0 ? "VEX-FEES" : "A" + index);
        put(account::putProperties, "");
        put(account::putAudit, "");
        add(account.encodedLength());
    }

    private void session(final int number) {
        final DefineSessionEncoder session = new DefineSessionEncoder();
        session.wrapAndApplyHeader(buffer, 0, header);
        session.sessionId(0)
                .participantId(2 + (number - 1) / 2)
                .role((short) SessionRole.ORDER_ENTRY.number())
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .defaultAccountId(1 + number);
        session.accountsCount(1).next().accountId(1 + number);
        put(session::putName, "S" + number);
        put(session::putProperties, "");
        put(session::putAudit, "");
        add(session.encodedLength());
    }

    private void user(final String name, final UserRole role) {
        final DefineUserEncoder user = new DefineUserEncoder();
        user.wrapAndApplyHeader(buffer, 0, header);
        user.userId(0).role((short) role.number()).enabled((short) 1);
        if (role == UserRole.TRADER) {
            user.accountsCount(1).next().accountId(2);
        } else {
            user.accountsCount(0);
        }
        put(user::putName, name);
        put(user::putProperties, "");
        put(user::putAudit, "");
        add(user.encodedLength());
    }

    private void asset(final String name, final int scale) {
        final DefineAssetEncoder asset = new DefineAssetEncoder();
        asset.wrapAndApplyHeader(buffer, 0, header);
        asset.assetId(0).scale(scale);
        put(asset::putName, name);
        put(asset::putAudit, "");
        add(asset.encodedLength());
    }

    private void instrument(final String symbol) {
        final DefineInstrumentEncoder instrument = new DefineInstrumentEncoder();
        instrument.wrapAndApplyHeader(buffer, 0, header);
        instrument
                .instrumentId(0)
                .baseAssetId(2)
                .quoteAssetId(1)
                .tickMantissa(1)
                .tickDecimals(2)
                .lotMantissa(1)
                .lotDecimals(2)
                .minimumLots(1)
                .maximumLots(1_000)
                .maximumNotional(100_000_000)
                .referencePriceTicks(100)
                .staticCollarBp(1_000)
                .dynamicCollarBp(random.nextBoolean() ? 300 : 0)
                .protectionBp(200)
                .volatilityAuctionSeconds(2)
                .makerFeeRate(-random.nextInt(200))
                .takerFeeRate(200 + random.nextInt(500))
                .auctionFeeRate(random.nextInt(300))
                .enabled((short) 1)
                .phase((short) Phase.CONTINUOUS.number());
        put(instrument::putSymbol, symbol);
        put(instrument::putProperties, "");
        put(instrument::putAudit, "");
        add(instrument.encodedLength());
    }

    private void money(final int accountId, final int assetId, final long amount) {
        final TransferEncoder transfer = new TransferEncoder();
        transfer.wrapAndApplyHeader(buffer, 0, header);
        transfer.accountId(accountId).assetId(assetId).amount(amount);
        put(transfer::putReference, "open-" + assetId);
        put(transfer::putAudit, "");
        add(transfer.encodedLength());
    }
}
