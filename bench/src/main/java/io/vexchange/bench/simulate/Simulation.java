package io.vexchange.bench.simulate;

import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AppliedDecoder;
import io.vexchange.engine.protocol.ConsumerPositionEncoder;
import io.vexchange.engine.protocol.HelloReplyDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.TradeDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One seeded life of a node: traffic, losses of power at any moment, snapshots, restarts. The clock, the disk and the clients are
 * simulated; the engine, its outbox and its snapshots are the venue's own. The same seed gives the same run, to the byte.
 */
final class Simulation implements SimulatedNode.Observer {
    private static final long MONDAY_MICROS = 1_764_028_800_000_000L;
    private static final int FLAG_EVENTS = 1;
    private static final int FLAG_DURABLE = 4;
    private static final int BURST = 5;

    private final long seed;
    private final Random random;
    private final FakeDisk disk;
    private final Witness witness = new Witness();
    private final SimulatedNode node;
    private final SimulatedConsumer consumer;
    private final SimulatedClient trader = new SimulatedClient("gen-1", FLAG_EVENTS);
    private final SimulatedClient projector = new SimulatedClient("projector", FLAG_EVENTS | FLAG_DURABLE);
    private final Traffic traffic;
    private final Digest digest = new Digest();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AppliedDecoder applied = new AppliedDecoder();
    private final HelloReplyDecoder helloReply = new HelloReplyDecoder();
    private long clockMicros = MONDAY_MICROS;
    private long commands;
    private long trades;
    private int restarts;
    private int snapshots;

    /** @param seed of the run */
    Simulation(final long seed) {
        this(seed, Faults.NONE);
    }

    Simulation(final long seed, final Faults faults) {
        this.seed = seed;
        random = new Random(seed);
        disk = new FakeDisk(random);
        node = new SimulatedNode(disk, faults, this);
        consumer = new SimulatedConsumer(disk, witness, faults);
        traffic = new Traffic(random);
    }

    /**
     * Runs it.
     *
     * @param steps each a few commands
     * @return a hash over everything that happened
     * @throws IllegalStateException naming the seed and what is wrong
     */
    long run(final int steps) {
        try {
            restart();
            for (int step = 0; step < steps; step++) {
                try {
                    step();
                } catch (final PowerLoss e) {
                    restart();
                }
            }
            restart();
        } catch (final RuntimeException e) {
            throw new IllegalStateException("seed=" + seed + " after " + this + ": " + e.getMessage(), e);
        }
        return digest.value();
    }

    /** @return commands that were applied */
    long commands() {
        return commands;
    }

    /** @return restarts after a loss of power */
    int restarts() {
        return restarts;
    }

    /** @return snapshots that were written whole */
    int snapshots() {
        return snapshots;
    }

    /** Until it has come up: the power may go while it recovers. */
    private void restart() {
        boolean isUp = false;
        while (!isUp) {
            restarts++;
            disk.losePowerAfter(random.nextInt(4) == 0 ? random.nextInt(6) : 50 + random.nextInt(3_000));
            clockMicros += random.nextInt(5) == 0 ? -random.nextInt(50_000) : random.nextInt(3_000_000);
            try {
                final List<SimulatedLog.Entry> recovered = node.recoverLog();
                node.start(recovered);
                witness.restarted(recovered, node.machine());
                consumer.restart();
                node.append(clockMicros, trader.hello(node.machine().sequence()));
                node.append(clockMicros, projector.hello(consumer.position()));
                node.commit();
                isUp = true;
            } catch (final PowerLoss e) {
                digest.add(restarts);
            }
        }
    }

    private void step() {
        clockMicros += random.nextInt(200) == 0 ? 3_600_000_000L * random.nextInt(20) : random.nextInt(20_000);
        if (node.machine().nextDueMicros() <= clockMicros) {
            node.append(clockMicros, null);
        }
        for (int i = random.nextInt(BURST); i >= 0; i--) {
            trader.send(traffic.next(clockMicros));
        }
        if (random.nextInt(3) == 0) {
            consumer.poll(node.machine());
            if (random.nextBoolean()) {
                consumer.sync();
            }
            projector.send(position(consumer.position()));
        }
        append(trader);
        append(projector);
        node.commit();
        if (random.nextInt(40) == 0) {
            node.snapshot();
            snapshots++;
        }
        if (random.nextInt(50) == 0) {
            witness.compare(node.machine());
        }
        if (random.nextInt(60) == 0) {
            disk.losePowerAfter(random.nextInt(20));
        }
    }

    private void append(final SimulatedClient client) {
        for (byte[] command = client.next(); command != null; command = client.next()) {
            node.append(clockMicros, command);
        }
    }

    private static byte[] position(final long sequence) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
        final ConsumerPositionEncoder position = new ConsumerPositionEncoder();
        position.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder()).sequence(sequence);
        final byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + position.encodedLength()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    @Override
    public void onAppended(final SimulatedLog.Entry entry) {
        witness.appended(entry);
    }

    @Override
    public void onApplied(final long index, final SimulatedLog.Entry entry) {
        witness.entry(index, entry);
        commands++;
        digest.add(entry.value());
        node.machine().forEachItemOfEntry(this::onItem);
    }

    private void onItem(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        digest.add(buffer, offset, length);
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case AppliedDecoder.TEMPLATE_ID -> {
                applied.wrapAndApplyHeader(buffer, offset, header);
                answered();
            }
            case HelloReplyDecoder.TEMPLATE_ID -> {
                helloReply.wrapAndApplyHeader(buffer, offset, header);
                final long last = helloReply.lastNumber();
                final int clientId = helloReply.clientId();
                final int epoch = helloReply.epoch();
                (trader.isNamed(name()) ? trader : projector).welcome(clientId, epoch, last);
            }
            case TradeDecoder.TEMPLATE_ID -> traffic.trades(++trades);
            default -> {
                // the events are compared as bytes
            }
        }
    }

    private String name() {
        final byte[] bytes = new byte[helloReply.nameLength()];
        helloReply.getName(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private void answered() {
        final SimulatedClient client = trader.isOwn(applied.clientId()) ? trader : projector;
        final Code code = Code.of(applied.code());
        if (code == Code.ALREADY_APPLIED || code == Code.NUMBER_EXPECTED || code == Code.FENCED) {
            throw new IllegalStateException("a client that keeps its numbers is answered " + code);
        }
        if (applied.clientId() != 0 && applied.number() != 0) {
            client.answered(applied.number());
        }
    }

    @Override
    public String toString() {
        return commands + " commands, " + trades + " trades, " + restarts + " starts, " + snapshots + " snapshots";
    }
}
