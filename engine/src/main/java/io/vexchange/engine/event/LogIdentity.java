package io.vexchange.engine.event;

/** Which log this is; all zero before it is opened. */
public final class LogIdentity {
    public long high;
    public long low;
    /** The rules by which events are made. */
    public int behaviourVersion = 1;

    public boolean isOpen() {
        return (high | low) != 0;
    }
}
