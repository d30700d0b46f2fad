package io.vexchange.engine.risk;

import io.vexchange.engine.model.KillScope;
import java.util.ArrayList;
import java.util.List;

/** The kill switches by ascending id: all engaged ones, and the newest released ones. */
public final class KillSwitches {
    /** Released switches that are remembered. */
    public static final int MAX_RELEASED = 1_000;

    private final List<KillSwitch> all = new ArrayList<>();
    private int released;
    private long newestId;

    /** @return the switch, or null when there is none or it is long released */
    public KillSwitch get(final long id) {
        for (final KillSwitch each : all) {
            if (each.id == id) {
                return each;
            }
        }
        return null;
    }

    /** @return the engaged switch with that scope and target, or null */
    public KillSwitch engaged(final KillScope scope, final int targetId) {
        for (final KillSwitch each : all) {
            if (each.isEngaged && each.scope == scope && each.targetId == targetId) {
                return each;
            }
        }
        return null;
    }

    public long nextId() {
        return newestId + 1;
    }

    public void nextId(final long id) {
        newestId = id - 1;
    }

    public void add(final KillSwitch added) {
        all.add(added);
        newestId = Math.max(newestId, added.id);
        if (!added.isEngaged) {
            released++;
        }
    }

    public void release(final KillSwitch each, final int byId, final long timeMicros, final byte[] reason) {
        each.isEngaged = false;
        each.releasedById = byId;
        each.releasedMicros = timeMicros;
        each.releaseReason = reason;
        if (++released > MAX_RELEASED) {
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).isEngaged) {
                    all.remove(i);
                    released--;
                    return;
                }
            }
        }
    }

    public List<KillSwitch> all() {
        return all;
    }
}
