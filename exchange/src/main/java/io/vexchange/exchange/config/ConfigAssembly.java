package io.vexchange.exchange.config;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Turns checked values into records, and checks what only several of them together can tell. */
final class ConfigAssembly {
    private final LoadedConfig values;
    private final Path folder;

    ConfigAssembly(final LoadedConfig values, final Path folder) {
        this.values = values;
        this.folder = folder;
    }

    ExchangeConfig assemble(final Path data, final List<String> warnings) {
        final ExchangeConfig config = new ExchangeConfig(
                folder,
                data,
                venue(),
                engine(),
                values.flag("vex.risk.kill-switch.second-user"),
                fix(),
                web(),
                store(),
                logging(),
                new SeedReader(values.raw()).read(),
                warnings,
                values.print());
        if (config.fix().tls() == null) {
            checkBind("vex.fix.bind");
        } else {
            isLoopback("vex.fix.bind", config.fix().bind());
        }
        checkBind("vex.web.bind");
        checkPorts(config);
        return config;
    }

    private ExchangeConfig.Venue venue() {
        return new ExchangeConfig.Venue(
                values.text("vex.venue.comp-id"),
                LocalTime.parse(values.text("vex.venue.day-rollover")).toSecondOfDay());
    }

    private ExchangeConfig.Engine engine() {
        return new ExchangeConfig.Engine(
                "fsync".equals(values.text("vex.engine.durability")),
                ExchangeConfig.Idle.valueOf(values.text("vex.engine.idle").toUpperCase(Locale.ROOT)),
                values.integer("vex.engine.outbox.events"),
                values.duration("vex.engine.snapshot.every"),
                values.number("vex.engine.snapshot.events"));
    }

    private ExchangeConfig.Fix fix() {
        return new ExchangeConfig.Fix(
                values.text("vex.fix.bind"),
                values.integer("vex.fix.port"),
                values.flag("vex.fix.message-log"),
                folder.resolve("fix-acceptor.cfg"),
                tls("vex.fix.tls"));
    }

    /** @return null without TLS */
    private ExchangeConfig.Tls tls(final String path) {
        final Path certificate = file(path + ".certificate");
        final Path key = file(path + ".key");
        final Path clientCa = file(path + ".client-ca");
        if (certificate == null && (key != null || clientCa != null)) {
            throw values.fault(path + (key != null ? ".key" : ".client-ca"), "TLS needs " + path + ".certificate too");
        }
        if (certificate != null && key == null) {
            throw values.fault(path + ".certificate", "TLS needs " + path + ".key too");
        }
        return certificate == null ? null : new ExchangeConfig.Tls(certificate, key, clientCa);
    }

    /** Relative to the folder of the configuration; null when it is not given. */
    private Path file(final String path) {
        final String name = values.text(path);
        if (name == null) {
            return null;
        }
        final Path file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            throw values.fault(path, "no readable file " + file);
        }
        return file;
    }

    private ExchangeConfig.Web web() {
        return new ExchangeConfig.Web(
                values.text("vex.web.bind"),
                values.integer("vex.web.port"),
                values.texts("vex.web.hosts"),
                values.texts("vex.web.origins"),
                values.flag("vex.web.public-market-data"),
                values.integer("vex.web.rate-limit.per-second"),
                values.integer("vex.web.rate-limit.burst"),
                values.flag("vex.web.metrics.open"),
                values.integer("vex.web.sockets"),
                values.integer("vex.web.sockets-per-user"));
    }

    private ExchangeConfig.Store store() {
        return new ExchangeConfig.Store(
                values.text("vex.store.jdbc-url"),
                values.integer("vex.store.port"),
                login("owner"),
                login("writer"),
                login("reader"));
    }

    private ExchangeConfig.Login login(final String role) {
        final String path = "vex.store." + role;
        if (values.has(path + ".password") && values.has(path + ".password-file")) {
            throw values.fault(path + ".password-file", "password is given too: give one of them");
        }
        return new ExchangeConfig.Login(values.text(path + ".user"), values.password(path));
    }

    private ExchangeConfig.Logging logging() {
        return new ExchangeConfig.Logging(
                values.text("vex.logging.level"),
                (int) Math.max(1, values.duration("vex.logging.keep").toDays()),
                values.flag("vex.logging.json"),
                folder.resolve("logback.xml"));
    }

    /** Neither passwords nor orders belong on a network in clear text. */
    private void checkBind(final String path) {
        final String address = values.text(path);
        if (!isLoopback(path, address)) {
            throw values.fault(
                    path,
                    address + " is not a loopback address, and there is no TLS: bind to 127.0.0.1"
                            + " and put a proxy with TLS in front");
        }
    }

    private boolean isLoopback(final String path, final String address) {
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*|localhost")) {
            throw values.fault(path, "expected an address such as 127.0.0.1, found \"" + address + '"');
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (final UnknownHostException e) {
            throw new StartFailure(ExitCode.USAGE, path + ": " + address + " is no address of this machine", e);
        }
    }

    private void checkPorts(final ExchangeConfig config) {
        final int fix = config.fix().port();
        final int web = config.web().port();
        final int postgres = config.store().isEmbedded() ? config.store().port() : 0;
        final List<Integer> chosen =
                Stream.of(fix, web, postgres).filter(each -> each != 0).toList();
        if (Set.copyOf(chosen).size() < chosen.size()) {
            throw new StartFailure(
                    ExitCode.USAGE,
                    "each port may be used once: vex.fix.port = " + fix + ", vex.web.port = " + web
                            + ", vex.store.port = " + postgres
                            + " (--fix-port, --web-port, --pg-port; 0 = any free one)");
        }
    }
}
