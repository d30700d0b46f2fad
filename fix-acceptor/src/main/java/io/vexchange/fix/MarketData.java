package io.vexchange.fix;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.LiveState;
import io.vexchange.fix.market.Entry;
import io.vexchange.fix.market.PublicBook;
import io.vexchange.fix.market.PublicEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes market data on a thread of its own, behind the reports: the engine client's thread hands it the public events of a log entry
 * when all reports of that entry have been sent. It has books of its own, so each W stands exactly at one point of the public sequence and
 * the X behind it goes on there. Who does not keep up is left out until there is room, and then gets a W.
 */
final class MarketData implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MarketData.class);
    private static final int MOST_WAITING = 500_000;
    private static final int TURN_EVENTS = 1_000;
    private static final long LOOK_MILLIS = 20;

    private sealed interface Work {
        /** What one log entry has told everybody. */
        record Events(List<PublicEvent> events) implements Work {}

        /** Something to do between two log entries. */
        record Task(Runnable runnable) implements Work {}
    }

    private final Gateway gateway;
    private final LiveState state;
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread;
    private volatile boolean isWanted;
    private volatile boolean isClosed;

    // the publisher's thread only
    private final Map<Integer, PublicBook> books = new TreeMap<>();
    private final Map<MarketDataForm, MarketDataChannel> channels = new LinkedHashMap<>();
    private Work ahead;

    MarketData(final Gateway gateway) {
        this.gateway = gateway;
        this.state = gateway.liveState();
        this.thread = new Thread(this::run, "fix-market-data");
        thread.setDaemon(true);
        thread.start();
    }

    /** @return false while nobody has asked for market data: then no events need be handed over */
    boolean isWanted() {
        return isWanted;
    }

    /** The public events of one log entry, in order. The engine client's thread. */
    void publish(final List<PublicEvent> events) {
        if (waiting.addAndGet(events.size()) > MOST_WAITING) {
            LOG.warn("market data is behind by {} events: all books are taken anew", waiting.get());
            queue.removeIf(each -> {
                if (each instanceof Work.Events it) {
                    waiting.addAndGet(-it.events.size());
                    return true;
                }
                return false;
            });
            waiting.addAndGet(-events.size());
            restart();
            return;
        }
        queue.add(new Work.Events(events));
    }

    /** The engine has told its whole state anew. */
    void restart() {
        if (isWanted) {
            queue.add(new Work.Task(this::takeBooks));
        }
    }

    /** 263=0: one W for each form. Any thread. */
    void show(final TradingSession session, final String requestId, final List<MarketDataForm> forms) {
        want(() -> forms.forEach(each -> {
            final StringBuilder body = new StringBuilder();
            FixText.field(body, 262, requestId);
            session.reply("W", body.append(MarketDataChannel.snapshot(each, instrument(each), book(each))));
        }));
    }

    /** 263=1: a W for each form, then what changes. Any thread. */
    void subscribe(final TradingSession session, final String requestId, final List<MarketDataForm> forms) {
        final List<MarketDataSubscription> added = new ArrayList<>();
        forms.forEach(each -> added.add(new MarketDataSubscription(session, requestId, each)));
        want(() -> added.forEach(each -> {
            final MarketDataChannel channel = channels.computeIfAbsent(each.form(), form -> {
                final MarketDataChannel made = new MarketDataChannel(form);
                made.begin(book(form));
                return made;
            });
            channel.members().add(each);
            refresh(channel);
        }));
    }

    /** 263=2, or the connection has ended (then with the id null). Any thread. */
    void unsubscribe(final TradingSession session, final String requestId) {
        queue.add(new Work.Task(() -> channels.values()
                .forEach(channel -> channel.members()
                        .removeIf(each -> requestId == null ? !each.isAlive() : each.isOf(session, requestId)))));
    }

    private void want(final Runnable task) {
        if (!isWanted) {
            isWanted = true; // what the engine's thread has not handed over is in the state the books are taken from
            restart();
        }
        queue.add(new Work.Task(task));
    }

    // -- the publisher's thread --

    private void run() {
        while (!isClosed) {
            try {
                final Work work = ahead == null ? queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS) : ahead;
                ahead = null;
                if (work instanceof Work.Task task) {
                    task.runnable.run();
                } else if (work instanceof Work.Events events) {
                    take(events);
                }
                channels.values().forEach(this::refresh);
                channels.values().removeIf(MarketDataChannel::isEmpty);
            } catch (final InterruptedException e) {
                return;
            } catch (final RuntimeException e) {
                LOG.error("market data is taken anew after a fault", e);
                restart();
            }
        }
    }

    /** Takes what is there, up to a turn, so that a burst makes few messages. */
    private void take(final Work.Events first) {
        final Map<Integer, List<Entry>> told = new LinkedHashMap<>();
        int taken = 0;
        Work next = first;
        while (next instanceof Work.Events it) {
            for (final PublicEvent each : it.events) {
                apply(each, told);
            }
            waiting.addAndGet(-it.events.size());
            taken += it.events.size();
            next = taken < TURN_EVENTS ? queue.poll() : null;
        }
        ahead = next;
        told.forEach((instrumentId, entries) -> forInstrument(
                instrumentId, channel -> channel.publish(instrument(channel), books.get(instrumentId), entries)));
    }

    private void apply(final PublicEvent event, final Map<Integer, List<Entry>> told) {
        if (event.instrumentId() == 0) {
            books.values()
                    .forEach(book ->
                            book.apply(event, told.computeIfAbsent(book.instrumentId(), id -> new ArrayList<>())));
        } else {
            book(event.instrumentId())
                    .apply(event, told.computeIfAbsent(event.instrumentId(), id -> new ArrayList<>()));
        }
    }

    private void forInstrument(final int instrumentId, final Consumer<MarketDataChannel> act) {
        for (final Map.Entry<MarketDataForm, MarketDataChannel> each : channels.entrySet()) {
            if (each.getKey().instrumentId() == instrumentId) {
                act.accept(each.getValue());
            }
        }
    }

    private void takeBooks() {
        books.clear();
        state.read(() -> {
            gateway.directory().instruments().forEach(each -> books.put(each.id(), PublicBook.of(state, each.id())));
            return null;
        });
        channels.forEach((form, channel) -> {
            channel.begin(book(form));
            channel.members().forEach(each -> each.isBehind = true);
        });
    }

    /** A W to each member that is behind and has room now. */
    private void refresh(final MarketDataChannel channel) {
        String body = null;
        for (final Iterator<MarketDataSubscription> i = channel.members().iterator(); i.hasNext(); ) {
            final MarketDataSubscription each = i.next();
            if (!each.isBehind) {
                continue;
            }
            if (!each.isAlive()) {
                i.remove();
            } else if (each.keepsUp()) {
                body = body == null
                        ? MarketDataChannel.snapshot(each.form(), instrument(each.form()), book(each.form()))
                        : body;
                each.isBehind = !each.send("W", body);
            }
        }
    }

    private PublicBook book(final int instrumentId) {
        return books.computeIfAbsent(instrumentId, PublicBook::new);
    }

    private PublicBook book(final MarketDataForm form) {
        return book(form.instrumentId());
    }

    private Instrument instrument(final MarketDataForm form) {
        return gateway.directory().instrument(form.instrumentId());
    }

    private Instrument instrument(final MarketDataChannel channel) {
        return instrument(channel.form());
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
