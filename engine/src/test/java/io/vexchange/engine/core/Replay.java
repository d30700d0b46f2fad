package io.vexchange.engine.core;

import io.vexchange.engine.Engine;
import io.vexchange.engine.EngineLimits;
import io.vexchange.engine.EventSink;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.CancelRejectDecoder;
import io.vexchange.engine.protocol.DefineAccountEncoder;
import io.vexchange.engine.protocol.DefineAssetEncoder;
import io.vexchange.engine.protocol.DefineInstrumentEncoder;
import io.vexchange.engine.protocol.DefineParticipantEncoder;
import io.vexchange.engine.protocol.DefineSessionEncoder;
import io.vexchange.engine.protocol.ExecutionReportDecoder;
import io.vexchange.engine.protocol.HelloEncoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.OpenLogEncoder;
import io.vexchange.engine.protocol.OriginEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.agrona.MutableDirectBuffer;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/** Feeds a workload file to an engine as commands and turns what it tells into the workload's report lines. */
final class Replay implements EventSink {
    private static final int HEADER_LENGTH = 16;
    private static final int RECORD_LENGTH = 40;
    private static final long NONE = Long.MIN_VALUE;
    private static final byte[] NOTHING = {};

    private final UnsafeBuffer command = new UnsafeBuffer(new byte[1_024]);
    private final UnsafeBuffer item = new UnsafeBuffer(new byte[MAX_ITEM_LENGTH]);
    private final UnsafeBuffer id = new UnsafeBuffer(new byte[8]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerIn = new MessageHeaderDecoder();
    private final OriginEncoder origin = new OriginEncoder();
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final CancelRejectDecoder reject = new CancelRejectDecoder();
    private final Engine engine = new Engine(EngineLimits.defaults().withOutboxEvents(Long.MAX_VALUE));

    private final Long2LongHashMap engineIds = new Long2LongHashMap(0);
    private final Long2LongHashMap fileIds = new Long2LongHashMap(0);
    private final Long2LongHashMap filled = new Long2LongHashMap(0);
    /** Of the running message, by type of report. */
    private final List<StringBuilder> lines = new ArrayList<>();

    private MessageDigest digest;
    private boolean isFirstLine = true;
    private long number;
    private long orders;
    private long ids;
    private long sequence;
    private long fileId;
    private long makerId;

    /** Returns the SHA-256 of the report lines. */
    String run(final Path file) throws IOException {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (int type = 0; type < 6; type++) {
            lines.add(new StringBuilder());
        }
        open();
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
            final byte[] bytes = new byte[RECORD_LENGTH];
            in.readFully(bytes, 0, HEADER_LENGTH);
            final int messages =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
            final ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < messages; i++) {
                in.readFully(bytes);
                message(record);
            }
        }
        engine.checkInvariants();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void message(final ByteBuffer record) {
        final long lots = record.getInt(4);
        final long ticks = record.getLong(24);
        sequence = record.getLong(8);
        fileId = record.getLong(16);
        switch (record.get(0)) {
            case 0 -> enter(record.get(1) == 0 ? '1' : '2', record.get(2) == 1 ? '3' : '1', ticks, lots);
            case 1 -> cancel();
            default -> modify(ticks, lots);
        }
        for (final StringBuilder each : lines) {
            digest.update(each.toString().getBytes(StandardCharsets.US_ASCII));
            each.setLength(0);
        }
    }

    private void enter(final char side, final char timeInForce, final long ticks, final long lots) {
        orders++;
        engineIds.put(fileId, orders);
        fileIds.put(orders, fileId);
        newOrder.wrapAndApplyHeader(command, 0, header)
                .ownerId(1)
                .connectionEpoch(1)
                .instrumentId(1)
                .accountId(2)
                .side((short) side)
                .orderType((short) '2')
                .timeInForce((short) timeInForce)
                .selfTradePrevention((short) '-')
                .pegReference((short) 0)
                .flags(0)
                .priceTicks(ticks)
                .stopPriceTicks(NONE)
                .quantityLots(lots)
                .displayLots(NONE)
                .minimumLots(NONE)
                .expireTimeMicros(NONE)
                .expireDay(0)
                .fingerprint(0)
                .putClOrdId(id, 0, nextId())
                .putEcho(NOTHING, 0, 0);
        send(newOrder.encodedLength());
    }

    private void cancel() {
        if (!engineIds.containsKey(fileId)) {
            line(4).append(fileId);
            return;
        }
        cancel.wrapAndApplyHeader(command, 0, header)
                .requesterId(1)
                .accountId(0)
                .instrumentId(0)
                .orderId(engineIds.get(fileId))
                .side((short) 0)
                .flags(0)
                .cause(0)
                .putClOrdId(id, 0, nextId())
                .putOrigClOrdId(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0);
        send(cancel.encodedLength());
    }

    private void modify(final long ticks, final long lots) {
        if (!engineIds.containsKey(fileId)) {
            line(5).append(fileId);
            return;
        }
        replace.wrapAndApplyHeader(command, 0, header)
                .requesterId(1)
                .accountId(0)
                .instrumentId(0)
                .orderId(engineIds.get(fileId))
                .side((short) 0)
                .orderType((short) 0)
                .timeInForce((short) 0)
                .selfTradePrevention((short) 0)
                .pegReference((short) 0)
                .flags(0)
                .gatewayCode(0)
                .priceTicks(ticks)
                .stopPriceTicks(NONE)
                .quantityLots(filled.get(engineIds.get(fileId)) + lots)
                .displayLots(NONE)
                .minimumLots(NONE)
                .expireTimeMicros(NONE)
                .expireDay(0)
                .putClOrdId(id, 0, nextId())
                .putOrigClOrdId(NOTHING, 0, 0);
        send(replace.encodedLength());
    }

