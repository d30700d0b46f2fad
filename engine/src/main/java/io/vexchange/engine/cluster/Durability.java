package io.vexchange.engine.cluster;

/** When a command counts as taken. */
public enum Durability {
    /** On disk: nothing acknowledged is lost by a crash of the process, the kernel or the power. */
    FSYNC(1),
    /** Given to the kernel: nothing acknowledged is lost by a crash of the process. */
    OS(0);

    private final int fileSyncLevel;

    Durability(final int fileSyncLevel) {
        this.fileSyncLevel = fileSyncLevel;
    }

    int fileSyncLevel() {
        return fileSyncLevel;
    }
}
