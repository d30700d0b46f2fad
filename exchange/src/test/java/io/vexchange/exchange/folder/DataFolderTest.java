package io.vexchange.exchange.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path temporary;

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(final Path path) {
        return assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.DATA_FOLDER))
                .hasMessageContaining(path.toString());
    }

    @Test
    void shouldMakeAFolderForItsOwnerOnly() throws IOException {
        final Path path = temporary.resolve("a/b");
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(folder.logs()).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("lock"))))
                    .isEqualTo("rw-------");
            assertThat(path.resolve("lock"))
                    .content()
                    .startsWith("pid=" + ProcessHandle.current().pid() + " since=20");
        }
    }

    @Test
    void shouldRefuseAFolderInUseAndNameWhoUsesIt() {
        try (DataFolder folder = DataFolder.open(temporary)) {
            assertRefused(temporary)
                    .hasMessageContaining(
                            "is in use by pid " + ProcessHandle.current().pid() + " since ")
                    .hasMessageContaining("bin/exchange stop --data '" + folder.path() + "'");
        }
        DataFolder.open(temporary).close();
    }

    @Test
    void shouldRefuseAFolderThatIsSomethingElse() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "dear");
        assertRefused(temporary).hasMessageContaining("holds other files and no lock of V-Exchange");
        assertThat(temporary).isDirectoryNotContaining(each -> each.endsWith("lock"));
        assertRefused(temporary.resolve("letter.txt")).hasMessageContaining("is no folder");
    }

    @Test
    void shouldRefuseAPlaceWhereNoFolderCanBe() {
        assertRefused(Path.of("/proc/nowhere")).hasMessageContaining("cannot be used");
    }

    @Test
    void shouldTellWhetherAVenueRuns() {
        assertThat(FolderState.of(temporary)).isEqualTo(FolderState.NONE);
        try (DataFolder folder = DataFolder.open(temporary)) {
            assertThat(folder.path()).isEqualTo(temporary);
            assertThat(FolderState.pid(temporary))
                    .isEqualTo(ProcessHandle.current().pid());
        }
        assertThat(FolderState.of(temporary)).isEqualTo(FolderState.FREE);
    }

    @Test
    void shouldRemoveWhatAKilledVenueHasLeft() throws IOException {
        final Path inMemory = AeronFolder.inMemory(temporary);
        try (DataFolder folder = DataFolder.open(temporary)) {
            Files.createDirectories(inMemory.resolve("publications"));
            Files.writeString(inMemory.resolve("cnc.dat"), "x");
            Files.createDirectories(temporary.resolve("aeron"));
            Files.writeString(folder.ready(), "fix=1");
            Leftovers.remove(folder);
            assertThat(inMemory).doesNotExist();
            assertThat(temporary.resolve("aeron")).doesNotExist();
            assertThat(folder.ready()).doesNotExist();
        }
    }

    @Test
    void shouldNameTheFolderInMemoryByUserAndPath() throws IOException {
        assertThat(AeronFolder.inMemory(temporary).toString())
                .matches("/dev/shm/vexchange-" + Files.getAttribute(temporary, "unix:uid") + "-[0-9a-f]{8}");
        assertThat(AeronFolder.inMemory(temporary.resolve("x"))).isNotEqualTo(AeronFolder.inMemory(temporary));
    }

    @Test
    void shouldNotFollowALinkWhenRemoving(@TempDir final Path other) throws IOException {
        Files.writeString(other.resolve("kept"), "x");
        final Path folder = Files.createDirectory(temporary.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), other);
        Trees.remove(folder);
        assertThat(folder).doesNotExist();
        assertThat(other.resolve("kept")).exists();
    }
}
