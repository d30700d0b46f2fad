package io.vexchange.fix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.protocol.AuditNoteEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.agrona.ExpandableArrayBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens at the door, for the venue's audit. Strangers cannot flood the log: beyond ten notes a second with a burst of a hundred
 * they are only counted, and the next note tells how many. Thread-safe.
 */
final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PER_SECOND = 10;
    private static final int BURST = 100;

    private final Supplier<EngineClient> client;
    private final Executor writer;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
    private final AuditNoteEncoder note = new AuditNoteEncoder();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Throttle throttle = new Throttle(PER_SECOND, BURST, System.nanoTime());
    private long left;

    AuditTrail(final Supplier<EngineClient> client, final Executor pool) {
        this.client = client;
        this.writer = new SerialExecutor(pool);
    }

    void logon(final String name, final InetAddress source, final String action, final String cause) {
        write(name, source.getHostAddress(), action, cause);
    }

    void session(final String name, final String action, final String cause) {
        write(name, null, action, cause);
    }

    /** Later, in order: who notices something may be the engine client's thread, which must not wait for itself. */
    private void write(final String name, final String source, final String action, final String cause) {
        writer.execute(() -> writeNow(name, source, action, cause));
    }

    private void writeNow(final String name, final String source, final String action, final String cause) {
        LOG.info("session={} source={} action={} cause={}", name, source, action, cause);
        if (!throttle.take(1, System.nanoTime())) {
            left++;
            return;
        }
        final Map<String, Object> audit = new LinkedHashMap<>();
        audit.put("actor", name);
        audit.put("role", "SESSION");
        audit.put("source", source);
        audit.put("channel", "FIX");
        audit.put("requestId", null);
        audit.put("reason", cause);
        audit.put("request", left == 0 ? Map.of("action", action) : Map.of("action", action, "notesLeftOut", left));
        try {
            final byte[] json = JSON.writeValueAsString(audit).getBytes(StandardCharsets.UTF_8);
            note.wrapAndApplyHeader(buffer, 0, header).code(0).kind((short) 0).putAudit(json, 0, json.length);
            client.get().send(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + note.encodedLength());
            left = 0;
        } catch (final EngineUnavailableException e) {
            left++;
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("an audit note is no JSON", e);
        }
    }
}
