package io.vexchange.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.exchange.folder.AeronFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    @TempDir
    private Path data;

    @Test
    void shouldAnswerWhatIsAsked() throws IOException {
        try (ControlSocket socket = ControlSocket.open(data, "you asked "::concat)) {
            assertThat(socket).isNotNull();
            assertThat(ControlSocket.ask(data, "status")).isEqualTo("you asked status");
            assertThat(ControlSocket.ask(data, "again")).isEqualTo("you asked again");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlSocket.path(data))))
                    .isEqualTo("rw-------");
        }
        assertThat(ControlSocket.path(data)).doesNotExist();
    }

    @Test
    void shouldAnswerNothingWhenNobodyListens() {
        assertThat(ControlSocket.ask(data, "status")).isNull();
    }

    @Test
    void shouldReplaceTheSocketOfAProcessThatIsGone() throws IOException {
        Files.writeString(data.resolve("control"), "");
        try (ControlSocket socket = ControlSocket.open(data, line -> "here")) {
            assertThat(socket).isNotNull();
            assertThat(ControlSocket.ask(data, "status")).isEqualTo("here");
        }
    }

    @Test
    void shouldFindAPlaceWhenThePathIsTooLongForASocket() throws IOException {
        final Path deep = Files.createDirectories(data.resolve("d".repeat(100)).resolve("e".repeat(100)));
        assertThat(ControlSocket.path(deep)).hasToString(AeronFolder.inMemory(deep) + ".control");
        try (ControlSocket socket = ControlSocket.open(deep, line -> "here")) {
            assertThat(socket).isNotNull();
            assertThat(ControlSocket.ask(deep, "status")).isEqualTo("here");
        }
    }
}
