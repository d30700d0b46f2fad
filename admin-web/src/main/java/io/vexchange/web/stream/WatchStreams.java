package io.vexchange.web.stream;

import io.vexchange.web.json.Times;
import io.vexchange.web.shape.AlertShape;
import io.vexchange.web.shape.SessionShape;
import io.vexchange.web.shape.SystemShape;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The channels sessions, alerts and system. The venue is looked at once a second on a thread of its own; a session is sent when it differs
 * from before, an alert when it is raised or cleared. Each channel begins with what stands. The hub's thread only.
 */
final class WatchStreams implements PrivateStreams {
    private final WatchFeed feed;
    private final Executor hub;
    private final Executor background;
    private final Map<Channel, Set<QueuedSlot>> viewers = new EnumMap<>(Channel.class);
    private final Map<String, SessionShape> sessions = new LinkedHashMap<>();
    private final Map<String, AlertShape> alerts = new LinkedHashMap<>();
    private SystemShape system;
    private boolean isLooking;

    /**
     * @param feed what is watched
     * @param hub its thread
     * @param background where the venue is looked at
     */
    WatchStreams(final WatchFeed feed, final Executor hub, final Executor background) {
        this.feed = feed;
        this.hub = hub;
        this.background = background;
        for (final Channel channel : List.of(Channel.SESSIONS, Channel.ALERTS, Channel.SYSTEM)) {
            viewers.put(channel, new LinkedHashSet<>());
        }
    }

    boolean serves(final Channel channel) {
        return viewers.containsKey(channel);
    }

    int viewers(final Channel channel) {
        return viewers.get(channel).size();
    }

    @Override
    public void subscribe(final Viewer viewer, final Channel channel, final String key, final Request request) {
        final Set<QueuedSlot> members = viewers.get(channel);
        viewer.unsubscribe(key);
        viewer.enqueue(Frames.subscribed(request.id(), channel.word(), null, 0));
        final QueuedSlot slot = new QueuedSlot(viewer, members::remove);
        members.add(slot);
        viewer.subscribe(key, slot);
        switch (channel) {
            case SESSIONS -> sessions.values().forEach(each -> slot.enqueue(frame(each)));
            case ALERTS -> alerts.values().forEach(each -> slot.enqueue(frame(each)));
            default -> {
                if (system != null) {
                    slot.enqueue(frame(system));
                }
            }
        }
    }

    /** A second has passed. */
    void tick(final int webSockets) {
        if (isLooking) {
            return; // the look before takes long: it is not asked for twice
        }
        isLooking = true;
        try {
            background.execute(() -> look(webSockets));
        } catch (final RejectedExecutionException e) {
            isLooking = false; // busy or stopping: a second later
        }
    }

    private void look(final int webSockets) {
        WatchFeed.Look found = null;
        try {
            found = feed.look(webSockets);
        } finally {
            final WatchFeed.Look now = found;
            hub.execute(() -> {
                isLooking = false;
                if (now != null) {
                    tell(now);
                }
            });
        }
    }

    private void tell(final WatchFeed.Look now) {
        for (final SessionShape each : now.sessions()) {
            if (!each.equals(sessions.put(each.id(), each))) {
                send(Channel.SESSIONS, frame(each));
            }
        }
        final Map<String, AlertShape> standing = new LinkedHashMap<>();
        now.alerts().forEach(each -> standing.put(each.id(), each));
        final String at = Times.text(Times.nowMicros());
        alerts.values().removeIf(each -> {
            final boolean isOver = !standing.containsKey(each.id());
            if (isOver) {
                send(Channel.ALERTS, frame(each.cleared(at)));
            }
            return isOver;
        });
        standing.values().forEach(each -> {
            if (alerts.putIfAbsent(each.id(), each) == null) {
                send(Channel.ALERTS, frame(each));
            }
        });
        system = now.system();
        if (system != null && viewers(Channel.SYSTEM) > 0) {
            send(Channel.SYSTEM, frame(system));
        }
    }

    private void send(final Channel channel, final String frame) {
        List.copyOf(viewers.get(channel)).forEach(slot -> slot.enqueue(frame));
    }

    private static String frame(final SessionShape session) {
        return Frames.data("session", Channel.SESSIONS.word(), null, session);
    }

    private static String frame(final AlertShape alert) {
        return Frames.data("alert", Channel.ALERTS.word(), null, alert);
    }

    private static String frame(final SystemShape system) {
        return Frames.data("system", Channel.SYSTEM.word(), null, system);
    }
}
