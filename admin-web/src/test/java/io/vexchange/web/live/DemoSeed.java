package io.vexchange.web.live;

import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.DefineTokenEncoder;
import io.vexchange.engine.protocol.DefineUserEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.OpenLogEncoder;
import io.vexchange.engine.protocol.TransferEncoder;
import io.vexchange.web.access.Passwords;
import io.vexchange.web.access.TokenHash;
import io.vexchange.web.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.ExpandableArrayBuffer;

/** A small demo venue as commands: USD and ACME, ALPHA and BETA with two accounts each, the demo's users and tokens. */
final class DemoSeed {
    private static final byte[] NOTHING = {};
    private static final String DEMO_HASH = Passwords.hash("demo");

    private final InProcessEngine engine;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    DemoSeed(final InProcessEngine engine) {
        this.engine = engine;
    }

    private int ask(final int encodedLength) {
        final Outcome outcome = engine.ask(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        if (outcome.code() != Code.NONE) {
            throw new IllegalStateException("refused: " + outcome);
        }
        return (int) outcome.resultId();
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void plant() {
        final OpenLogEncoder open = new OpenLogEncoder().wrapAndApplyHeader(buffer, 0, header);
        open.logIdHigh(1).logIdLow(2).rolloverSecondOfDay(0);
        ask(open.encodedLength());
        final int usd = asset("USD", 6);
        final int acme = asset("ACME", 0);
        final int vex = firm("VEX");
        account("VEX-FEES", AccountType.EXCHANGE, vex);
        final int alpha = firm("ALPHA");
        final int beta = firm("BETA");
        final List<Integer> ofAlpha =
                List.of(account("ALPHA-A", AccountType.CASH, alpha), account("ALPHA-B", AccountType.CASH, alpha));
        final List<Integer> ofBeta =
                List.of(account("BETA-A", AccountType.CASH, beta), account("BETA-B", AccountType.CASH, beta));
        instrument("ACME", acme, usd);
        for (final int id : List.of(ofAlpha.get(0), ofAlpha.get(1), ofBeta.get(0), ofBeta.get(1))) {
            transfer(id, usd, 1_000_000_000_000_000L);
            transfer(id, acme, 10_000_000);
        }
        session("ALPHA1", alpha, ofAlpha);
        user("admin", UserRole.ADMIN, List.of());
        user("operator", UserRole.OPERATOR, List.of());
        user("viewer", UserRole.VIEWER, List.of());
        user("alpha", UserRole.TRADER, ofAlpha);
        user("beta", UserRole.TRADER, ofBeta);
    }

    private int asset(final String name, final int scale) {
        final DefineAssetEncoder it = new DefineAssetEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.assetId(0).scale(scale).putName(bytes(name), 0, name.length()).putAudit(NOTHING, 0, 0);
        return ask(it.encodedLength());
    }

    private int firm(final String name) {
        final DefineParticipantEncoder it = new DefineParticipantEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.participantId(0).enabled((short) 1).selfTradePrevention((short) 'N');
        final byte[] properties = bytes(Json.text(Map.of("name", name + " Trading")));
        it.putName(bytes(name), 0, name.length())
                .putProperties(properties, 0, properties.length)
                .putAudit(NOTHING, 0, 0);
        return ask(it.encodedLength());
    }

    private int account(final String name, final AccountType type, final int firm) {
        final DefineAccountEncoder it = new DefineAccountEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.accountId(0).participantId(firm).accountType((short) type.number()).enabled((short) 1);
        it.putName(bytes(name), 0, name.length()).putProperties(NOTHING, 0, 0).putAudit(NOTHING, 0, 0);
        return ask(it.encodedLength());
    }

    private void instrument(final String symbol, final int base, final int quote) {
        final DefineInstrumentEncoder it = new DefineInstrumentEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.instrumentId(0)
                .baseAssetId(base)
                .quoteAssetId(quote)
                .tickMantissa(1)
                .tickDecimals(2)
                .lotMantissa(1)
                .lotDecimals(0)
                .minimumLots(1)
                .maximumLots(1_000_000)
                .maximumNotional(100_000_000_000_000L)
                .referencePriceTicks(10_000)
                .staticCollarBp(1_000)
                .dynamicCollarBp(0)
                .protectionBp(300)
                .volatilityAuctionSeconds(30)
                .makerFeeRate(0)
                .takerFeeRate(100)
                .auctionFeeRate(0)
                .enabled((short) 1)
                .phase((short) Phase.CONTINUOUS.number());
        it.putSymbol(bytes(symbol), 0, symbol.length())
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0);
        ask(it.encodedLength());
    }

    private void transfer(final int account, final int asset, final long amount) {
        final TransferEncoder it = new TransferEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.accountId(account).assetId(asset).amount(amount);
        it.putReference(bytes("seed"), 0, 4).putAudit(NOTHING, 0, 0);
        ask(it.encodedLength());
    }

    private void session(final String name, final int firm, final List<Integer> accounts) {
        final DefineSessionEncoder it = new DefineSessionEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.sessionId(0)
                .participantId(firm)
                .role((short) SessionRole.ORDER_ENTRY.number())
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .defaultAccountId(accounts.get(0));
        final DefineSessionEncoder.AccountsEncoder group = it.accountsCount(accounts.size());
        accounts.forEach(id -> group.next().accountId(id));
        it.putName(bytes(name), 0, name.length()).putProperties(NOTHING, 0, 0).putAudit(NOTHING, 0, 0);
        ask(it.encodedLength());
    }

    private void user(final String name, final UserRole role, final List<Integer> accounts) {
        final DefineUserEncoder it = new DefineUserEncoder().wrapAndApplyHeader(buffer, 0, header);
        it.userId(0).role((short) role.number()).enabled((short) 1);
        final DefineUserEncoder.AccountsEncoder group = it.accountsCount(accounts.size());
        accounts.forEach(id -> group.next().accountId(id));
        final byte[] password = bytes(Json.text(Map.of("passwordHash", DEMO_HASH)));
        it.putName(bytes(name), 0, name.length())
                .putProperties(password, 0, password.length)
                .putAudit(NOTHING, 0, 0);
        final int userId = ask(it.encodedLength());
        final DefineTokenEncoder token = new DefineTokenEncoder().wrapAndApplyHeader(buffer, 0, header);
        token.tokenId(0).userId(userId).enabled((short) 1);
        final byte[] properties = bytes(
                Json.text(Map.of("sha256", TokenHash.of("demo-" + name), "role", role.name(), "createdBy", "seed")));
        token.putName(bytes("demo-" + name), 0, name.length() + 5)
                .putProperties(properties, 0, properties.length)
                .putAudit(NOTHING, 0, 0);
        ask(token.encodedLength());
    }
}
