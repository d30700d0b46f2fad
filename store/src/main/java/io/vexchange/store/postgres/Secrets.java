package io.vexchange.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords, each in a file of its own that only the owner may read. */
final class Secrets {
    /**
     * A password that is kept.
     *
     * @param text of it
     * @param isNew whether it was made just now
     */
    record Secret(String text, boolean isNew) {
        @Override
        public String toString() {
            return "Secret[text=***, isNew=" + isNew + "]";
        }
    }

    private static final int PASSWORD_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Secrets(final Path folder) throws IOException {
        this.folder = folder;
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    Secret password(final String name) throws IOException {
        final Path file = folder.resolve(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            final String text =
                    Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.isEmpty()) {
                return new Secret(text, false);
            }
        }
        final byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        final String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        final Path made = Files.createTempFile(
                folder,
                name,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(made, text + '\n', StandardCharsets.US_ASCII);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Secret(text, true);
    }
}
