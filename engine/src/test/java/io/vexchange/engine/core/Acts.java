package io.vexchange.engine.core;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.AnnounceEncoder;
import io.vexchange.engine.protocol.AssignFeeTierEncoder;
import io.vexchange.engine.protocol.DefineFeeTierEncoder;
import io.vexchange.engine.protocol.MessageHeaderEncoder;
import io.vexchange.engine.protocol.SessionActDoneEncoder;
import io.vexchange.engine.protocol.SessionActEncoder;
import io.vexchange.engine.protocol.SetCancelAfterEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What staff and REST desks send beside orders: fee tiers, announcements, acts on sessions, cancel-after. */
final class Acts {
    private final TestVenue venue;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private byte[] audit = "{\"actor\":\"operator\"}".getBytes(StandardCharsets.UTF_8);

    Acts(final TestVenue venue) {
        this.venue = venue;
    }

    /** The acts that follow bear this request id. */
    Acts request(final String id) {
        audit = ("{\"actor\":\"operator\",\"requestId\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        return this;
    }

    LimitsCommand limits(final KillScope scope, final int targetId) {
        return new LimitsCommand(venue, scope, targetId, audit);
    }

    /** @param rates instrument, maker, taker, auction, and so on */
    List<String> tier(final int id, final String name, final int... rates) {
        final DefineFeeTierEncoder encoder = new DefineFeeTierEncoder()
                .wrapAndApplyHeader(venue.command(), 0, header)
                .actorId(1)
                .feeTierId(id);
        final DefineFeeTierEncoder.RatesEncoder group = encoder.ratesCount(rates.length / 4);
        for (int i = 0; i < rates.length; i += 4) {
            group.next()
                    .instrumentId(rates[i])
                    .makerFeeRate(rates[i + 1])
                    .takerFeeRate(rates[i + 2])
                    .auctionFeeRate(rates[i + 3]);
        }
        return venue.send(encoder.putName(name.getBytes(StandardCharsets.UTF_8), 0, name.length())
                .putAudit(audit, 0, audit.length)
                .encodedLength());
    }

    List<String> assign(final int accountId, final int tierId) {
        return venue.send(new AssignFeeTierEncoder()
                .wrapAndApplyHeader(venue.command(), 0, header)
                .actorId(1)
                .accountId(accountId)
                .feeTierId(tierId)
                .putAudit(audit, 0, audit.length)
                .encodedLength());
    }

    List<String> announce(final String text, final int severity, final long atMicros) {
        return announce(0, true, severity, atMicros, text);
    }

    List<String> withdraw(final long id) {
        return announce(id, false, 0, Long.MIN_VALUE, "");
    }

    private List<String> announce(
            final long id, final boolean isActive, final int severity, final long atMicros, final String text) {
        return venue.send(new AnnounceEncoder()
                .wrapAndApplyHeader(venue.command(), 0, header)
                .actorId(1)
                .announcementId(id)
                .isActive((short) (isActive ? 1 : 0))
                .severity((short) severity)
                .atMicros(atMicros)
                .putText(text.getBytes(StandardCharsets.UTF_8), 0, text.length())
                .putAudit(audit, 0, audit.length)
                .encodedLength());
    }

    List<String> session(final int sessionId, final int act) {
        return venue.send(new SessionActEncoder()
                .wrapAndApplyHeader(venue.command(), 0, header)
                .actorId(1)
                .sessionId(sessionId)
                .act((short) act)
                .putAudit(audit, 0, audit.length)
                .encodedLength());
    }

    List<String> sessionDone(final int sessionId, final long actSequence) {
        return venue.send(new SessionActDoneEncoder()
                .wrapAndApplyHeader(venue.command(), 0, header)
                .sessionId(sessionId)
                .actSequence(actSequence)
                .code(0)
                .undeliveredReports(3)
                .encodedLength());
    }

    List<String> cancelAfter(final Trader trader, final int accountId, final int seconds) {
        return venue.send(new SetCancelAfterEncoder()
                .wrapAndApplyHeader(venue.command(), 0, header)
                .requesterId(trader.requesterId())
                .accountId(accountId)
                .seconds(seconds)
                .encodedLength());
    }
}
