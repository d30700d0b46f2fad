package io.vexchange.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** One WebSocket that watches a book, checks its chain of numbers and how old each frame is. Its frames come one at a time. */
final class BookViewer implements WebSocket.Listener {
    private static final long MINUTE_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int TIME_END = 3; // Z"}
    private static final long MOST_MILLIS = 60_000;

    private final StringBuilder frame = new StringBuilder(4_096);
    private final Histogram lagMillis = new Histogram(MOST_MILLIS, 3);
    private WebSocket socket;
    private long seq = -1;
    private volatile boolean isCounting;
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger snapshots = new AtomicInteger();
    private final AtomicInteger gaps = new AtomicInteger();
    private volatile int closeCode;

    static BookViewer open(final HttpClient client, final URI uri, final String token, final String symbol) {
        final BookViewer viewer = new BookViewer();
        viewer.socket = client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(uri, viewer)
                .join();
        viewer.socket
                .sendText("{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"" + symbol + "\"}", true)
                .join();
        return viewer;
    }

    @Override
    public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
        frame.append(data);
        if (last) {
            take(frame);
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket from, final int code, final String reason) {
        closeCode = code;
        return null;
    }

    private void take(final StringBuilder text) {
        if (text.indexOf("\"type\":\"snapshot\"") == 1) {
            snapshots.incrementAndGet();
        } else if (text.indexOf("\"type\":\"delta\"") == 1) {
            if (number(text, "\"prevSeq\":") != seq) {
                gaps.incrementAndGet();
            }
        } else {
            return;
        }
        seq = number(text, "\"seq\":");
        if (isCounting) {
            frames.incrementAndGet();
            lagMillis.recordValue(Math.min(MOST_MILLIS, ageMicros(text) / 1_000));
        }
    }

    private static long number(final StringBuilder text, final String name) {
        int i = text.indexOf(name) + name.length();
        long value = 0;
        for (char c = text.charAt(i); c >= '0' && c <= '9'; c = text.charAt(++i)) {
            value = 10 * value + c - '0';
        }
        return value;
    }

    /** Of the frame's time, the last member: seconds and below are enough, for ages under a minute. */
    private static long ageMicros(final StringBuilder text) {
        final int end = text.length() - TIME_END;
        final long micros =
                Long.parseLong(text, end - 6, end, 10) + 1_000_000 * Long.parseLong(text, end - 9, end - 7, 10);
        final long now = System.currentTimeMillis() % 60_000 * 1_000;
        return Math.floorMod(now - micros, MINUTE_MICROS) > MINUTE_MICROS - 1_000_000
                ? 0 // the clocks are read a moment apart
                : Math.floorMod(now - micros, MINUTE_MICROS);
    }

    void count() {
        isCounting = true;
    }

    int frames() {
        return frames.get();
    }

    int snapshots() {
        return snapshots.get();
    }

    int gaps() {
        return gaps.get();
    }

    /** 0 while it is open. */
    int closeCode() {
        return closeCode;
    }

    /** Read once the orders have ended. */
    Histogram lagMillis() {
        return lagMillis;
    }

    void close() {
        socket.abort();
    }
}
