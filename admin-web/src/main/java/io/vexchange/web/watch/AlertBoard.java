package io.vexchange.web.watch;

import io.vexchange.web.json.Times;
import io.vexchange.web.shape.AlertShape;
import io.vexchange.web.shape.ClusterShape;
import io.vexchange.web.shape.HealthShape;
import io.vexchange.web.shape.KillSwitchShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Raises an alert when something begins to be wrong, and keeps it until it is right again. One thread at a time. */
final class AlertBoard {
    private static final long LAG_MILLIS = 10_000;
    private static final String WARNING = "WARNING";
    private static final String ERROR = "ERROR";

    private final Map<String, AlertShape> standing = new LinkedHashMap<>();
    private long ids;

    /** Condition that holds now. */
    private record Finding(String key, String severity, String code, String text) {}

    /**
     * @param cluster members and outbox
     * @param health of the parts
     * @param switches all kill switches
     * @param announced what the venue has announced, newest text last; each is told while it stands
     * @return the alerts that stand
     */
    List<AlertShape> look(
            final ClusterShape cluster,
            final HealthShape health,
            final List<KillSwitchShape> switches,
            final List<String> announced) {
        final Map<String, Finding> now = new LinkedHashMap<>();
        for (final Finding each : findings(cluster, health)) {
            now.put(each.key, each);
        }
        for (final KillSwitchShape each : switches) {
            if (each.state().equals("ENGAGED")) {
                final String covers = each.target() == null ? each.scope() : each.scope() + ' ' + each.target();
                final String key = "KILL_SWITCH " + each.id();
                now.put(
                        key,
                        new Finding(
                                key,
                                WARNING,
                                "KILL_SWITCH",
                                covers + " by " + each.engagedBy() + ": " + each.reason()));
            }
        }
        for (final String text : announced) {
            now.put("ANNOUNCEMENT " + text, new Finding("ANNOUNCEMENT " + text, "INFO", "ANNOUNCEMENT", text));
        }
        standing.keySet().retainAll(now.keySet());
        final String at = Times.text(Times.nowMicros());
        now.forEach((key, each) -> standing.computeIfAbsent(
                key, k -> new AlertShape(Long.toString(++ids), each.severity, each.code, each.text, "RAISED", at)));
        return List.copyOf(standing.values());
    }

    private static List<Finding> findings(final ClusterShape cluster, final HealthShape health) {
        final List<Finding> found = new ArrayList<>();
        if (!health.leader()) {
            found.add(plain(ERROR, "NO_LEADER", "no member leads: nothing is accepted"));
        }
        if (health.store().equals("DOWN")) {
            found.add(plain(
                    ERROR, "STORE_UNAVAILABLE", "the database is away; trading goes on until the outbox is full"));
        }
        final long percent = cluster.outboxLimit() == 0 ? 0 : 100 * cluster.outboxEvents() / cluster.outboxLimit();
        final String waiting = "waiting=" + cluster.outboxEvents() + " limit=" + cluster.outboxLimit();
        if (percent >= 100) {
            found.add(plain(ERROR, "OUTBOX_FULL", waiting));
        } else if (percent >= 80) {
            found.add(plain(ERROR, "OUTBOX_80", waiting));
        } else if (percent >= 50) {
            found.add(plain(WARNING, "OUTBOX_50", waiting));
        }
        if (cluster.projectorLagMillis() != null && cluster.projectorLagMillis() > LAG_MILLIS) {
            found.add(plain(WARNING, "PROJECTION_LAG", "lag=" + cluster.projectorLagMillis() + " ms"));
        }
        return found;
    }

    private static Finding plain(final String severity, final String code, final String text) {
        return new Finding(code, severity, code, text);
    }
}
