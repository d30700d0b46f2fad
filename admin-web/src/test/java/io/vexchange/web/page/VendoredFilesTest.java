package io.vexchange.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Libraries of others are what their list says. */
class VendoredFilesTest {
    private static byte[] file(final String name) throws IOException {
        try (InputStream in = VendoredFilesTest.class.getResourceAsStream("/web/vendor/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    @Test
    void shouldMatchTheirChecksums() throws Exception {
        final List<String[]> listed = new String(file("README.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" +"))
                .filter(words -> words.length == 5 && words[4].matches("[0-9a-f]{64}"))
                .toList();
        assertThat(listed).hasSize(7);
        for (final String[] words : listed) {
            final byte[] hash = MessageDigest.getInstance("SHA-256").digest(file(words[3]));
            assertThat(HexFormat.of().formatHex(hash)).as(words[3]).isEqualTo(words[4]);
        }
    }
}
