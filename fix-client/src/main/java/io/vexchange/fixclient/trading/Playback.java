package io.vexchange.fixclient.trading;

import java.util.List;
import java.util.Map;

/** Does a script line by line until its end or its first fault. */
final class Playback {
    private static final int TRAILING_MILLIS = 1_000;

    private final Desk desk;
    private final Output output;
    private final Ink ink;

    Playback(final Desk desk, final Output output, final Ink ink) {
        this.desk = desk;
        this.output = output;
        this.ink = ink;
    }

    /** Does it; a fault carries the script's name, the line's number and the line. */
    void play(final Script script, final List<String> sessions) throws CommandFault {
        for (final String session : sessions) {
            desk.logon(new Command.Logon(session, CommandParser.DEFAULT_PASSWORD, true, false, null, Map.of()));
        }
        for (final ScriptLine line : script.lines()) {
            if (!(line.command() instanceof Command.Say || line.command() instanceof Command.Pause)) {
                output.line(ink.dim("> " + line.text()));
            }
            try {
                desk.run(line);
            } catch (CommandFault fault) {
                throw fault.at(script.name() + ":" + line.number() + ": " + line.text());
            }
            if (desk.isLeaving()) {
                return;
            }
        }
        desk.settleQuietly(TRAILING_MILLIS);
        if (desk.refusedVenueMessages() > 0) {
            throw CommandFault.failed("the stock FIX 4.4 dictionary refused " + desk.refusedVenueMessages()
                    + " messages of the venue (see above)");
        }
    }
}
