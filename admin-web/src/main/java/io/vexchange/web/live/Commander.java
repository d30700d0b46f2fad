package io.vexchange.web.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vexchange.engine.client.ConvertedOrder;
import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineUnavailableException;
import io.vexchange.engine.client.OrderReport;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.AuditNoteEncoder;
import io.vexchange.engine.protocol.CancelOrderEncoder;
import io.vexchange.engine.protocol.DefineTokenEncoder;
import io.vexchange.engine.protocol.EngageKillSwitchEncoder;
import io.vexchange.engine.protocol.MassCancelEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.NewOrderEncoder;
import io.vexchange.engine.protocol.ReleaseKillSwitchEncoder;
import io.vexchange.engine.protocol.ReplaceOrderEncoder;
import io.vexchange.engine.protocol.SetPhaseEncoder;
import io.vexchange.engine.protocol.TransferEncoder;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.ExpandableArrayBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes commands and asks the engine. An answer that does not come within 5 s is OUTCOME_UNKNOWN; what is surely not taken is
 * NO_LEADER. Threads: any.
 */
final class Commander {
    private static final Logger LOG = LoggerFactory.getLogger(Commander.class);
    private static final int FLAG_POST_ONLY = 1;
    private static final int FLAG_IDEMPOTENT = 4;
    private static final char SOH = 1;
    private static final char SCOPE_ALL = '7';
    private static final byte[] NOTHING = {};
    private static final long PATIENCE_SECONDS = 5;

    private final EngineClient client;
    private final Executor executor;
    private final Timer seconds;
    private final MeterRegistry meters;

