package io.vexchange.fixclient.load;

/** Why a load cannot go on; one line for a person, and the exit status. */
final class LoadFault extends Exception {
    static final int FAILED = 1;
    static final int USAGE = 2;

    private final int exitStatus;

    private LoadFault(final int exitStatus, final String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    /** Wrong usage, or no venue to talk to. */
    static LoadFault usage(final String message) {
        return new LoadFault(USAGE, message);
    }

    /** The venue, or the run, did not do what it should. */
    static LoadFault failed(final String message) {
        return new LoadFault(FAILED, message);
    }

    int exitStatus() {
        return exitStatus;
    }
}
