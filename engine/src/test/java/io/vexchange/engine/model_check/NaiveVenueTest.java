package io.vexchange.engine.model_check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model against examples worked out by hand from the rules; in words such as {@code 3 F/1 2@100 l=4}: order, 150/39, fill, leaves. */
final class NaiveVenueTest {
    private static final int ALPHA = 1;
    private static final int BETA = 2;
    private static final int GAMMA = 3;
    private final NaiveVenue venue = new NaiveVenue(1_000_000);
    private long timeMicros = World.MONDAY_MICROS;
    private long number;
    private int names;

    @BeforeEach
    void open() {
        venue.apply(timeMicros, Item.of("Hello").with("name", "test"));
        send(Item.of("OpenLog"));
        for (final String firm : List.of("VEX", "ALPHA", "BETA", "GAMMA")) {
            send(Item.of("DefineParticipant")
                    .with("name", firm)
                    .with("enabled", 1)
                    .with("selfTradePrevention", "N"));
        }
        send(account("VEX-FEES", 1, AccountType.EXCHANGE));
        for (int firm = 2; firm <= 4; firm++) {
            send(account("A" + firm, firm, AccountType.CASH));
            send(Item.of("DefineSession")
                    .with("name", "S" + firm)
                    .with("participantId", firm)
                    .with("role", SessionRole.ORDER_ENTRY.number())
                    .with("enabled", 1)
                    .with("defaultAccountId", firm));
        }
        send(Item.of("DefineAsset").with("name", "USD").with("scale", 2));
        send(Item.of("DefineAsset").with("name", "ACME").with("scale", 0));
        send(Item.of("DefineInstrument")
                .with("symbol", "ACME")
                .with("baseAssetId", 2)
                .with("quoteAssetId", 1)
                .with("tickMantissa", 1)
                .with("tickDecimals", 2)
                .with("lotMantissa", 1)
                .with("minimumLots", 1)
                .with("maximumLots", 1_000)
                .with("maximumNotional", 1L << 60)
                .with("referencePriceTicks", 10_000)
                .with("staticCollarBp", 1_000)
                .with("protectionBp", 300)
                .with("takerFeeRate", 100)
                .with("enabled", 1)
                .with("phase", Phase.CONTINUOUS.number()));
        for (int account = 2; account <= 4; account++) {
            for (int asset = 1; asset <= 2; asset++) {
                send(Item.of("Transfer")
                        .with("accountId", account)
                        .with("assetId", asset)
                        .with("amount", 100_000_000)
                        .with("reference", "r" + asset));
            }
        }
    }

    private static Item account(final String name, final int firm, final AccountType type) {
        return Item.of("DefineAccount")
                .with("name", name)
                .with("participantId", firm)
                .with("accountType", type.number())
                .with("enabled", 1);
    }

    private List<Item> send(final Item command) {
        return venue.apply(
                timeMicros++, command.with("clientId", 1).with("epoch", 1).with("number", ++number));
    }

    private Item order(final int session, final String side, final long lots, final Long ticks) {
        return Item.of("NewOrder")
                .with("ownerId", session)
                .with("accountId", session + 1)
                .with("instrumentId", 1)
                .with("side", side)
                .with("orderType", ticks == null ? "1" : "2")
                .with("timeInForce", "0")
                .with("priceTicks", ticks)
                .with("quantityLots", lots)
                .with("clOrdId", "c" + ++names);
    }

    private List<String> enter(final Item order) {
        return words(send(order));
    }

    private static List<String> words(final List<Item> told) {
        final List<String> words = new ArrayList<>();
        for (final Item item : told) {
            if (item.is("ExecutionReport")) {
                final String fill =
                        item.has("fee") ? " " + item.value("lastLots") + "@" + item.value("lastPriceTicks") : "";
                final String code = item.text("code").equals("NONE") ? "" : " " + item.text("code");
                words.add(item.value("orderId") + " " + item.text("execType") + "/" + item.text("orderStatus") + fill
                        + " l=" + item.value("leavesLots") + code);
            } else if (item.is("CancelReject")) {
                words.add("9/" + item.text("orderStatus") + " " + item.text("code"));
            }
        }
        return words;
    }

    @Test
    void shouldFillByPriceThenTime() {
        enter(order(ALPHA, "2", 5, 10_010L));
        enter(order(ALPHA, "2", 5, 10_000L));
        enter(order(BETA, "2", 5, 10_000L));
        assertThat(enter(order(GAMMA, "1", 11, 10_010L)))
                .containsExactly(
                        "4 0/0 l=11",
                        "2 F/2 5@10000 l=0",
                        "4 F/1 5@10000 l=6",
                        "3 F/2 5@10000 l=0",
                        "4 F/1 5@10000 l=1",
                        "1 F/1 1@10010 l=4",
                        "4 F/2 1@10010 l=0");
    }

    @Test
    void shouldEndAMarketOrderAtItsProtectionBand() {
        enter(order(BETA, "2", 1, 10_000L));
        enter(order(BETA, "2", 1, 10_300L));
        enter(order(BETA, "2", 1, 10_301L));
        assertThat(enter(order(ALPHA, "1", 3, null)))
                .containsExactly(
                        "4 0/0 l=3",
                        "1 F/2 1@10000 l=0",
                        "4 F/1 1@10000 l=2",
                        "2 F/2 1@10300 l=0",
                        "4 F/1 1@10300 l=1",
                        "4 4/4 l=0 PROTECTION_BAND");
    }

