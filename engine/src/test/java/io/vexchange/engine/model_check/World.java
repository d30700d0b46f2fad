package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small venue: three firms that often meet themselves and each other, two instruments, little money. */
final class World {
    static final String CLIENT = "gen-1";
    static final String PROJECTOR = "projector";
    static final int CLIENT_ID = 1;
    static final int PROJECTOR_ID = 2;
    static final String AUDIT = "{\"actor\":\"op\"}";
    static final long MONDAY_MICROS = 1_764_028_800_000_000L;
    static final long DAY_MICROS = 86_400_000_000L;
    /** Default account first. */
    static final int[][] ACCOUNTS_OF_SESSION = {{2, 3}, {3}, {4}, {5}};

    static final int USER_TRADER = -1;
    static final int USER_OPERATOR = -2;
    private static final String[] MODES = {"N", "O", "B", "D", "-"};

    final long outboxBound;
    final long referenceTicks;
    /** What small quantities are multiplied by: large ones come near 63 bits in money. */
    final long lotFactor;

    final List<Item> sessions = new ArrayList<>();
    final List<Item> accounts = new ArrayList<>();
    final List<Item> firms = new ArrayList<>();
    final List<Item> instruments = new ArrayList<>();
    private final Random random;
    private final List<Item> commands = new ArrayList<>();

    World(final Random random) {
        this.random = random;
        outboxBound = random.nextInt(6) == 0 ? 150 + random.nextInt(300) : 1_000_000;
        lotFactor = random.nextInt(5) == 0 ? 10_000_000_000L : 1;
        referenceTicks = lotFactor > 1 ? 1_000_000 : random.nextBoolean() ? 100 : 1_000;
        open();
        people();
        markets();
        money();
    }

    List<Item> commands() {
        return commands;
    }

    private void open() {
        commands.add(Item.of("Hello").with("flags", 1).with("name", CLIENT));
        commands.add(command("OpenLog").with("logIdHigh", 7).with("logIdLow", 11));
        commands.add(Item.of("Hello").with("flags", 5).with("name", PROJECTOR));
    }

    private static Item command(final String type) {
        return Item.of(type);
    }

    private void people() {
        for (final String name : List.of("VEX", "ALPHA", "BETA", "GAMMA")) {
            add(
                    firms,
                    command("DefineParticipant")
                            .with("name", name)
                            .with("selfTradePrevention", MODES[random.nextInt(MODES.length)]));
        }
        account("VEX-FEES", 1, AccountType.EXCHANGE);
        account("ALPHA-A", 2, AccountType.CASH);
        account("ALPHA-B", 2, AccountType.CASH);
        account("BETA-A", 3, AccountType.CASH);
        account("GAMMA-A", 4, lotFactor > 1 ? AccountType.CASH : AccountType.CREDIT);
        for (int i = 0; i < ACCOUNTS_OF_SESSION.length; i++) {
            final List<Item> accountIds = new ArrayList<>();
            for (final int id : ACCOUNTS_OF_SESSION[i]) {
                accountIds.add(Item.of("entry").with("accountId", id));
            }
            add(
                    sessions,
                    command("DefineSession")
                            .with("name", "S" + (i + 1))
                            .with("participantId", i < 2 ? 2 : i + 1)
                            .with("role", SessionRole.ORDER_ENTRY.number())
                            .with(
                                    "selfTradePrevention",
                                    random.nextBoolean() ? "" : MODES[random.nextInt(MODES.length)])
                            .with("defaultAccountId", ACCOUNTS_OF_SESSION[i][0])
                            .with("accounts", accountIds));
        }
        user("trader", UserRole.TRADER, List.of(Item.of("entry").with("accountId", 2)));
        user("operator", UserRole.OPERATOR, List.of());
        user("admin", UserRole.ADMIN, List.of());
    }

