package io.vexchange.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vexchange.web.page.Chromium;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People at the console, on the real engine: they log in, trade, cancel, halt, stop and release. Pictures are in target/screenshots. */
@Tag("slow")
class ConsoleWalkTest {
    private static Chromium chromium;

    private LiveVenueRig venue;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void begin() {
        venue = new LiveVenueRig();
        for (int i = 1; i <= 25; i++) {
            venue.order("alpha", "BUY", Integer.toString(10 * i), price(10_000 - 3 * i));
            venue.order("beta", "SELL", Integer.toString(9 * i), price(10_000 + 4 * i));
        }
    }

    @AfterEach
    void end() {
        venue.close();
        chromium.complaints().removeIf(each -> each.contains("/ws/v1")); // pages that outlive their venue
        chromium.complaints().removeIf(each -> each.contains("/schedule")); // an instrument may have none
        assertThat(chromium.complaints()).isEmpty();
    }

    private static String price(final int ticks) {
        return String.format(Locale.ROOT, "%d.%02d", ticks / 100, ticks % 100);
    }

    private String uri(final String path) {
        return "http://127.0.0.1:" + venue.web.port() + path;
    }

    private Page logIn(final String user, final String path) {
        return logIn(chromium.page(1280, 800, ColorScheme.DARK), user, path);
    }

