package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.engine.model.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of codes in the published specification is the enum's. */
class PublishedCodesTest {
    private static final Path SPECIFICATION = Path.of("../docs/fix.md");

    static List<String> table() {
        final List<String> lines = new ArrayList<>();
        for (final Code each : Code.values()) {
            if (each != Code.NONE) {
                lines.add("| `" + each + "` | " + each.ordRejReason() + " | " + each.cxlRejReason() + " | "
                        + each.httpStatus() + " |");
            }
        }
        return lines;
    }

    @Test
    void shouldPublishEveryCode() throws IOException {
        final List<String> published = Files.readAllLines(SPECIFICATION).stream()
                .filter(each -> each.matches("\\| `[A-Z_]+` \\| \\d+ \\| \\d+ \\| \\d+ \\|"))
                .toList();
        assertThat(published).as("docs/fix.md").containsExactlyElementsOf(table());
    }
}
