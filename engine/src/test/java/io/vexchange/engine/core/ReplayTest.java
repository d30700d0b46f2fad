package io.vexchange.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two million orders of a public workload: the reports hash to what many independent engines agree on. */
final class ReplayTest {
    private static final Path WORKLOADS = Path.of("../../shared/workloads");
    private static final Map<String, String> HASHES = Map.of(
            "normal", "e9b2e3926854410b01a035aeb25dd05f1e597c233be8263de9eb49b6713d367e",
            "static", "9803843ee404fc29c9a0aa5614f8f0d5a58b5c44fcac9ef89067886fcaaa30d1");

    @Test
    void shouldReportWhatOtherEnginesReport() throws IOException {
        for (final Map.Entry<String, String> each : HASHES.entrySet()) {
            final Path file = WORKLOADS.resolve(each.getKey() + ".bin.gz");
            assumeTrue(Files.exists(file), () -> file + " is not beside this checkout");
            assertThat(new Replay().run(file)).as(each.getKey()).isEqualTo(each.getValue());
        }
    }
}
