package io.vexchange.engine.event;

import io.vexchange.engine.model.Code;

/** What a mass cancel asked for and how it was answered. Reused. */
public final class MassCancelSummary {
    public int requesterId;
    public int accountId;
    public int instrumentId;
    public byte side;
    public byte scope;
    public Code code = Code.NONE;
}