    Commander(final EngineClient client, final Executor executor, final MeterRegistry meters) {
        this.client = client;
        this.executor = executor;
        this.meters = meters;
        this.seconds = Timer.builder("vex.command")
                .description("Commands by REST, from reception to their answer")
                .tag("channel", "REST")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(100_000))
                .maximumExpectedValue(Duration.ofSeconds(PATIENCE_SECONDS))
                .register(meters);
    }

    private static byte[] ascii(final String text) {
        return text == null ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
    }

    CompletableFuture<Outcome> newOrder(
            final int userId,
            final ConvertedOrder order,
            final boolean postOnly,
            final String clientOrderId,
            final String text) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final NewOrderEncoder command = new NewOrderEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        order.encode(command);
        command.ownerId(-userId).connectionEpoch(0).flags(FLAG_IDEMPOTENT | (postOnly ? FLAG_POST_ONLY : 0));
        final byte[] id = ascii(clientOrderId);
        final byte[] echo = text == null ? NOTHING : ascii(OrderReport.TEXT_FIELD + text + SOH);
        command.putClOrdId(id, 0, id.length).putEcho(echo, 0, echo.length);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> replace(
            final int userId, final long orderId, final ConvertedOrder changes, final String clientOrderId) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final ReplaceOrderEncoder command =
                new ReplaceOrderEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        changes.encode(command);
        command.requesterId(-userId).orderId(orderId);
        final byte[] id = ascii(clientOrderId);
        command.putClOrdId(id, 0, id.length).putOrigClOrdId(NOTHING, 0, 0);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> cancel(
            final int userId, final int accountId, final long orderId, final Code cause, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final CancelOrderEncoder command =
                new CancelOrderEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.requesterId(-userId)
                .accountId(accountId)
                .instrumentId(0)
                .orderId(orderId)
                .side((short) 0)
                .flags(0)
                .cause(cause.number());
        command.putClOrdId(NOTHING, 0, 0).putOrigClOrdId(NOTHING, 0, 0).putAudit(audit, 0, audit.length);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> massCancel(
            final int userId,
            final int accountId,
            final int instrumentId,
            final int side,
            final String clientOrderId,
            final Code cause,
            final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final MassCancelEncoder command =
                new MassCancelEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.requesterId(-userId)
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side((short) side)
                .scope((short) SCOPE_ALL)
                .cause(cause.number());
        final byte[] id = ascii(clientOrderId);
        command.putClOrdId(NOTHING, 0, 0).putOrigClOrdId(id, 0, id.length).putAudit(audit, 0, audit.length);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> setPhase(
            final int userId, final int instrumentId, final Phase phase, final long untilMicros, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final SetPhaseEncoder command = new SetPhaseEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.actorId(-userId)
                .instrumentId(instrumentId)
                .phase((short) phase.number())
                .untilMicros(untilMicros)
                .putAudit(audit, 0, audit.length);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> engage(final int userId, final KillScope scope, final int targetId, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final EngageKillSwitchEncoder command =
                new EngageKillSwitchEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.actorId(-userId)
                .scope((short) scope.number())
                .targetId(targetId)
                .putAudit(audit, 0, audit.length);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> release(
            final int userId, final long killSwitchId, final boolean secondUser, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final ReleaseKillSwitchEncoder command =
                new ReleaseKillSwitchEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.actorId(-userId)
                .killSwitchId(killSwitchId)
                .secondUser((short) (secondUser ? 1 : 0))
                .putAudit(audit, 0, audit.length);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> transfer(
            final int accountId, final int assetId, final long amount, final String reference, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final TransferEncoder command = new TransferEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.accountId(accountId).assetId(assetId).amount(amount);
        final byte[] text = ascii(reference);
        command.putReference(text, 0, text.length).putAudit(audit, 0, audit.length);
        return ask(buffer, command.encodedLength());
    }

    CompletableFuture<Outcome> defineToken(
            final int tokenId,
            final int userId,
            final boolean enabled,
            final String name,
            final String properties,
            final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1024);
        final DefineTokenEncoder command =
                new DefineTokenEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.tokenId(tokenId).userId(userId).enabled((short) (enabled ? 1 : 0));
        final byte[] nameBytes = ascii(name);
        final byte[] propertyBytes = ascii(properties);
        command.putName(nameBytes, 0, nameBytes.length)
                .putProperties(propertyBytes, 0, propertyBytes.length)
                .putAudit(audit, 0, audit.length);
        return ask(buffer, command.encodedLength());
    }

    /** Puts something that is no command into the audit; what cannot be sequenced now is left to the log file. */
    void note(final Code code, final byte[] audit) {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(512);
        final AuditNoteEncoder command =
                new AuditNoteEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        command.code(code.number()).kind((short) 0).putAudit(audit, 0, audit.length);
        try {
            client.send(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + command.encodedLength());
        } catch (final EngineUnavailableException e) {
            LOG.warn("not audited, the engine cannot be reached: {}", new String(audit, StandardCharsets.UTF_8));
        }
    }

    CompletableFuture<Outcome> ask(final ExpandableArrayBuffer buffer, final int encodedLength) {
        final long began = System.nanoTime();
        try {
            return client.ask(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .handleAsync( // not on the client's thread: what follows makes shapes and texts
                            (outcome, failure) -> {
                                seconds.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                                if (failure == null) {
                                    return outcome;
                                }
                                throw problem(failure);
                            },
                            executor);
        } catch (final EngineUnavailableException e) {
            throw noLeader(e);
        }
    }

    private static ProblemException problem(final Throwable failure) {
        final Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return new ProblemException(
                    Problems.OUTCOME_UNKNOWN, "may or may not have been accepted; repeat the same request");
        }
        if (cause instanceof EngineUnavailableException) {
            return new ProblemException(
                    Problems.OUTCOME_UNKNOWN, "the engine went away; may or may not have been accepted");
        }
        throw new IllegalStateException("a command failed", cause);
    }

    private static ProblemException noLeader(final EngineUnavailableException e) {
        return ProblemException.ofRetry(Problems.NO_LEADER, "not accepted: " + e.getMessage(), 1);
    }

    /** Counts what became of an order. */
    void countOrder(final String result) {
        meters.counter("vex.rest.orders", "result", result).increment();
    }
}
