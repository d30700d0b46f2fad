package io.vexchange.exchange;

import io.vexchange.exchange.folder.AeronFolder;
import io.vexchange.exchange.folder.DataFolder;
import io.vexchange.exchange.folder.FolderState;
import io.vexchange.exchange.folder.Leftovers;
import io.vexchange.exchange.folder.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/exchange reset}. */
@Command(name = "reset", description = "Removes the data folder with everything in it, after saying what it holds.")
final class ResetCommand extends VenueCommand {
    @Option(names = "--yes", description = "Really.")
    private boolean yes;

    ResetCommand(final Console console, final Map<String, String> environment) {
        super(console, environment);
    }

    @Override
    public Integer call() throws IOException {
        final Path data = dataFolder();
        final FolderState state = FolderState.of(data);
        if (state == FolderState.NONE) {
            if (Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
                throw new StartFailure(
                        ExitCode.DATA_FOLDER, data + " is no data folder of V-Exchange: it has no file lock");
            }
            console().say("there is nothing at " + data);
            return ExitCode.OK.status();
        }
        if (Files.isSymbolicLink(data)) {
            throw new StartFailure(
                    ExitCode.DATA_FOLDER, data + " is a link, and links are not followed: name the folder itself");
        }
        try (DataFolder folder = DataFolder.open(data)) {
            tell(data);
            if (!yes) {
                throw new StartFailure(ExitCode.USAGE, "this removes all of it for ever: give --yes if you mean it");
            }
            Leftovers.remove(folder);
            AeronFolder.remove(data);
            Trees.remove(data);
        }
        console().say("removed " + data);
        return ExitCode.OK.status();
    }

    private void tell(final Path data) throws IOException {
        final List<Path> entries;
        try (Stream<Path> found = Files.list(data)) {
            entries = found.sorted().toList();
        }
        console().say(data + " holds:");
        for (final Path each : entries) {
            final boolean folder = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS);
            final long kilobytes = (Trees.bytes(each) + 1023) / 1024;
            console().say(String.format("  %-12s %,d kB", each.getFileName() + (folder ? "/" : ""), kilobytes));
        }
    }
}
