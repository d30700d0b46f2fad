package io.vexchange.exchange.config;

import io.vexchange.engine.EngineLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The whole configuration, checked.
 *
 * @param folder where {@code exchange.conf} is
 * @param data the data folder, absolute
 * @param venue what the venue is called and when its day turns
 * @param engine log and snapshots
 * @param secondUser whether a kill switch must be released by another user than engaged it
 * @param fix the FIX gateway
 * @param web REST, WebSocket and pages
 * @param store PostgreSQL
 * @param logging the log file
 * @param seed what an empty log begins with
 * @param warnings a line each, for people
 * @param effective every setting with its value and where it came from, secrets masked; a line each
 */
public record ExchangeConfig(
        Path folder,
        Path data,
        Venue venue,
        Engine engine,
        boolean secondUser,
        Fix fix,
        Web web,
        Store store,
        Logging logging,
        VenueSeed seed,
        List<String> warnings,
        List<String> effective) {

    /** Copies the lists. */
    public ExchangeConfig {
        warnings = List.copyOf(warnings);
        effective = List.copyOf(effective);
    }

    /**
     * @param compId the venue's own CompID
     * @param rolloverSecondOfDay second of the UTC day at which the trading day turns
     */
    public record Venue(String compId, int rolloverSecondOfDay) {}

    /** How the engine waits for work. */
    public enum Idle {
        FRUGAL,
        BALANCED,
        SPIN
    }

    /**
     * @param fsync whether the log is on the disk before a command is acknowledged
     * @param idle how it waits
     * @param outboxEvents events kept for durable readers before new orders are refused
     * @param snapshotEvery the longest time between two snapshots
     * @param snapshotEvents the most events between two snapshots
     */
    public record Engine(boolean fsync, Idle idle, int outboxEvents, Duration snapshotEvery, long snapshotEvents) {
        /** @return bounds of the engine, the same in the venue and in every replay of its log */
        public EngineLimits limits() {
            return EngineLimits.defaults().withOutboxEvents(outboxEvents);
        }
    }

    /**
     * @param bind address to listen on
     * @param port 0 = any free one
     * @param messageLog whether messages are logged, passwords masked
     * @param quickfix the file of QuickFIX/J's settings
     * @param tls certificates, null = without TLS
     */
    public record Fix(String bind, int port, boolean messageLog, Path quickfix, Tls tls) {}

    /**
     * @param certificate the venue's, PEM with the chain behind it
     * @param key its private key, PEM
     * @param clientCa who signs the certificates of clients, null when clients need none
     */
    public record Tls(Path certificate, Path key, Path clientCa) {}

    /**
     * @param bind address to listen on
     * @param port 0 = any free one
     * @param hosts further names it is called by
     * @param origins origins whose pages may use it
     * @param publicMarketData whether market data needs no credential
     * @param ratePerSecond requests a second a user may make
     * @param rateBurst requests he may make at once
     * @param metricsOpen whether {@code /metrics} needs no credential
     * @param sockets WebSocket connections at once
     * @param socketsPerUser of one user at once
     */
    public record Web(
            String bind,
            int port,
            List<String> hosts,
            List<String> origins,
            boolean publicMarketData,
            int ratePerSecond,
            int rateBurst,
            boolean metricsOpen,
            int sockets,
            int socketsPerUser) {
        /** Copies the lists. */
        public Web {
            hosts = List.copyOf(hosts);
            origins = List.copyOf(origins);
        }
    }

    /**
     * @param jdbcUrl of a PostgreSQL of one's own, null = the embedded one
     * @param port of the embedded one, 0 = any free one
     * @param owner owns the schema; never null
     * @param writer writes the projection; never null
     * @param reader reads; never null
     */
    public record Store(String jdbcUrl, int port, Login owner, Login writer, Login reader) {
        /** @return whether PostgreSQL is the one that comes with the venue */
        public boolean isEmbedded() {
            return jdbcUrl == null;
        }
    }

    /**
     * A role of the database.
     *
     * @param user null = what the URL says, or the embedded one's own name
     * @param password null = what the URL says, or a random one
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[user=" + user + ", password=***]";
        }
    }

    /**
     * @param level the least that is written
     * @param keepDays days that files are kept
     * @param json one JSON object a line
     * @param file Logback's configuration
     */
    public record Logging(String level, int keepDays, boolean json, Path file) {}
}
