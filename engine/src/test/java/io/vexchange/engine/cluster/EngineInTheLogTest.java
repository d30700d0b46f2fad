package io.vexchange.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.EngineListener;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.LiveState;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.model.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine itself behind the log: what readers see is the same however they came to it. */
class EngineInTheLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> fatal = new CopyOnWriteArrayList<>();

    private static final class Reader implements EngineListener {
        final Directory directory = new Directory();
        final LiveState state = new LiveState(directory);

        @Override
        public void onItem(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
            directory.onItem(templateId, buffer, offset, length);
            state.onItem(templateId, buffer, offset, length);
        }

        /** Everything a reader may show, as text. */
        List<String> describe() {
            final List<String> lines = new ArrayList<>();
            for (final Instrument each : directory.instruments()) {
                lines.add(each.symbol() + " " + state.stats(each.id()));
                final io.vexchange.engine.client.BookDepth book = state.book(each.id(), Integer.MAX_VALUE);
                lines.add(book.publicSequence() + " " + book.bids() + " " + book.offers());
                lines.add("bids " + state.entries(each.id(), Side.BUY, Integer.MAX_VALUE));
                lines.add("offers " + state.entries(each.id(), Side.SELL, Integer.MAX_VALUE));
            }
            directory.accounts().forEach(each -> lines.add(each + " " + state.balances(each.id())));
            directory.sessions().forEach(each -> lines.add(each.toString()));
            directory.participants().forEach(each -> lines.add(each.toString()));
            directory.assets().forEach(each -> lines.add(each.toString()));
            state.orders().forEach(each -> lines.add(describe(each)));
            lines.add("kill switches " + state.killSwitches());
            lines.add("day " + state.tradeDay());
            return lines;
        }

        private static String describe(final OrderReport it) {
            return "order " + it.orderId() + " " + it.clOrdId() + " " + it.orderClOrdId() + " " + it.instrumentId()
                    + " "
                    + it.accountId() + " " + it.ownerId() + " " + it.side() + it.orderType() + it.timeInForce() + " "
                    + it.orderStatus() + " " + it.priceTicks() + " " + it.workingPriceTicks() + " " + it.quantityLots()
                    + " "
                    + it.filledLots() + " " + it.leavesLots() + " " + it.visibleLots() + " " + it.displayLots() + " "
                    + it.filledValue() + " " + it.createdMicros() + " " + it.timeMicros() + " " + it.flags();
        }
    }

    private EngineNode start() {
        return EngineNode.start(NodeSettings.of(folder.resolve("data"), folder.resolve("aeron"), fatal::add)
                .withDurability(Durability.OS));
    }

    private static List<String> imageOf(final EngineNode node) {
        final Reader reader = new Reader();
        try (ClusterEngineClient client = TestNode.connect(
                ClientSettings.inProcess(node, "reader", reader).withImage())) {
            await().atMost(PATIENCE).until(() -> reader.state.isReady() && client.isConnected());
            return reader.describe();
        }
    }

    @Test
    void shouldShowTheSameByImageAndByEventsAndAfterEveryRestart() {
        final List<String> before;
        final long sequence;
        final Reader follower = new Reader();
        try (EngineNode node = start()) {
            try (ClusterEngineClient client = TestNode.connect(
                    ClientSettings.inProcess(node, "web-1", follower).withImage())) {
                final Venue venue = new Venue(client);
                venue.open();
                venue.trade(3_000, new Random(1));
                node.snapshot().orTimeout(20, TimeUnit.SECONDS).join();
                venue.trade(3_000, new Random(2));
                await().atMost(PATIENCE)
                        .until(() -> follower.state.sequence() == node.sequence() && client.isSettled());
            }
            before = imageOf(node);
            sequence = node.sequence();
            assertThat(follower.describe()).isEqualTo(before);
        }
        for (int restart = 0; restart < 2; restart++) {
            try (EngineNode node = start()) {
                assertThat(imageOf(node)).isEqualTo(before);
                assertThat(node.sequence()).isEqualTo(sequence);
                if (restart == 0) {
                    node.snapshot().orTimeout(20, TimeUnit.SECONDS).join();
                }
            }
        }
        assertThat(fatal).isEmpty();
    }
}
