package io.vexchange.exchange.e2e;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Orders, cancels and crossing orders of one session as fast as they are answered, at most a thousand ahead of the answers. */
final class Flood {
    private static final int AHEAD = 1_000;
    private static final int BATCH = 20;

    private final FixClient client;
    private final String account;
    private final String prefix;
    private final Semaphore room = new Semaphore(AHEAD);
    private Thread thread;
    private volatile boolean stopped;

    /** Of that session, with that account; prefix: how the ids of the orders begin. */
    Flood(final FixClient client, final String account, final String prefix, final Told told) {
        this.client = client;
        this.account = account;
        this.prefix = prefix;
        client.listen(each -> {
            told.take(each);
            if (each.type().equals("9") || each.has(150, "0") || each.has(150, "4") || each.has(150, "8")) {
                room.release();
            }
        });
    }

    Flood start() {
        thread = new Thread(this::run, "flood-" + prefix);
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Ends it; what was sent may still be under way. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }

    private void run() {
        final ByteArrayOutputStream batch = new ByteArrayOutputStream();
        try {
            for (int i = 0; !stopped && client.isOpen(); i += BATCH) {
                if (room.tryAcquire(BATCH, 100, TimeUnit.MILLISECONDS)) {
                    batch.reset();
                    synchronized (client) { // so that the numbers leave in their order
                        for (int k = i; k < i + BATCH; k++) {
                            batch.writeBytes(message(k));
                        }
                        client.write(batch.toByteArray());
                    }
                } else {
                    i -= BATCH;
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every fifth cancels the one before it; of the others some buy and some sell, and their prices meet. */
    private byte[] message(final int number) {
        final String id = prefix + number;
        final String side = number % 2 == 0 ? "1" : "2";
        if (number % 5 == 4) {
            final String earlier = (number - 1) % 2 == 0 ? "1" : "2";
            return client.next(
                    "F",
                    "11=" + id,
                    "41=" + prefix + (number - 1),
                    "1=" + account,
                    "55=ACME",
                    "54=" + earlier,
                    "38=1",
                    "60=" + FixClient.utc());
        }
        final String price = "100.0" + (number / 2 % 3 + (side.equals("1") ? 0 : 1));
        return client.next(
                "D", FixClient.limitFields(id, account, "ACME", side, Integer.toString(1 + number % 3), price));
    }
}
