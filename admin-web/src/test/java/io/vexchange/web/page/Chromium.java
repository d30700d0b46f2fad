package io.vexchange.web.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven by one thread. What the page complains of is kept. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Paths.get("/usr/bin/chromium");
    private static final Path SHOTS = Paths.get("target", "screenshots");

    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--headless")));
    }

    /** @return the browser; the test is skipped where there is none */
    public static Chromium launch() {
        assumeTrue(Files.isExecutable(PROGRAM), "pages are not tested: there is no " + PROGRAM);
        return new Chromium();
    }

    /** @return a page of a user of its own */
    public Page page(final int width, final int height, final ColorScheme scheme) {
        final BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        final Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text() + ' ' + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Keeps a picture in target/screenshots. */
    public static void shoot(final Page page, final String name, final boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(whole));
    }

    /** @return errors and warnings of all pages so far */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