    private int nextId() {
        id.putLong(0, ++ids);
        return Long.BYTES;
    }

    private void send(final int encodedLength) {
        origin.wrap(command, MessageHeaderEncoder.ENCODED_LENGTH)
                .clientId(1)
                .epoch(1)
                .number(++number);
        engine.apply(1, command, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength, this);
    }

    @Override
    public int claim(final int maxLength) {
        return 0;
    }

    @Override
    public MutableDirectBuffer buffer() {
        return item;
    }

    @Override
    public void commit(final int length, final long eventSequence) {
        headerIn.wrap(item, 0);
        if (headerIn.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
            onReport(report.wrapAndApplyHeader(item, 0, headerIn));
        } else if (headerIn.templateId() == CancelRejectDecoder.TEMPLATE_ID) {
            reject.wrapAndApplyHeader(item, 0, headerIn);
            line(reject.responseTo() == '1' ? 4 : 5).append(fileId);
        }
    }

    private void onReport(final ExecutionReportDecoder it) {
        final long order = fileIds.get(it.orderId());
        final int side = it.side() == '1' ? 0 : 1;
        switch (it.execType()) {
            case '0' ->
                line(0).append(side)
                        .append(',')
                        .append(order)
                        .append(',')
                        .append(it.priceTicks())
                        .append(',')
                        .append(it.quantityLots());
            case '4' ->
                line(2).append(side).append(',').append(order).append(',').append(it.priceTicks());
            case '5' ->
                line(3).append(side)
                        .append(',')
                        .append(order)
                        .append(',')
                        .append(it.priceTicks())
                        .append(',')
                        .append(it.leavesLots());
            case 'F' -> onFill(it, order);
            default -> throw new IllegalStateException("execType=" + (char) it.execType() + " code=" + it.code());
        }
    }

    private void onFill(final ExecutionReportDecoder it, final long order) {
        filled.put(it.orderId(), it.filledLots());
        if (it.liquidity() == '1') {
            makerId = order;
        } else {
            line(1).append(it.lastPriceTicks())
                    .append(',')
                    .append(it.lastLots())
                    .append(',')
                    .append(makerId)
                    .append(',')
                    .append(order);
        }
    }

    private StringBuilder line(final int type) {
        final StringBuilder line = lines.get(type);
        if (!isFirstLine) {
            line.append('\n');
        }
        isFirstLine = false;
        return line.append(type)
                .append(',')
                .append(Long.toUnsignedString(sequence))
                .append(',');
    }

    private void open() {
        engine.apply(
                1,
                command,
                0,
                MessageHeaderEncoder.ENCODED_LENGTH
                        + new HelloEncoder()
                                .wrapAndApplyHeader(command, 0, header)
                                .flags(0)
                                .afterSequence(0)
                                .putName(new byte[] {'r'}, 0, 1)
                                .encodedLength(),
                this);
        send(new OpenLogEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .logIdHigh(1)
                .logIdLow(1)
                .rolloverSecondOfDay(0)
                .encodedLength());
        asset("USD");
        asset("X");
        send(new DefineParticipantEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .participantId(0)
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .putName("P".getBytes(StandardCharsets.US_ASCII), 0, 1)
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
        account("VEX-FEES", AccountType.EXCHANGE);
        account("A", AccountType.CREDIT);
        send(new DefineInstrumentEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .instrumentId(0)
                .baseAssetId(2)
                .quoteAssetId(1)
                .tickMantissa(1)
                .tickDecimals(0)
                .lotMantissa(1)
                .lotDecimals(0)
                .minimumLots(1)
                .maximumLots(Integer.MAX_VALUE)
                .maximumNotional(1L << 50)
                .referencePriceTicks(1)
                .staticCollarBp(0)
                .dynamicCollarBp(0)
                .protectionBp(0)
                .volatilityAuctionSeconds(0)
                .makerFeeRate(0)
                .takerFeeRate(0)
                .auctionFeeRate(0)
                .enabled((short) 1)
                .phase((short) Phase.CONTINUOUS.number())
                .putSymbol("X".getBytes(StandardCharsets.US_ASCII), 0, 1)
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
        final DefineSessionEncoder session = new DefineSessionEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .sessionId(0)
                .participantId(1)
                .role((short) SessionRole.ORDER_ENTRY.number())
                .enabled((short) 1)
                .selfTradePrevention((short) 0)
                .defaultAccountId(2);
        session.accountsCount(1).next().accountId(2);
        send(session.putName("S".getBytes(StandardCharsets.US_ASCII), 0, 1)
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private void asset(final String name) {
        send(new DefineAssetEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .assetId(0)
                .scale(0)
                .putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }

    private void account(final String name, final AccountType type) {
        send(new DefineAccountEncoder()
                .wrapAndApplyHeader(command, 0, header)
                .accountId(0)
                .participantId(1)
                .accountType((short) type.number())
                .enabled((short) 1)
                .putName(name.getBytes(StandardCharsets.US_ASCII), 0, name.length())
                .putProperties(NOTHING, 0, 0)
                .putAudit(NOTHING, 0, 0)
                .encodedLength());
    }
}