    private Page logIn(final Page page, final String user, final String path) {
        page.setDefaultTimeout(20_000);
        page.navigate(uri("/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)));
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL(uri(path));
        assertThat(page.locator("#connection")).hasAttribute("data-state", "live");
        return page;
    }

    private static Locator button(final Page page, final String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Fills the dialog's reason and confirms. */
    private static void confirm(final Page page, final String reason, final String button) {
        if (reason != null) {
            page.locator("dialog input[name=reason]").fill(reason);
        }
        button(page, button).click();
    }

    @Test
    void shouldTradeAsATrader() {
        final Page page = logIn("alpha", "/");
        final Locator mine = page.locator("#mine tbody tr");
        assertThat(mine).hasCount(25);
        page.locator("#ladder .bids .row").first().click();
        assertThat(page.locator("input[name=price]")).hasValue("99.97");
        assertThat(button(page, "Sell ACME")).isVisible();
        page.locator(".sides [data-side=BUY]").click();
        page.locator("input[name=quantity]").fill("4");
        page.locator("input[name=price]").fill("99.98");
        button(page, "Buy ACME").click();
        assertThat(page.locator(".toast")).containsText("Buy 4 ACME at 99.98: new");
        assertThat(mine).hasCount(26);
        final Locator best = page.locator("#ladder .bids .row").first();
        assertThat(best.locator(".own")).hasText("4");
        assertThat(best.locator(".price")).hasText("99.98");
        Chromium.shoot(page, "walk-trader", false);

        mine.first().getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("dialog")).containsText("1 open order: buy 4 ACME at 99.98");
        Chromium.shoot(page, "walk-cancel", false);
        confirm(page, null, "Cancel it");
        assertThat(mine).hasCount(25);

        page.locator("select[name=orderType]").selectOption("MARKET");
        button(page, "Buy ACME").click();
        assertThat(page.locator(".toast").last()).containsText("4 filled");
        assertThat(page.locator("#tape .row").first()).containsText("100.04");
        page.locator("input[name=quantity]").fill("0");
        button(page, "Buy ACME").click();
        assertThat(page.locator("#ticket .fault")).isVisible();
        page.context().close();
        chromium.complaints().removeIf(each -> each.contains("422")); // the browser's own line about the refusal
    }

    @Test
    void shouldSendAnOrderByOneClickOnlyWhenArmed() {
        final Page page = logIn("alpha", "/");
        page.locator("input[name=quantity]").fill("3");
        page.locator("#ladder").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("input[name=price]")).hasValue("99.97");
        assertThat(page.locator("#mine tbody tr")).hasCount(25);
        page.locator("#armed").check();
        page.locator("#ladder .asks .row:has(.price:text-is('100.04'))").click();
        assertThat(page.locator(".toast")).containsText("Buy 3 ACME at 100.04: filled");
        page.context().close();
    }

    @Test
    void shouldCancelHaltStopAndReleaseAsAnOperator() {
        final Page page = logIn("operator", "/orders");
        assertThat(page.locator("#open-count")).hasText("50 open");
        page.locator("select[name=side]").selectOption("BUY");
        assertThat(page.locator("#open-count")).hasText("25 open");
        page.locator("tbody tr").first().getByText("Cancel").click();
        confirm(page, null, "Cancel it");
        assertThat(page.locator("dialog .fault")).containsText("Give a reason");
        confirm(page, "asked by phone", "Cancel it");
        assertThat(page.locator("#open-count")).hasText("24 open");
        page.locator("#cancel-shown").click();
        assertThat(page.locator("dialog .hits")).containsText("24 open orders of 1 account in 1 instrument");
        Chromium.shoot(page, "walk-mass-cancel", false);
        button(page, "Leave it").click();

        page.navigate(uri("/instruments"));
        page.locator("#halt").click();
        assertThat(page.locator("dialog .hits")).containsText("49 open orders of 2 accounts");
        Chromium.shoot(page, "walk-halt", false);
        confirm(page, "news", "Set halted");
        assertThat(page.locator("tbody tr").first()).containsText("Halted");
        assertThat(page.locator("tbody tr").first()).containsText("news");
        page.locator("#resume").click();
        confirm(page, "news are out", "Resume trading");
        assertThat(page.locator("tbody tr").first()).containsText("Continuous");

        page.navigate(uri("/accounts"));
        page.locator("#engage").click();
        page.locator("dialog select[name=target]").selectOption("ALPHA-A");
        assertThat(page.locator("dialog .hits")).containsText("24 open orders will be cancelled");
        Chromium.shoot(page, "walk-kill-switch", false);
        confirm(page, "loss limit", "Engage it");
        assertThat(page.locator(".toast")).containsText("24 orders cancelled");
        final Locator row = page.locator("[aria-label='Kill switches'] tbody tr");
        assertThat(row).containsText("Engaged");
        row.getByText("Release").click();
        confirm(page, "all is well", "Release it");
        assertThat(page.locator("dialog .fault")).isVisible(); // not by the same person
        button(page, "Leave it").click();
        assertThat(page.locator("#banner")).containsText("loss limit");
        Chromium.shoot(page, "walk-engaged", false);
        chromium.complaints().removeIf(each -> each.contains("403"));

        final Page second = logIn("admin", "/accounts");
        second.locator("[aria-label='Kill switches'] tbody tr")
                .getByText("Release")
                .click();
        confirm(second, "agreed with risk", "Release it");
        assertThat(second.locator("[aria-label='Kill switches'] .unit")).hasText("none engaged");
        assertThat(page.locator("#banner")).isHidden();
        second.context().close();
        page.context().close();
    }

    @Test
    void shouldBustATrade() {
        venue.order("alpha", "BUY", "5", "100.04");
        final Page page = logIn("operator", "/orders#trades");
        final Locator row = page.locator("tbody tr").first();
        assertThat(row).containsText("100.04");
        row.getByText("Bust", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("dialog .hits")).containsText("2 accounts: ALPHA-A bought, BETA-A sold");
        confirm(page, "erroneous price", "Bust it");
        assertThat(page.locator(".toast")).containsText("busted");
        assertThat(row).containsText("Busted");
        Chromium.shoot(page, "walk-bust", false);
        page.context().close();
    }

    @Test
    void shouldSendStrangersToTheLogIn() {
        final Page page = chromium.page(1280, 800, ColorScheme.DARK);
        page.navigate(uri("/accounts"));
        page.waitForURL(Pattern.compile(".*/login\\?next=%2Faccounts"));
        page.getByLabel("User").fill("operator");
        page.getByLabel("Password").fill("wrong");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fault")).hasText("User or password is wrong.");
        page.getByLabel("Password").fill("demo");
        page.keyboard().press("Enter");
        page.waitForURL(uri("/accounts"));
        button(page, "Log out").click();
        page.waitForURL(uri("/login"));
        page.context().close();
        chromium.complaints().removeIf(each -> each.contains("401"));
    }

    @ParameterizedTest
    @CsvSource({"1280,800,DARK", "1280,800,LIGHT", "390,844,DARK", "390,844,LIGHT"})
    void shouldFitEveryPageToTheScreen(final int width, final int height, final ColorScheme scheme) {
        venue.order("alpha", "BUY", "5", "100.04");
        final Page page = logIn(chromium.page(width, height, scheme), "operator", "/system");
        for (final String path : List.of(
                "/orders", "/orders#executions", "/accounts", "/instruments", "/sessions", "/system", "/audit")) {
            page.navigate(uri(path));
            assertThat(page.locator("#connection")).hasAttribute("data-state", "live");
            assertThat(page.locator("main h1")).isVisible();
            page.waitForTimeout(path.equals("/system") ? 2_500 : 400); // two looks at the system
            final String name = path.replaceAll("[^a-z]", "");
            Chromium.shoot(page, name + '-' + width + '-' + scheme.name().toLowerCase(Locale.ROOT), width < 500);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(width);
        }
        page.context().close();
    }
}
