package io.vexchange.exchange.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vexchange.exchange.config.ConfigLoader;
import io.vexchange.exchange.venue.CoreVenue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients with the dictionaries that they ship, under {@code src/test/foreign}; none refuses a message of the venue. */
@Tag("slow")
@Timeout(300)
class ForeignClientsTest {
    private static final Path SOURCES = Path.of("src", "test", "foreign").toAbsolutePath();
    private static final Path MODULES = Path.of("target", "foreign").toAbsolutePath();
    private static final String JSPUREFIX = "jspurefix@5.11.4";
    private static final long SECONDS = 120;

    @TempDir
    private static Path temporary;

    private static CoreVenue venue;

    @BeforeAll
    static void start() throws InterruptedException {
        venue = CoreVenue.start(
                temporary.resolve("data"),
                new ConfigLoader(Path.of(".."), Map.of()).load(null, Map.of()).seed());
    }

    @AfterAll
    static void stop() {
        venue.close();
    }

    private record Ran(int status, String output) {}

    private static Ran run(final Path folder, final List<String> command) throws Exception {
        final Path output = Files.createTempFile(temporary, "output", ".txt");
        final Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(command + " has not ended: " + Files.readString(output));
            }
            return new Ran(process.exitValue(), Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static boolean has(final String... command) throws Exception {
        try {
            return run(temporary, List.of(command)).status() == 0;
        } catch (final IOException e) {
            return false;
        }
    }

    private static void tradesAndRefusesNothing(final Ran ran) {
        assertThat(ran.output()).containsPattern("received=[1-9][0-9]* refused=0 done=(1|true)\\s*$");
        assertThat(ran.status()).as(ran.output()).isZero();
    }

    @Test
    void shouldTradeWithQuickFixOfCPlusPlus() throws Exception {
        assumeTrue(has("g++", "--version"), "skipped: no g++ (package g++)");
        assumeTrue(
                Files.isReadable(Path.of("/usr/include/quickfix/Session.h")),
                "skipped: no QuickFIX/C++ (package libquickfix-dev)");
        final Path program = temporary.resolve("quickfix");
        final Ran compiled = run(
                temporary,
                List.of(
                        "g++",
                        "-std=c++14",
                        "-w",
                        "-o",
                        program.toString(),
                        SOURCES.resolve("quickfix.cpp").toString(),
                        "-lquickfix",
                        "-lpthread"));
        assertThat(compiled.status()).as(compiled.output()).isZero();
        final Path dictionary = temporary.resolve("FIX44.xml");
        try (InputStream stock = ForeignClientsTest.class.getResourceAsStream("/FIX44.xml")) {
            Files.copy(stock, dictionary);
        }
        tradesAndRefusesNothing(run(
                temporary,
                List.of(program.toString(), Integer.toString(venue.port()), "LOAD5", dictionary.toString())));
    }

    @Test
    void shouldTradeWithJspurefix() throws Exception {
        assumeTrue(has("node", "--version") && has("npm", "--version"), "skipped: no Node (packages nodejs, npm)");
        if (!Files.isDirectory(MODULES.resolve("node_modules").resolve("jspurefix"))) {
            Files.createDirectories(MODULES);
            final Ran installed = run(
                    MODULES,
                    List.of("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", ".", JSPUREFIX));
            assumeTrue(installed.status() == 0, "skipped: npm cannot install " + JSPUREFIX);
        }
        final Path script = MODULES.resolve("jspurefix.js");
        Files.writeString(script, Files.readString(SOURCES.resolve("jspurefix.js")), StandardCharsets.UTF_8);
        tradesAndRefusesNothing(
                run(MODULES, List.of("node", script.toString(), Integer.toString(venue.port()), "LOAD6")));
    }

    @Test
    void shouldTradeWithPhiladelphia() throws Exception {
        try (PhiladelphiaClient client = new PhiladelphiaClient("LOAD7", venue.port())) {
            client.logon();
            client.await("A");
            client.order("pa", '1', 10);
            assertThat(client.await("8")).contains("150=0", "39=0");
            client.order("pb", '2', 4);
            assertThat(client.await("8")).contains("150=0");
            assertThat(client.await("8")).contains("150=F", "39=1");
            assertThat(client.await("8")).contains("150=F", "39=2");
            client.cancel("pc", "pa", '1');
            assertThat(client.await("8")).contains("150=4", "39=4", "151=0");
            client.cancel("pd", "nothing", '1');
            assertThat(client.await("9")).contains("102=1");
            client.logout();
            client.await("5");
        }
    }
}
