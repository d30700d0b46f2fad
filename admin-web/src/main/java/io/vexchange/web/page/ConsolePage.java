package io.vexchange.web.page;

import java.util.Locale;

/** A page of the console: the frame that all have, with the page's own middle and script. Who may use what is decided by the venue. */
enum ConsolePage {
    /** Book, trades, candles, order entry. */
    MARKET("Market", "/", "", "market.css"),
    /** The blotter. */
    ORDERS("Orders", "/orders", "trader viewer operator admin", null),
    /** Balances, limits, kill switches. */
    ACCOUNTS("Accounts & risk", "/accounts", "trader viewer operator admin", null),
    /** Phases, collars, schedules. */
    INSTRUMENTS("Instruments", "/instruments", "trader viewer operator admin", null),
    /** FIX sessions. */
    SESSIONS("FIX sessions", "/sessions", "operator admin", null),
    /** Latency, throughput, log, members. */
    SYSTEM("System", "/system", "viewer operator admin", "vendor/uplot.css"),
    /** Who did what. */
    AUDIT("Audit", "/audit", "operator admin", null),
    /** Log-in. */
    LOGIN("Log in", "/login", null, null);

    private static final String SHELL = StaticFile.ofResource("shell.html").text();

    private final String title;
    private final String path;
    private final String roles;
    private final String style;

    /**
     * @param roles who is shown a link, separated by blanks; empty: everybody, null: nobody
     * @param style a style sheet beside the common one, or null
     */
    ConsolePage(final String title, final String path, final String roles, final String style) {
        this.title = title;
        this.path = path;
        this.roles = roles;
        this.style = style;
    }

    /** @return its path */
    String path() {
        return path;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param environment the badge, empty for none
     * @return the whole page
     */
    String html(final String environment) {
        final String middle = this == MARKET || this == LOGIN ? word() : "plain";
        return SHELL.replace("{{title}}", escaped(title))
                .replace("{{name}}", word())
                .replace("{{styles}}", style == null ? "" : "<link rel=\"stylesheet\" href=\"/web/" + style + "\">")
                .replace("{{script}}", word() + ".js")
                .replace("{{pages}}", links())
                .replace(
                        "{{main}}",
                        StaticFile.ofResource("page/" + middle + ".html").text())
                .replace("{{environment}}", escaped(environment));
    }

    private String links() {
        final StringBuilder out = new StringBuilder();
        for (final ConsolePage each : values()) {
            if (each.roles != null) {
                out.append("<a href=\"")
                        .append(each.path)
                        .append("\" data-for=\"")
                        .append(each.roles)
                        .append('"');
                out.append(each == this ? " aria-current=\"page\">" : ">");
                out.append(escaped(each.title)).append("</a>");
            }
        }
        return out.toString();
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
