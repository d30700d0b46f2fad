package io.vexchange.web.watch;

import io.vexchange.web.shape.KillSwitchShape;
import io.vexchange.web.shape.SessionShape;
import io.vexchange.web.venue.ClusterView;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a {@link VenueWatch} looks.
 *
 * @param sessions FIX sessions as they stand
 * @param switches all kill switches
 * @param announced texts of the announcements that stand
 * @param cluster members and log
 */
public record WatchSources(
        Supplier<List<SessionShape>> sessions,
        Supplier<List<KillSwitchShape>> switches,
        Supplier<List<String>> announced,
        ClusterView cluster) {}
