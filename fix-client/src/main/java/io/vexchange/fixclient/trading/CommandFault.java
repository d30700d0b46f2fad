package io.vexchange.fixclient.trading;

/** A command that could not be done, or an expectation that did not hold; the message is one line for a person. */
final class CommandFault extends Exception {
    private final int exitStatus;

    private CommandFault(final int exitStatus, final String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    /** The venue answered otherwise than was asked or expected. */
    static CommandFault failed(final String message) {
        return new CommandFault(ExitStatus.FAILED, message);
    }

    /** Nothing can be reached, or the command makes no sense now. */
    static CommandFault usage(final String message) {
        return new CommandFault(ExitStatus.USAGE, message);
    }

    /** The same with the place where it happened in front. */
    CommandFault at(final String place) {
        return new CommandFault(exitStatus, place + "\n  " + getMessage());
    }

    int exitStatus() {
        return exitStatus;
    }
}
