package io.vexchange.engine.risk;

import io.vexchange.engine.model.KillScope;

/** A kill switch: engaged until somebody releases it. */
public final class KillSwitch {
    public final long id;
    public final KillScope scope;
    public final int targetId;
    public final int engagedById;
    public final long engagedMicros;
    public final byte[] reason;
    public boolean isEngaged = true;
    public int canceledOrders;
    public int releasedById;
    public long releasedMicros;
    public byte[] releaseReason = {};

    public KillSwitch(
            final long id,
            final KillScope scope,
            final int targetId,
            final int engagedById,
            final long engagedMicros,
            final byte[] reason) {
        this.id = id;
        this.scope = scope;
        this.targetId = targetId;
        this.engagedById = engagedById;
        this.engagedMicros = engagedMicros;
        this.reason = reason;
    }
}
