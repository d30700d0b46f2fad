package io.vexchange.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/exchange} in a checkout of its own, with a Maven and a Java that only say what they are asked. */
@Timeout(60)
class LauncherTest {
    private static final String MAVEN = """
            #!/usr/bin/env bash
            for each in "$@"; do case $each in -Dvex.dist=*) dist=${each#*=} ;; esac; done
            echo '[INFO] Building engine 0.1.0                       [1/2]'
            [ ! -e broken ] || { echo '[ERROR] Broken.java:[1,1] no such thing'; echo '[ERROR] -> [Help 1]'; exit 1; }
            echo "JAVA_HOME=$JAVA_HOME"
            mkdir -p "$dist/lib" && echo jar >"$dist/lib/engine.jar"
            echo '[INFO] Building exchange 0.1.0                     [2/2]'
            """;

    private static final String JAVA = """
            #!/usr/bin/env bash
            for each in "$@"; do echo "argument $each"; done
            """;

    private record Result(int status, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    @TempDir
    private Path home;

    @TempDir
    private Path tools;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(home.resolve("bin"));
        try (Stream<Path> programs = Files.list(Path.of("../bin"))) {
            for (final Path each : programs.toList()) {
                Files.copy(each, home.resolve("bin").resolve(each.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createDirectories(home.resolve("engine/src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("engine/src/main/A.java"), "class A {}");
        program(tools.resolve("mvn"), MAVEN);
        jdk("jdk", "99.0.1");
    }

    private Path jdk(final String name, final String version) throws IOException {
        final Path jdk = tools.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"), JAVA);
        program(jdk.resolve("bin/javac"), JAVA);
        return jdk;
    }

    private static void program(final Path path, final String text) throws IOException {
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private Result run(final Map<String, String> environment, final String... command)
            throws IOException, InterruptedException {
        final List<String> line = new ArrayList<>(List.of(command));
        line.set(0, home.resolve("bin").resolve(command[0]).toString());
        final ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeIf(each -> each.startsWith("VEX_"));
        builder.environment().put("JAVA_HOME", tools.resolve("jdk").toString());
        builder.environment().merge("PATH", tools.toString(), (path, first) -> first + ':' + path);
        builder.environment().putAll(environment);
        final Process process = builder.start();
        process.getOutputStream().close();
        final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), text.lines().toList());
    }

    private Result run(final String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    private List<Path> builds() throws IOException {
        try (Stream<Path> found = Files.list(home.resolve("target"))) {
            return found.filter(each -> each.getFileName().toString().startsWith("dist-"))
                    .toList();
        }
    }

    @Test
    void shouldBuildOnceAndBecomeTheJvm() throws Exception {
        final Result first = run("exchange", "--data", "a b");
        assertThat(first.status).isZero();
        assertThat(first.lines).startsWith("building engine (1 of 2)", "building exchange (2 of 2)");
        assertThat(first.text()).contains("Java 99.0.1 from " + tools.resolve("jdk"));
        assertThat(first.lines)
                .contains("argument -Dvex.home=" + home.toRealPath(), "argument io.vexchange.exchange.ExchangeMain")
                .contains("argument --sun-misc-unsafe-memory-access=allow")
                .endsWith("argument --data", "argument a b");
        assertThat(home.resolve("target/build.log")).content().contains("JAVA_HOME=" + tools.resolve("jdk"));
        assertThat(run("exchange").text()).doesNotContain("building");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void shouldBuildAgainWhenASourceHasChangedAndKeepTheThreeNewest() throws Exception {
        for (int i = 0; i < 5; i++) {
            Files.writeString(home.resolve("engine/src/main/A.java"), "class A { int i = " + i + "; }");
            assertThat(run("exchange").text()).contains("building engine");
        }
        assertThat(builds()).hasSize(3);
    }

    @Test
    void shouldKeepTheBuildThatAProgramRunsFrom() throws Exception {
        run("exchange");
        final Path used = builds().get(0);
        final Process user =
                new ProcessBuilder("flock", "-s", used.resolve("in-use").toString(), "cat").start();
        try {
            user.getOutputStream().write("on\n".getBytes(StandardCharsets.US_ASCII));
            user.getOutputStream().flush();
            assertThat(user.getInputStream().read()).isEqualTo('o'); // it has the lock
            for (int i = 0; i < 5; i++) {
                Files.writeString(home.resolve("engine/src/main/A.java"), "class A { int i = " + i + "; }");
                run("exchange");
            }
            assertThat(builds()).contains(used).hasSize(4);
        } finally {
            user.getOutputStream().close();
            user.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void shouldTellTheFirstErrorsOfABuildThatFails() throws Exception {
        Files.writeString(home.resolve("broken"), "");
        final Result result = run("exchange");
        assertThat(result.status).isEqualTo(10);
        assertThat(result.lines)
                .contains("Broken.java:[1,1] no such thing")
                .endsWith("V-Exchange cannot start: the build failed; all of its output is in "
                        + home.toRealPath().resolve("target/build.log"));
        assertThat(result.text()).doesNotContain("Help 1");
        Files.delete(home.resolve("broken"));
        assertThat(run("exchange").status).isZero();
    }

    @Test
    void shouldUseTheNewestBuildWhenToldNotToBuild() throws Exception {
        final Result none = run("exchange", "--no-build");
        assertThat(none.status).isEqualTo(10);
        assertThat(none.text()).startsWith("V-Exchange cannot start: there is no build in ");
        run("exchange");
        Files.writeString(home.resolve("engine/src/main/A.java"), "class B {}");
        assertThat(run("exchange", "--no-build").text())
                .doesNotContain("building")
                .doesNotContain("--no-build");
        assertThat(run(Map.of("VEX_NO_BUILD", "1"), "exchange").text()).doesNotContain("building");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void shouldTakeANewerJavaThanTheOneThatIsNamed() throws Exception {
        run("exchange");
        final Map<String, String> environment =
                Map.of("JAVA_HOME", jdk("old", "11.0.2").toString());
        final Result result = run(environment, "exchange");
        assertThat(result.status).isNotEqualTo(10);
        assertThat(result.text()).contains("Java ").doesNotContain("11.0.2");
    }

    @Test
    void shouldPassOptionsOfTheJvm() throws Exception {
        assertThat(run(Map.of("VEX_JAVA_OPTS", "-Xmx9g -Da=b"), "exchange").lines)
                .contains("argument -Xmx9g", "argument -Da=b");
    }

    @Test
    void shouldSayNothingOfItsOwnBeforeTheAnswerOfACommand() throws Exception {
        run("exchange");
        for (final String command : List.of("status", "version", "--help")) {
            assertThat(run("exchange", command).lines).allMatch(each -> each.startsWith("argument "));
        }
        assertThat(run("exchange", "run", "--print-config").lines).allMatch(each -> each.startsWith("argument "));
        assertThat(run("fix-client", "run").lines).contains("argument io.vexchange.fixclient.FixClientMain");
        assertThat(run("bench").lines).contains("argument io.vexchange.bench.BenchMain");
    }

    @Test
    void shouldTellThatMavenIsMissing() throws Exception {
        Files.delete(tools.resolve("mvn"));
        final Path programs = Files.createDirectory(tools.resolve("programs"));
        for (final String each : List.of(
                "bash",
                "env",
                "dirname",
                "readlink",
                "flock",
                "sed",
                "sort",
                "tail",
                "head",
                "find",
                "sha256sum",
                "xargs",
                "cut")) {
            final Path program = Stream.of("/usr/bin/", "/bin/")
                    .map(Path::of)
                    .map(it -> it.resolve(each))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(programs.resolve(each), program);
        }
        final Result result = run(Map.of("PATH", programs.toString()), "exchange");
        assertThat(result.status).isEqualTo(10);
        assertThat(result.lines).singleElement().asString().contains("V-Exchange cannot start: no Maven");
    }
}
