package io.vexchange.bench.replay;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import io.vexchange.engine.protocol.CancelRejectDecoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The whole engine as the log calls it: commands are encoded, read, checked and their ClOrdIDs looked up; every event is encoded into a
 * buffer as large as a chunk of the outbox, and the reports among them are decoded again for the hash. All of that is timed.
 */
final class EngineSubject implements Subject, EventSink {
    private static final int CHUNK_LENGTH = 4 << 20;

    private final Workload workload;
    private final ReportLog log;
    private final Engine engine = new Engine(EngineLimits.defaults().withOutboxEvents(Long.MAX_VALUE));
    private final UnsafeBuffer chunk = new UnsafeBuffer(new byte[CHUNK_LENGTH]);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final CancelRejectDecoder reject = new CancelRejectDecoder();
    private final OrderEntry entry;
    /** By order id of the file. */
    private final long[] enteredAs;

    private final byte[] sides;
    private final long[] filledLots;
    /** By order id of the engine, less the first one of the run. */
    private final int[] fileIds;

    private final int orders;
    private long ordersBefore;
    private long newestOrder;
    private long number;
    private int end;
    private int fileId;
    private long makerId;
    private boolean isMuted = true;

    EngineSubject(final Workload workload, final ReportLog log) {
        this.workload = workload;
        this.log = log;
        enteredAs = new long[workload.maxOrderId + 1];
        sides = new byte[workload.maxOrderId + 1];
        filledLots = new long[workload.maxOrderId + 1];
        orders = workload.size;
        fileIds = new int[orders + 1];
        final CommandWriter out = new CommandWriter(engine, this);
        BenchVenue.open(out, 1);
        entry = new OrderEntry(out);
    }

    @Override
    public String name() {
        return "engine, SBE, ids";
    }

    @Override
    public void prepare() {
        isMuted = true;
        entry.massCancel(++number);
        isMuted = false;
        Arrays.fill(enteredAs, 0);
        Arrays.fill(filledLots, 0);
        ordersBefore = newestOrder;
        log.clear();
    }

    @Override
    public void apply(final int index) {
        log.message(workload.sequences[index]);
        fileId = workload.orderIds[index];
        final long lots = workload.lots[index];
        number++;
        switch (workload.types[index]) {
            case Workload.NEW -> {
                newestOrder++;
                fileIds[(int) (newestOrder - ordersBefore)] = fileId;
                enteredAs[fileId] = number;
                sides[fileId] = workload.sides[index];
                entry.enter(1, number, sides[fileId], workload.areImmediate[index], workload.ticks[index], lots, 'N');
            }
            case Workload.CANCEL -> entry.cancel(sides[fileId], enteredAs[fileId], number);
            default ->
                entry.replace(
                        sides[fileId], enteredAs[fileId], number, workload.ticks[index], filledLots[fileId] + lots);
        }
    }

    @Override
    public void check() {
        engine.checkInvariants();
    }

    @Override
    public int claim(final int maxLength) {
        if (end + maxLength > CHUNK_LENGTH) {
            end = 0;
        }
        return end;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return chunk;
    }

    @Override
    public void commit(final int length, final long sequence) {
        if (!isMuted && sequence != 0) {
            header.wrap(chunk, end);
            final int body = end + MessageHeaderEncoder.ENCODED_LENGTH;
            if (header.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
                take(report.wrap(chunk, body, header.blockLength(), header.version()));
            } else if (header.templateId() == CancelRejectDecoder.TEMPLATE_ID) {
                reject.wrap(chunk, body, header.blockLength(), header.version());
                log.refused(reject.responseTo() == '1' ? ReportLog.CANCEL_REFUSED : ReportLog.MODIFY_REFUSED, fileId);
            }
        }
        end += (length + Long.BYTES - 1) & -Long.BYTES;
    }

    private void take(final ExecutionReportDecoder it) {
        final int order = fileIds[(int) (it.orderId() - ordersBefore)];
        final int side = it.side() - '1';
        switch (it.execType()) {
            case '0' -> log.order(ReportLog.ACCEPTED, side, order, it.priceTicks(), it.quantityLots());
            case '4' -> log.order(ReportLog.CANCELLED, side, order, it.priceTicks(), 0);
            case '5' -> log.order(ReportLog.MODIFIED, side, order, it.priceTicks(), it.leavesLots());
            case 'F' -> {
                filledLots[order] = it.filledLots();
                if (it.liquidity() == '1') {
                    makerId = order;
                } else {
                    log.trade(it.lastPriceTicks(), it.lastLots(), makerId, order);
                }
            }
            default -> throw new IllegalStateException("execType=" + (char) it.execType() + " code=" + it.code());
        }
    }
}
