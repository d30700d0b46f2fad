package io.vexchange.exchange.run;

/**
 * Where a running venue is reached.
 *
 * @param fix host and port
 * @param web URL without a slash at its end
 * @param postgres JDBC URL, with the reader's login where that is no secret
 */
public record Doors(String fix, String web, String postgres) {
    /** @return the line that tells that logons are accepted */
    public String readyLine() {
        return "V-Exchange ready  fix=" + fix + "  web=" + web + "  postgres=" + postgres;
    }
}
