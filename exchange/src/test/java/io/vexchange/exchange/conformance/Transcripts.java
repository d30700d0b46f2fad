package io.vexchange.exchange.conformance;

import io.vexchange.exchange.config.ConfigLoader;
import io.vexchange.exchange.config.VenueSeed;
import io.vexchange.exchange.venue.CoreVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The transcripts of a folder, each a test. */
final class Transcripts {
    private static final Path FOLDER = Path.of("src", "test", "resources", "transcripts");
    private static final AtomicInteger PLAYED = new AtomicInteger();

    private Transcripts() {}

    static VenueSeed demoSeed() {
        return new ConfigLoader(Path.of(".."), Map.of()).load(null, Map.of()).seed();
    }

    static Stream<DynamicTest> of(final String folder, final CoreVenue venue) throws IOException {
        final List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(FOLDER.resolve(folder))) {
            found.filter(each -> each.toString().endsWith(".fix")).sorted().forEach(files::add);
        }
        return files.stream()
                .map(each -> DynamicTest.dynamicTest(
                        folder + '/' + each.getFileName(),
                        each.toUri(),
                        () -> new Player(venue, PLAYED.incrementAndGet()).play(read(each))));
    }

    static List<Step> read(final Path file) throws IOException {
        final List<Step> steps = new ArrayList<>();
        int number = 0;
        for (final String each : Files.readAllLines(file)) {
            number++;
            final String line = each.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                steps.add(Step.of(file.getFileName() + ":" + number, line));
            }
        }
        return steps;
    }
}
