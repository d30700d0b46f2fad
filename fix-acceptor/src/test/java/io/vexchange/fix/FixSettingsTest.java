package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixSettingsTest {
    @TempDir
    private Path folder;

    private Map<String, String> read(final String text) throws IOException {
        return FixSettings.readDefaults(Files.writeString(folder.resolve("fix-acceptor.cfg"), text));
    }

    @Test
    void shouldReadTheShippedFile() {
        assertThat(FixSettings.readDefaults(Path.of("../config/fix-acceptor.cfg")))
                .containsEntry("TestRequestDelayMultiplier", "0.5")
                .containsEntry("MaxLatency", "120");
    }

    @Test
    void shouldRefuseSettingsOfTheWrongKindBeforeAnythingStarts() {
        final FixSettings settings =
                new FixSettings("127.0.0.1", 0, "VEX", folder, Map.of("MaxLatency", "a minute"), false);
        assertThatThrownBy(() -> FixAcceptor.start(settings, listener -> {
                    throw new AssertionError("connected");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fix-acceptor.cfg: ");
    }

    @Test
    void shouldNameWhatMayNotBeInIt() {
        assertThatThrownBy(() -> read("[DEFAULT]\nMaxLatency=1\n[SESSION]\n")).hasMessageContaining(":3: [SESSION]");
        assertThatThrownBy(() -> read("[DEFAULT]\nResetOnLogon=Y\n")).hasMessageContaining("ResetOnLogon");
        assertThatThrownBy(() -> read("[DEFAULT]\nSocketAcceptPort=1\n")).hasMessageContaining("SocketAcceptPort");
        assertThatThrownBy(() -> read("[DEFAULT]\nFileStorePath=x\n")).hasMessageContaining("FileStorePath");
    }
}
