package io.vexchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratedClassesTest {
    /** A warning that only JDKs from 21 know, and that jOOQ suppresses only there. */
    private static final String NEWER_WARNING = ", \"this-escape\"";

    @Test
    void shouldBeWhatTheMigrationsMake(@TempDir final Path folder) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            GenerateJooq.generate(database, folder);
        }
        assertThat(files(Path.of("src/main/generated")))
                .as("run GenerateJooq after a change of sql/")
                .isEqualTo(files(folder));
    }

    private static Map<String, String> files(final Path folder) throws IOException {
        final Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (final Path each : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(each).toString(),
                        Files.readString(each).replace(NEWER_WARNING, ""));
            }
        }
        return files;
    }
}