    private void account(final String name, final int firm, final AccountType type) {
        add(
                accounts,
                command("DefineAccount")
                        .with("name", name)
                        .with("participantId", firm)
                        .with("accountType", type.number()));
    }

    private void user(final String name, final UserRole role, final List<Item> accountIds) {
        commands.add(command("DefineUser")
                .with("name", name)
                .with("role", role.number())
                .with("enabled", 1)
                .with("accounts", accountIds)
                .with("audit", AUDIT));
    }

    private void add(final List<Item> kept, final Item command) {
        command.with("enabled", 1).with("audit", AUDIT);
        kept.add(command);
        commands.add(command);
    }

    private void markets() {
        commands.add(command("DefineAsset").with("name", "USD").with("scale", 4).with("audit", AUDIT));
        commands.add(command("DefineAsset").with("name", "AAA").with("scale", 2).with("audit", AUDIT));
        commands.add(command("DefineAsset").with("name", "BBB").with("scale", 0).with("audit", AUDIT));
        for (int i = 0; i < 2; i++) {
            final int protectionBp = 100 + random.nextInt(400);
            final int staticCollarBp = 700 + random.nextInt(600);
            final int makerRate = random.nextInt(3) == 0 ? -random.nextInt(2_000) : random.nextInt(3) * 777;
            add(
                    instruments,
                    command("DefineInstrument")
                            .with("symbol", i == 0 ? "AAA-USD" : "BBB-USD")
                            .with("baseAssetId", 2 + i)
                            .with("quoteAssetId", 1)
                            .with("tickMantissa", 1 + random.nextInt(5))
                            .with("tickDecimals", 2)
                            .with("lotMantissa", 1 + random.nextInt(3))
                            .with("lotDecimals", i == 0 ? 2 : 0)
                            .with("minimumLots", random.nextInt(4) == 0 ? 2 : 1)
                            .with("maximumLots", 40 * lotFactor)
                            .with("maximumNotional", maximumNotional())
                            .with("referencePriceTicks", referenceTicks)
                            .with("staticCollarBp", staticCollarBp)
                            .with("dynamicCollarBp", dynamicCollarBp(protectionBp, staticCollarBp))
                            .with("protectionBp", protectionBp)
                            .with("volatilityAuctionSeconds", 1 + random.nextInt(2))
                            .with("makerFeeRate", makerRate)
                            .with("takerFeeRate", Math.max(0, -makerRate) + random.nextInt(4) * 333)
                            .with("auctionFeeRate", random.nextInt(500))
                            .with("phase", Phase.CONTINUOUS.number()));
        }
    }

    /** Off, or between the band and the static collar. */
    private int dynamicCollarBp(final int protectionBp, final int staticCollarBp) {
        return random.nextBoolean() ? 0 : protectionBp + random.nextInt(1 + (staticCollarBp - protectionBp) / 4);
    }

    private long maximumNotional() {
        if (lotFactor > 1) {
            return random.nextBoolean() ? 1L << 62 : 1_000_000_000_000_000_000L;
        }
        return (random.nextBoolean() ? 20_000L : 1_000_000L) * (20 + random.nextInt(500)) * referenceTicks / 100;
    }

    private long amount(final boolean isMoney) {
        if (lotFactor > 1) {
            return isMoney
                    ? 1_000_000_000_000_000L * (1 + random.nextInt(1_000))
                    : lotFactor * (10 + random.nextInt(600));
        }
        return isMoney ? 100_000L * (1 + random.nextInt(3_000)) : 10 + random.nextInt(600);
    }

    private void money() {
        for (int account = 2; account <= 5; account++) {
            for (int asset = 1; asset <= 3; asset++) {
                if (random.nextInt(8) != 0) {
                    commands.add(command("Transfer")
                            .with("accountId", account)
                            .with("assetId", asset)
                            .with("amount", amount(asset == 1))
                            .with("reference", "open-" + account + '-' + asset)
                            .with("audit", AUDIT));
                }
            }
        }
    }
}
