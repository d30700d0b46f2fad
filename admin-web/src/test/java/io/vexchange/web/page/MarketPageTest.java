package io.vexchange.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.vexchange.web.TestVenue;
import io.vexchange.web.WebSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The market page in a real browser. Screenshots are kept in target/screenshots. */
@Tag("slow")
class MarketPageTest {
    private static final Path CHROMIUM = Paths.get("/usr/bin/chromium");
    private static final Path SHOTS = Paths.get("target", "screenshots");

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private TestVenue venue;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void launch() {
        assumeTrue(Files.isExecutable(CHROMIUM), "the page is not tested: there is no " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--headless")));
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void begin() {
        venue = new TestVenue(WebSettings.demo()).open();
        fill("ACME", 10_000, 900, 1);
        fill("BTC-USD", 5_000_000, 40_000, 7);
        fill("ETH-USD", 250_000, 30_000, 3);
    }

    @AfterEach
    void end() {
        if (context != null) {
            context.close();
        }
        venue.close();
        assertThat(complaints).isEmpty();
    }

    private void fill(final String symbol, final long mid, final int lots, final int step) {
        final Random random = new Random(mid);
        for (int i = 1; i <= 60; i++) {
            final long gap = (long) i * step + random.nextInt(Math.max(1, step));
            venue.market.level(symbol, true, mid - gap, 1 + random.nextInt(lots) * (1 + i / 20));
            venue.market.level(symbol, false, mid + gap, 1 + random.nextInt(lots) * (1 + i / 20));
        }
        for (int i = 0; i < 80; i++) {
            venue.market.trade(
                    symbol,
                    random.nextInt(5) < 3 ? "BUY" : "SELL",
                    mid + random.nextInt(9 * step) - 4L * step,
                    1 + random.nextInt(lots));
        }
    }

    private void visit(final int width, final int height, final ColorScheme scheme) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(width < 500 ? 2 : 1)
                .setColorScheme(scheme));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(venue.uri("/").toString());
        soon(() -> page.locator("#connection[data-state='live']").count() == 1 && bids().size() > 5);
    }

    private String text(final String selector) {
        return page.locator(selector).first().innerText().trim();
    }

    @SuppressWarnings("unchecked")
    private List<String> bids() {
        return (List<String>) page.evaluate(
                "() => [...document.querySelectorAll('#bids .row')].map(r => r.innerText.split(/\\s+/).filter(Boolean).join(' '))"
                        + ".filter(Boolean)");
    }

    @ParameterizedTest
    @CsvSource({"1280,800,DARK", "1280,800,LIGHT", "1920,1080,DARK", "390,844,DARK", "390,844,LIGHT"})
    void shouldShowTheMarketAtEveryWidthAndTheme(final int width, final int height, final ColorScheme scheme)
            throws Exception {
        visit(width, height, scheme);
        soon(() -> page.locator("#tape .row[data-side='BUY']").count() > 5);
        page.locator("#depth").hover(new Locator.HoverOptions().setPosition(width / 12.0, 100));
        Files.createDirectories(SHOTS);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(
                        "market-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png"))
                .setFullPage(width < 500));
        assertThat(text("#symbol")).isEqualTo("ACME");
        assertThat(text("#environment")).isEqualTo("DEMO");
        assertThat(text("#phase")).isEqualTo("Continuous");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @Test
    void shouldFollowTheBookAndTheTrades() {
        visit(1280, 800, ColorScheme.DARK);
        venue.market.level("ACME", true, 9_999, 123_456);
        soon(() -> bids().get(0).equals("99.99 123,456 123,456 1"));
        venue.market.trade("ACME", "SELL", 9_999, 77);
        soon(() -> text("#tape .row").contains("77"));
        soon(() -> "99.99".equals(text("#last")));
        venue.market.phase("ACME", "HALTED");
        soon(() -> "Halted".equals(text("#phase")));
    }

    @Test
    void shouldAskForASnapshotOnceWhenADeltaIsMissing() {
        visit(1280, 800, ColorScheme.DARK);
        context.close();
        context = browser.newContext();
        page = context.newPage();
        final int[] seen = new int[2]; // deltas, book subscriptions
        page.routeWebSocket("**/ws/v1", socket -> {
            final var server = socket.connectToServer();
            socket.onMessage(frame -> {
                if (frame.text().contains("\"book\"") && frame.text().contains("\"subscribe\"")) {
                    seen[1]++;
                }
                server.send(frame.text());
            });
            server.onMessage(frame -> {
                if (!frame.text().startsWith("{\"type\":\"delta\"") || ++seen[0] != 1) {
                    socket.send(frame.text());
                }
            });
        });
        page.navigate(venue.uri("/").toString());
        soon(() -> bids().size() > 5);
        venue.market.level("ACME", true, 9_998, 11); // its delta is dropped
        soon(() -> pumped() && seen[0] == 1);
        venue.market.level("ACME", true, 9_999, 22); // shows the gap
        soon(() -> bids().get(0).startsWith("99.99 22") && bids().get(1).startsWith("99.98 11"));
        assertThat(seen[1]).isEqualTo(2);
    }

    /** Playwright is used by one thread only. */
    private static void soon(final Callable<Boolean> condition) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(condition);
    }

    /** Lets Playwright's events through; they come only while it is called. */
    private boolean pumped() {
        page.evaluate("() => 0");
        return true;
    }

    @Test
    void shouldChooseAnInstrumentByKeyboardAndSwitchTheTheme() {
        visit(1280, 800, ColorScheme.DARK);
        page.locator("#instruments button[data-symbol='BTC-USD']").focus();
        page.keyboard().press("Enter");
        soon(() -> "BTC-USD".equals(text("#symbol"))
                && bids().size() > 5
                && bids().get(0).startsWith("49,999"));
        assertThat(page.url()).endsWith("#BTC-USD");
        page.locator("#theme").focus();
        page.keyboard().press("Space");
        assertThat(page.evaluate("() => document.documentElement.dataset.theme"))
                .isEqualTo("light");
    }

    @Test
    void shouldGreyWhatIsOldAndComeBack() {
        visit(1280, 800, ColorScheme.DARK);
        assertThat(page.evaluate("() => document.querySelector('main').dataset.stale"))
                .isEqualTo("false");
        context.setOffline(true);
        final int port = venue.web.port();
        venue.web.close();
        soon(() -> "true".equals(page.evaluate("() => document.querySelector('main').dataset.stale")));
        assertThat(port).isPositive();
        complaints.clear(); // the browser tells that the connection was refused
    }
}
