package io.vexchange.fixclient.trading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds scripts: as named, or by their short name among those that come with the client. */
final class ScriptFiles {
    private static final String ENDING = ".fix";

    private ScriptFiles() {}

    /** The file itself if it is there, else the shipped script of this name, else the file as named. */
    static Path find(final Path file) {
        if (Files.isRegularFile(file) || file.getNameCount() != 1 || shipped() == null) {
            return file;
        }
        final String name = file.toString();
        final Path script = shipped().resolve(name.endsWith(ENDING) ? name : name + ENDING);
        return Files.isRegularFile(script) ? script : file;
    }

    /** Names the shipped scripts, if there are any. */
    static String hint() {
        if (shipped() == null || !Files.isDirectory(shipped())) {
            return "";
        }
        try (Stream<Path> files = Files.list(shipped())) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(ENDING))
                    .map(each -> each.substring(0, each.length() - ENDING.length()))
                    .sorted()
                    .collect(Collectors.joining(", ", ": shipped are ", ""));
        } catch (IOException e) {
            return "";
        }
    }

    private static Path shipped() {
        final String home = System.getProperty("vex.home");
        return home == null ? null : Path.of(home, "fix-client", "scripts");
    }
}
