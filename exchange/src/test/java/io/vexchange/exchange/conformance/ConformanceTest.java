package io.vexchange.exchange.conformance;

import io.vexchange.exchange.venue.CoreVenue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** FIX 4.4's order state change matrices, the venue's refusals, and the session protocol: transcripts under {@code transcripts/}. */
@Timeout(300)
class ConformanceTest {
    @TempDir
    private static Path temporary;

    private static CoreVenue venue;

    @BeforeAll
    static void start() throws InterruptedException {
        venue = CoreVenue.start(temporary.resolve("data"), Transcripts.demoSeed());
    }

    @AfterAll
    static void stop() {
        venue.close();
    }

    @TestFactory
    Stream<DynamicTest> orderStateChanges() throws IOException {
        return Transcripts.of("orders", venue);
    }

    @TestFactory
    Stream<DynamicTest> refusals() throws IOException {
        return Transcripts.of("refusals", venue);
    }

    @TestFactory
    Stream<DynamicTest> sessions() throws IOException {
        return Transcripts.of("sessions", venue);
    }
}
