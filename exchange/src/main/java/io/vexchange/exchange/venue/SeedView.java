package io.vexchange.exchange.venue;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.Hello;
import io.vexchange.engine.protocol.BalanceChangedDecoder;
import io.vexchange.engine.protocol.ImageEndDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/** What the log knows of the directory, as the seeder and the check for demo passwords look at it. */
final class SeedView implements EngineListener {
    private final Directory directory = new Directory();
    private final CompletableFuture<Hello> hello = new CompletableFuture<>();
    private final CountDownLatch image = new CountDownLatch(1);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BalanceChangedDecoder balance = new BalanceChangedDecoder();
    private final Set<Long> balances = new HashSet<>();

    @Override
    public void onConnected(final Hello answer) {
        hello.complete(answer);
    }

    @Override
    public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        directory.onItem(templateId, buffer, offset, length);
        if (templateId == BalanceChangedDecoder.TEMPLATE_ID) {
            balance.wrapAndApplyHeader(buffer, offset, header);
            synchronized (balances) {
                balances.add(key(balance.accountId(), balance.assetId()));
            }
        } else if (templateId == ImageEndDecoder.TEMPLATE_ID) {
            image.countDown();
        }
    }

    private static long key(final int accountId, final int assetId) {
        return (long) accountId << 32 | assetId;
    }

    /** @return false when the engine has not told its state in time */
    boolean await(final long timeout, final TimeUnit unit) throws InterruptedException {
        return image.await(timeout, unit);
    }

    /** @return what the engine has said; only after {@link #await} */
    Hello hello() {
        return hello.join();
    }

    Directory directory() {
        return directory;
    }

    /** @return whether anything has ever been booked there */
    boolean hasBalance(final int accountId, final int assetId) {
        synchronized (balances) {
            return balances.contains(key(accountId, assetId));
        }
    }
}
