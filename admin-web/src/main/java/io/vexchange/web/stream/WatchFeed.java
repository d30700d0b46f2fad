package io.vexchange.web.stream;

import io.vexchange.web.shape.AlertShape;
import io.vexchange.web.shape.SessionShape;
import io.vexchange.web.shape.SystemShape;
import java.util.List;

/** What operators watch. */
public interface WatchFeed {
    /**
     * The venue at one moment.
     *
     * @param sessions all FIX sessions
     * @param alerts those that stand
     * @param system figures
     */
    record Look(List<SessionShape> sessions, List<AlertShape> alerts, SystemShape system) {
        /** Copies the lists. */
        public Look {
            sessions = List.copyOf(sessions);
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * Looks at the venue; may take some milliseconds.
     *
     * @param webSockets open now
     * @return how it is
     */
    Look look(int webSockets);
}