    @Test
    void shouldDecrementBothSidesAsATradeWould() {
        enter(order(ALPHA, "2", 5, 10_000L));
        enter(order(BETA, "2", 5, 10_000L));
        assertThat(enter(order(ALPHA, "1", 8, 10_000L).with("selfTradePrevention", "D")))
                .containsExactly(
                        "3 0/0 l=8",
                        "1 4/4 l=0 STP_DECREMENT",
                        "3 D/0 l=3 STP_DECREMENT",
                        "2 F/1 3@10000 l=2",
                        "3 F/2 3@10000 l=0");
    }

    @Test
    void shouldSendARefilledIcebergToTheBack() {
        enter(order(BETA, "2", 30, 10_000L).with("displayLots", 10L));
        enter(order(GAMMA, "2", 20, 10_000L));
        assertThat(enter(order(ALPHA, "1", 35, 10_000L)))
                .containsExactly(
                        "3 0/0 l=35",
                        "1 F/1 10@10000 l=20",
                        "3 F/1 10@10000 l=25",
                        "2 F/2 20@10000 l=0",
                        "3 F/1 20@10000 l=5",
                        "1 F/1 5@10000 l=15",
                        "3 F/2 5@10000 l=0");
    }

    @Test
    void shouldTriggerStopsNearestFirst() {
        enter(stop(GAMMA, 1, 10_020));
        enter(stop(BETA, 1, 10_010));
        enter(order(ALPHA, "2", 1, 10_020L));
        enter(order(ALPHA, "2", 9, 10_030L));
        assertThat(enter(order(BETA, "1", 1, 10_020L)))
                .containsExactly(
                        "5 0/0 l=1",
                        "3 F/2 1@10020 l=0",
                        "5 F/2 1@10020 l=0",
                        "2 L/0 l=1",
                        "4 F/1 1@10030 l=8",
                        "2 F/2 1@10030 l=0",
                        "1 L/0 l=1",
                        "4 F/1 1@10030 l=7",
                        "1 F/2 1@10030 l=0");
    }

    private Item stop(final int session, final long lots, final long stopTicks) {
        return order(session, "1", lots, null).with("orderType", "3").with("stopPriceTicks", stopTicks);
    }

    @Test
    void shouldKillWhatCannotBeFilledWithoutTouchingAnything() {
        enter(order(BETA, "2", 5, 10_000L));
        assertThat(enter(order(ALPHA, "1", 6, 10_000L).with("timeInForce", "4")))
                .containsExactly("2 0/0 l=6", "2 4/4 l=0 FOK_NOT_FILLABLE");
        assertThat(enter(order(ALPHA, "1", 5, 10_000L).with("timeInForce", "4")))
                .containsExactly("3 0/0 l=5", "1 F/2 5@10000 l=0", "3 F/2 5@10000 l=0");
    }

    @Test
    void shouldReplaceToTheFilledQuantityAndRefuseLess() {
        enter(order(ALPHA, "1", 10, 10_000L));
        enter(order(BETA, "2", 4, 10_000L));
        assertThat(words(send(replace("c1", 3L, null)))).containsExactly("9/1 QTY_BELOW_CUM");
        assertThat(words(send(replace("c1", 4L, null)))).containsExactly("1 5/2 l=0");
        assertThat(words(send(replace("c1", 9L, null)))).containsExactly("9/2 TOO_LATE");
    }

    @Test
    void shouldNotLetARefusedReplaceSpendItsId() {
        enter(order(ALPHA, "1", 10, 10_000L));
        assertThat(words(send(replace("c1", null, 20_000L).with("clOrdId", "r"))))
                .containsExactly("9/0 PRICE_COLLAR");
        assertThat(words(send(replace("r", 12L, null)))).containsExactly("9/8 UNKNOWN_ORDER");
        assertThat(words(send(replace("c1", 12L, null).with("clOrdId", "r")))).containsExactly("1 5/0 l=12");
    }

    private Item replace(final String of, final Long lots, final Long ticks) {
        return Item.of("ReplaceOrder")
                .with("requesterId", ALPHA)
                .with("origClOrdId", of)
                .with("clOrdId", "r" + ++names)
                .with("quantityLots", lots)
                .with("priceTicks", ticks);
    }

    @Test
    void shouldHoldPriceAndFeeOfWhatIsLeft() {
        enter(order(ALPHA, "1", 10, 10_000L));
        assertThat(venue.registry.accounts.get(2).held(1)).isEqualTo(100_010);
        enter(order(BETA, "2", 4, 10_000L));
        assertThat(venue.registry.accounts.get(2).held(1)).isEqualTo(60_006);
        assertThat(venue.registry.accounts.get(2).total(1)).isEqualTo(100_000_000 - 40_000);
        assertThat(venue.registry.accounts.get(3).total(1)).isEqualTo(100_000_000 + 40_000 - 4);
    }

    @Test
    void shouldExpireDayOrdersAtTheRollAndFreeTheirIds() {
        enter(order(ALPHA, "1", 10, 10_000L));
        enter(order(ALPHA, "1", 10, 10_000L).with("timeInForce", "1"));
        timeMicros += World.DAY_MICROS;
        assertThat(words(venue.onTime(timeMicros))).containsExactly("1 C/C l=0 DAY_END");
        names = 0;
        assertThat(enter(order(ALPHA, "1", 10, 10_000L))).containsExactly("3 0/0 l=10");
        assertThat(enter(order(ALPHA, "1", 10, 10_000L))).containsExactly("2 8/0 l=10 DUPLICATE_CLORDID");
    }
}
