package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vexchange.engine.model.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wire samples of the published specification are messages of a running gateway. {@code -Dfix.samples=write} brings the page up to
 * date.
 */
class WireSamplesTest {
    private static final Path SPECIFICATION = Path.of("../docs/fix.md");
    private static final String BEGIN = "<!-- samples -->\n";
    private static final String END = "<!-- end of samples -->\n";
    private static final String HASH = Password.hash("demo")
            .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID))
            .getResult();
    private static final long NULL = Long.MIN_VALUE;

    @TempDir
    private Path folder;

    private final Map<String, String> stock = new LinkedHashMap<>();
    private final Map<String, String> extended = new LinkedHashMap<>();
    private Map<String, String> samples = stock;

    @Test
    void shouldPublishMessagesAsTheyAre() throws IOException {
        converse(false);
        converse(true);
        final String page = Files.readString(SPECIFICATION);
        final int from = page.indexOf(BEGIN) + BEGIN.length();
        final int to = page.indexOf(END);
        if ("write".equals(System.getProperty("fix.samples"))) {
            Files.writeString(SPECIFICATION, page.substring(0, from) + text() + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to))
                .as("docs/fix.md; run this test with -Dfix.samples=write")
                .isEqualTo(text());
    }

    private String text() {
        final StringBuilder text = new StringBuilder();
        extended.forEach((title, message) -> {
            text.append("**").append(title).append("**\n```\n");
            if (stock.containsKey(title)) {
                text.append(stock.get(title)).append('\n');
            }
            if (!message.equals(stock.get(title))) {
                text.append(message).append('\n');
            }
            text.append("```\n");
        });
        return text.toString();
    }

    private void converse(final boolean isExtended) {
        samples = isExtended ? extended : stock;
        final ScriptedEngine engine = new ScriptedEngine(HASH);
        final TradeHistory past = new TradeHistory() {
            @Override
            public long position() {
                return Long.MAX_VALUE;
            }

            @Override
            public List<TradeSide> sides(final TradeSearch search, final int limit) {
                return List.of(new TradeSide(
                        2,
                        2,
                        1,
                        "a-1",
                        "ALPHA-A",
                        "ACME",
                        '1',
                        "99.00",
                        "4",
                        "0.039600",
                        "USD",
                        0,
                        20261125,
                        1_795_600_800_000_000L));
            }
        };
        try (FixAcceptor acceptor = FixAcceptor.start(
                        new FixSettings(
                                "127.0.0.1", 0, "VEX", folder.resolve(String.valueOf(isExtended)), Map.of(), false),
                        engine,
                        past);
                TestClient trader = new TestClient("ALPHA1", acceptor.port());
                TestClient viewer = new TestClient("ALPHAMD", acceptor.port());
                TestClient copy = new TestClient("ALPHADC", acceptor.port())) {
            trader.stock = !isExtended;
            viewer.stock = !isExtended;
            copy.stock = false;
            logon(trader, isExtended);
            if (isExtended) {
                copy.logon(true);
            }
            orders(engine, trader);
            if (isExtended) {
                sample("8 drop copy", copy.take());
            }
            refusals(trader);
            requests(new PublicItems(engine), trader);
            logon(viewer, isExtended);
            marketData(new PublicItems(engine), viewer);
            end(trader);
        } finally {
            engine.shutdown();
        }
    }

    private void logon(final TestClient client, final boolean isExtended) {
        final String answer = isExtended ? client.logon(true, "8016=Y") : client.logon(true);
        sample("A Logon from you", client.newest);
        sample("A Logon from us", answer);
    }

    private void orders(final ScriptedEngine engine, final TestClient client) {
        client.order("a-1");
        sample("D NewOrderSingle", client.newest);
        sample("8 accepted", client.take());
        engine.tellReport(
                "a-1",
                'F',
                '1',
                Code.NONE,
                0,
                report -> report.filledLots(4)
                        .leavesLots(6)
                        .filledValue(4 * 9900)
                        .lastPriceTicks(9900)
                        .lastLots(4)
                        .tradeId(2)
                        .liquidity((short) '1')
                        .fee(39_600)
                        .publicSequence(12));
        sample("8 trade", client.take());
        engine.tellReport(
                "a-1",
                'G',
                '1',
                Code.NONE,
                0,
                report -> report.filledLots(4)
                        .leavesLots(6)
                        .filledValue(4 * 9800)
                        .lastPriceTicks(9800)
                        .lastLots(4)
                        .tradeId(2)
                        .liquidity((short) '1')
                        .fee(39_200)
                        .publicSequence(13)
                        .refSequence(2));
        sample("8 trade corrected", client.take());
        engine.tellReport(
                "a-1",
                'H',
                '0',
                Code.NONE,
                0,
                report -> report.quantityLots(6)
                        .leavesLots(6)
                        .lastPriceTicks(0)
                        .lastLots(0)
                        .tradeId(2)
                        .fee(0)
                        .publicSequence(14)
                        .refSequence(3));
        sample("8 trade busted", client.take());
        engine.tellReport(
                "a-1", '5', '0', Code.NONE, 0, report -> report.leavesLots(8).quantityLots(8));
        sample("8 replaced", client.take());
        engine.tellReport(
                "a-1",
                'D',
                '0',
                Code.STP_DECREMENT,
                0,
                report -> report.leavesLots(5).quantityLots(5).restatementReason((short) 5));
        sample("8 restated by self-trade prevention", client.take());
        engine.tellReport(
                "a-1",
                'L',
                '0',
                Code.NONE,
                0,
                report -> report.orderType((short) '4')
                        .stopPriceTicks(9890)
                        .leavesLots(5)
                        .quantityLots(5));
        sample("8 stop-limit triggered", client.take());
        engine.tellReport(
                "a-1",
                '0',
                '0',
                Code.NONE,
                4,
                report -> report.orderType((short) '3')
                        .stopPriceTicks(9890)
                        .priceTicks(NULL)
                        .leavesLots(5)
                        .quantityLots(5));
        sample("8 stop waits", client.take());
        engine.tellReport(
                "a-1",
                '0',
                '0',
                Code.NONE,
                0,
                report -> report.orderType((short) 'P')
                        .pegReference((short) 'R')
                        .workingPriceTicks(9899)
                        .leavesLots(5)
                        .quantityLots(5));
        sample("8 peg", client.take());
        engine.tellReport("a-1", '8', '8', Code.PRICE_COLLAR, 0, report -> {});
        sample("8 refused by the engine", client.take());
        engine.tellReport("a-1", '4', '4', Code.KILL_SWITCH, 64, report -> {});
        sample("8 canceled without your asking", client.take());
        engine.tellReport("a-1", 'C', 'C', Code.DAY_END, 0, report -> {});
        sample("8 expired", client.take());
        answers(client);
    }

    private void answers(final TestClient client) {
        client.send("G", "11=a-2", "41=a-0", "55=ACME", "54=1", "38=8", "40=2", "44=99.00", "60=20261125-10:00:00");
        sample("G OrderCancelReplaceRequest", client.newest);
        sample("9 OrderCancelReject", client.take());
        client.send("H", "11=a-1", "55=ACME", "54=1");
        sample("H OrderStatusRequest", client.newest);
        sample("8 status", client.take());
        client.send("F", "11=a-3", "41=a-1", "55=ACME", "54=1", "60=20261125-10:00:00");
        sample("F OrderCancelRequest", client.newest);
        sample("8 canceled", client.take());
        client.send("AF", "584=s-1", "585=7");
        sample("AF OrderMassStatusRequest", client.newest);
        sample("8 status, no orders", client.take());
        client.order("b-1");
        client.take();
        client.send("q", "11=q-1", "530=7", "60=20261125-10:00:00");
        sample("q OrderMassCancelRequest", client.newest);
        sample("8 canceled by q", client.take());
        sample("r OrderMassCancelReport", client.take());
    }

    private void refusals(final TestClient client) {
        client.send("D", "11=c-1", "55=ACME", "54=1", "38=10", "40=2", "44=99.005", "60=20261125-10:00:00");
        sample("8 refused by the gateway", client.take());
        client.send("H", "55=ACME", "54=1");
        sample("3 Reject", client.take());
        client.send("K", "66=l-1", "60=20261125-10:00:00");
        sample("j BusinessMessageReject", client.take());
    }

    private void requests(final PublicItems market, final TestClient client) {
        client.send("AD", "568=d-1", "569=1", "55=ACME");
        sample("AD TradeCaptureReportRequest", client.newest);
        sample("AQ TradeCaptureReportRequestAck", client.take());
        sample("AE TradeCaptureReport", client.take());
        market.trade(9, 9900, 1).balance(1, 12, 5).end();
        client.send(
                "AN",
                "710=p-1",
                "724=0",
                "453=1",
                "448=ALPHA",
                "447=D",
                "452=1",
                "1=ALPHA-A",
                "581=1",
                "715=20261125",
                "60=20261125-10:00:00");
        sample("AN RequestForPositions", client.newest);
        sample("AO RequestForPositionsAck", client.take());
        sample("AP PositionReport", client.take());
        client.send("BB", "909=b-1", "1=ALPHA-A");
        sample("BB CollateralInquiry", client.newest);
        sample("BA CollateralReport", client.take());
        client.send("BB", "909=b-2", "1=BETA-A");
        sample("BG CollateralInquiryAck", client.take());
        client.send("x", "320=x-1", "559=4");
        sample("x SecurityListRequest", client.newest);
        sample("y SecurityList", client.take());
        client.send("e", "324=e-1", "55=ACME", "263=1");
        sample("e SecurityStatusRequest", client.newest);
        client.take();
        market.phase(6).end();
        sample("f SecurityStatus", client.take());
        market.phase(4).end();
        client.take();
        client.send("g", "335=g-1", "263=0");
        sample("g TradingSessionStatusRequest", client.newest);
        sample("h TradingSessionStatus", client.take());
        market.announce("Maintenance in 15 minutes").end();
        sample("B News", client.take());
    }

    private void marketData(final PublicItems market, final TestClient client) {
        market.book(0, true, 1, 9900, 5).book(0, false, 2, 10_100, 7).end();
        client.send(
                "V", "262=m-1", "263=1", "264=0", "265=1", "266=Y", "267=3", "269=0", "269=1", "269=2", "146=1",
                "55=ACME");
        sample("V MarketDataRequest", client.newest);
        sample("W by level", client.take());
        market.trade(3, 9900, 5).book(2, true, 1, 9900, 0).end();
        sample("X by level, with a trade", client.take());
        client.send("V", "262=m-1", "263=2", "264=0", "267=1", "269=0", "146=1", "55=ACME");
        client.send("V", "262=m-2", "263=1", "264=0", "266=N", "267=2", "269=0", "269=1", "146=1", "55=ACME");
        sample("W order by order", client.take());
        market.book(2, false, 2, 10_100, 0).book(0, false, 2, 10_000, 7).end();
        sample("X order by order, a loss of place", client.take());
        client.send("V", "262=m-2", "263=1", "264=0", "267=1", "269=0", "146=1", "55=ACME");
        sample("Y MarketDataRequestReject", client.take());
    }

    private void end(final TestClient client) {
        client.send("1", "112=are you there");
        sample("1 TestRequest", client.newest);
        sample("0 Heartbeat", client.take());
        client.send("2", "7=1", "16=1");
        sample("2 ResendRequest", client.newest);
        sample("4 SequenceReset", client.take());
        client.send("5");
        sample("5 Logout from you", client.newest);
        sample("5 Logout from us", client.take());
    }

    /** Keeps the first of each, with times and made-up ids that are always the same, and the length and sum that go with them. */
    private void sample(final String title, final String message) {
        final String raw = message.replace('|', FixText.SOH);
        final StringBuilder fields = new StringBuilder(raw.length());
        for (final String each :
                raw.substring(0, raw.lastIndexOf(FixText.SOH)).split(String.valueOf(FixText.SOH), -1)) {
            final String tag = each.substring(0, each.indexOf('='));
            final String value = each.substring(each.indexOf('=') + 1);
            switch (tag) {
                case "8", "9", "10" -> {
                    // made anew
                }
                case "52", "60", "122", "126" ->
                    FixText.field(
                            fields,
                            Integer.parseInt(tag),
                            value.length() > 21 ? "20261125-10:00:00.000000" : "20261125-10:00:00.000");
                case "17", "322", "721", "908" ->
                    FixText.field(fields, Integer.parseInt(tag), Character.isLetter(value.charAt(0)) ? "G1-1" : value);
                default -> FixText.field(fields, Integer.parseInt(tag), value);
            }
        }
        samples.putIfAbsent(title, FixText.masked(FixText.frame(fields)));
    }
}
