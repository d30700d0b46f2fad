package io.vexchange.exchange.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every key that {@code exchange.conf} may hold, in the order of the shipped file. */
final class Settings {
    static final String SEED = "vex.seed";

    /** Variables that are not settings: where the configuration is, and what the launcher reads. */
    static final Set<String> OTHER_VARIABLES =
            Set.of("VEX_CONFIG", "VEX_NO_BUILD", "VEX_JAVA_OPTS", "VEX_CHECK_SECONDS", "VEX_REPO", "VEX_START_TIMEOUT");

    private static final Kind COUNT = Kind.integer(1, Integer.MAX_VALUE);
    private static final Map<String, Setting> ALL = new LinkedHashMap<>();

    static {
        add(Setting.of("vex.data", Kind.text(), "data").by("--data", "VEX_DATA"));

        add(Setting.of("vex.venue.comp-id", Kind.matching("[!-~]{1,32}", "1 to 32 characters without blanks"), "VEX"));
        add(Setting.of(
                "vex.venue.day-rollover",
                Kind.matching("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?", "a time of day such as \"00:00\""),
                "00:00"));
        add(Setting.of("vex.venue.time-zone", Kind.text(), "UTC").asItIs());

        add(Setting.of("vex.engine.durability", Kind.word(List.of("fsync", "os")), "fsync")
                .by("--durability", "VEX_DURABILITY"));
        add(Setting.of("vex.engine.idle", Kind.word(List.of("frugal", "balanced", "spin")), "balanced"));
        add(Setting.of("vex.engine.outbox.events", Kind.integer(1_000, 100_000_000), 1_000_000));
        add(Setting.of("vex.engine.snapshot.every", Kind.duration(), "1h"));
        add(Setting.of("vex.engine.snapshot.events", Kind.integer(1_000, Long.MAX_VALUE), 5_000_000));
        add(Setting.of("vex.engine.snapshot.keep", Kind.integer(1, 1_000), 3).asItIs());
        add(Setting.of("vex.engine.log.retain", Kind.text(), "all").asItIs());

        add(Setting.of("vex.cluster.member", Kind.integer(0, 0), 0).asItIs());
        add(Setting.of("vex.cluster.members", Kind.texts(), List.of()).asItIs());
        add(Setting.of("vex.cluster.port-base", Kind.integer(0, 65_000), 0).asItIs());
        add(Setting.of("vex.cluster.telemetry", Kind.text(), "aeron:ipc").asItIs());

        add(Setting.of("vex.risk.kill-switch.second-user", Kind.bool(), true));

        add(Setting.of("vex.fix.bind", Kind.text(), "127.0.0.1"));
        add(Setting.of("vex.fix.port", Kind.port(), 9880).by("--fix-port", "VEX_FIX_PORT"));
        add(Setting.of("vex.fix.message-log", Kind.bool(), false));
        add(Setting.of("vex.fix.tls.certificate", Kind.text(), null));
        add(Setting.of("vex.fix.tls.key", Kind.text(), null));
        add(Setting.of("vex.fix.tls.client-ca", Kind.text(), null));

        add(Setting.of("vex.web.bind", Kind.text(), "127.0.0.1"));
        add(Setting.of("vex.web.port", Kind.port(), 8080).by("--web-port", "VEX_WEB_PORT"));
        add(Setting.of("vex.web.hosts", Kind.texts(), List.of()));
        add(Setting.of("vex.web.origins", Kind.texts(), List.of()));
        add(Setting.of("vex.web.trusted-proxies", Kind.texts(), List.of()).asItIs());
        add(Setting.of("vex.web.public-market-data", Kind.bool(), false));
        add(Setting.of("vex.web.tls.certificate", Kind.text(), null).asItIs());
        add(Setting.of("vex.web.tls.key", Kind.text(), null).asItIs());
        add(Setting.of("vex.web.tls.proxy", Kind.bool(), false).asItIs());
        add(Setting.of("vex.web.rate-limit.per-second", COUNT, 100));
        add(Setting.of("vex.web.rate-limit.burst", COUNT, 200));
        add(Setting.of("vex.web.metrics.open", Kind.bool(), false));
        add(Setting.of("vex.web.sockets", COUNT, 4_000));
        add(Setting.of("vex.web.sockets-per-user", COUNT, 50));

        add(Setting.of(
                        "vex.store.jdbc-url",
                        Kind.matching("jdbc:postgresql:.*", "a URL such as jdbc:postgresql://host:5432/database"),
                        null)
                .by("--jdbc-url", "VEX_JDBC_URL"));
        add(Setting.of("vex.store.port", Kind.port(), 5433).by("--pg-port", "VEX_PG_PORT"));
        for (final String role : List.of("owner", "writer", "reader")) {
            add(Setting.of("vex.store." + role + ".user", Kind.text(), null));
            add(Setting.of("vex.store." + role + ".password", Kind.text(), null).hidden());
            add(Setting.of("vex.store." + role + ".password-file", Kind.text(), null));
        }
        for (final String table : List.of("executions", "trades", "orders", "ledger", "logs")) {
            add(Setting.of("vex.store.retention." + table, Kind.text(), "forever")
                    .asItIs());
        }
        add(Setting.of("vex.store.retention.export", Kind.bool(), true).asItIs());

        add(Setting.of("vex.logging.level", Kind.word(List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE")), "INFO"));
        add(Setting.of("vex.logging.keep", Kind.duration(), "14d"));
        add(Setting.of("vex.logging.json", Kind.bool(), false));
    }

    private Settings() {}

    private static void add(final Setting setting) {
        ALL.put(setting.path(), setting);
    }

    /** @return all settings, in the order of the shipped file */
    static Iterable<Setting> all() {
        return ALL.values();
    }

    /** @param path such as {@code vex.fix.port} @return its setting, or null */
    static Setting at(final String path) {
        return ALL.get(path);
    }

    /** @param path of an object @return whether settings lie below it */
    static boolean hasBelow(final String path) {
        return ALL.keySet().stream().anyMatch(each -> each.startsWith(path + '.'));
    }

    /** @param variable of the environment @return whether anybody reads it */
    static boolean isVariable(final String variable) {
        return OTHER_VARIABLES.contains(variable)
                || ALL.values().stream().anyMatch(each -> variable.equals(each.variable()));
    }
}
