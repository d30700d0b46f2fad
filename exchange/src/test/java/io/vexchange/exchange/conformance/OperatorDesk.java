package io.vexchange.exchange.conformance;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.Outcome;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.protocol.BustTradeEncoder;
import io.vexchange.engine.protocol.CorrectTradeEncoder;
import io.vexchange.engine.protocol.EngageKillSwitchEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.ReleaseKillSwitchEncoder;
import io.vexchange.engine.protocol.SetPhaseEncoder;
import io.vexchange.exchange.venue.CoreVenue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.ExpandableArrayBuffer;

/** The operator's acts that a transcript needs: phases, kill switches, busts and corrections. */
final class OperatorDesk {
    /** An id that an act has borne gets that act's answer again. */
    private static final AtomicLong ACTS = new AtomicLong();

    private final CoreVenue venue;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Deque<Long> switches = new ArrayDeque<>();

    OperatorDesk(final CoreVenue venue) {
        this.venue = venue;
    }

    private byte[] audit() {
        return ("{\"actor\":\"operator\",\"role\":\"OPERATOR\",\"channel\":\"REST\",\"reason\":\"transcript\",\"requestId\":\"t-"
                        + ACTS.incrementAndGet() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Outcome act(final int encodedLength) throws InterruptedException {
        final Outcome outcome = venue.act(buffer, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength);
        if (outcome.code() != Code.NONE) {
            throw new AssertionError("the operator is refused: " + outcome.code());
        }
        return outcome;
    }

    private int instrumentId(final String symbol) {
        final Instrument instrument = venue.directory().instrument(symbol);
        return instrument.id();
    }

    void phase(final String symbol, final Phase phase) throws InterruptedException {
        final SetPhaseEncoder command = new SetPhaseEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .actorId(0)
                .untilMicros(SetPhaseEncoder.untilMicrosNullValue())
                .instrumentId(instrumentId(symbol))
                .phase((short) phase.number());
        final byte[] audit = audit();
        act(command.putAudit(audit, 0, audit.length).encodedLength());
    }

    void engage(final KillScope scope, final String target) throws InterruptedException {
        final int targetId = switch (scope) {
            case SESSION -> venue.directory().session(target).id();
            case ACCOUNT -> venue.directory().account(target).id();
            case FIRM -> venue.directory().participant(target).id();
            case INSTRUMENT -> instrumentId(target);
            case MARKET -> 0;
        };
        final EngageKillSwitchEncoder command = new EngageKillSwitchEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .actorId(0)
                .scope((short) scope.number())
                .targetId(targetId);
        final byte[] audit = audit();
        switches.push(
                act(command.putAudit(audit, 0, audit.length).encodedLength()).resultId());
    }

    /** Releases the one that was engaged last. */
    void release() throws InterruptedException {
        final ReleaseKillSwitchEncoder command = new ReleaseKillSwitchEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .actorId(0)
                .secondUser((short) 0)
                .killSwitchId(switches.pop());
        final byte[] audit = audit();
        act(command.putAudit(audit, 0, audit.length).encodedLength());
    }

    boolean hasEngaged() {
        return !switches.isEmpty();
    }

    void bust(final long tradeId) throws InterruptedException {
        final BustTradeEncoder command = new BustTradeEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .actorId(0)
                .tradeId(tradeId);
        final byte[] audit = audit();
        act(command.putAudit(audit, 0, audit.length).encodedLength());
    }

    void correct(final long tradeId, final long priceTicks, final long lots) throws InterruptedException {
        final CorrectTradeEncoder command = new CorrectTradeEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .actorId(0)
                .tradeId(tradeId)
                .priceTicks(priceTicks)
                .lots(lots);
        final byte[] audit = audit();
        act(command.putAudit(audit, 0, audit.length).encodedLength());
    }
}
