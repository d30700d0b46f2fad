package io.vexchange.store.projection;

import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AuditRecordedDecoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Audit rows and incidents. */
final class LogRows {
    private static final int INCIDENT = 1;

    private final Words words;
    private final CopyRows rows = new CopyRows(
            "logs",
            List.of(
                    "event_sequence",
                    "kind",
                    "at",
                    "actor",
                    "role",
                    "source",
                    "channel",
                    "action",
                    "target",
                    "request",
                    "result",
                    "severity",
                    "code",
                    "text",
                    "reason",
                    "request_id",
                    "member"));

    LogRows(final Words words) {
        this.words = words;
    }

    void add(final AuditRecordedDecoder it, final AuditText audit) {
        final boolean isIncident = it.kind() == INCIDENT;
        final Code code = Code.of(it.code());
        final boolean isOk = code == null || code == Code.NONE;
        final AuditAction action = AuditAction.of(it.action());
        final String codeName = isOk ? audit.text("code") : code.name();
        final String said = audit.text("target");
        final String actionSaid = audit.text("action");
        final String result = audit.text("result");
        final BinaryRows row = rows.row()
                .int8(it.sequence())
                .text(isIncident ? "INCIDENT" : "AUDIT")
                .time(it.timeMicros())
                .text(audit.text("actor"))
                .text(audit.text("role"))
                .text(audit.text("source"))
                .text(audit.text("channel"))
                .text(isIncident ? null : action == AuditAction.NOTE && actionSaid != null ? actionSaid : word(action))
                .text(said == null ? target(action, it.targetId()) : said)
                .jsonb(audit.json("request"))
                .text(isIncident ? null : isOk && !"REFUSED".equals(result) ? "OK" : "REFUSED")
                .text(isIncident ? audit.text("severity") : null)
                .text(codeName)
                .text(audit.text("text"))
                .text(audit.text("reason"))
                .text(audit.text("requestId"));
        final String member = isIncident ? audit.number("member") : null;
        if (member == null) {
            row.none();
        } else {
            row.int4(Integer.parseInt(member));
        }
    }

    private static String word(final AuditAction action) {
        return action == null ? AuditAction.NOTE.name() : action.name();
    }

    private String target(final AuditAction action, final long targetId) {
        if (action == null || targetId == 0) {
            return action == AuditAction.PHASE_SET ? "*" : null;
        }
        final int id = (int) targetId;
        try {
            return switch (action) {
                case NOTE, FEE_TIER_DEFINE, ANNOUNCE -> null;
                case ASSET_DEFINE -> words.asset(id);
                case INSTRUMENT_DEFINE, PHASE_SET, REFERENCE_PRICE_SET, SCHEDULE_SET ->
                    words.instrument(id).symbol();
                case PARTICIPANT_DEFINE -> words.participant(id);
                case ACCOUNT_DEFINE, DEPOSIT, WITHDRAWAL, MASS_CANCEL, FEE_TIER_ASSIGN -> words.account(id);
                case LIMITS_SET -> id > 0 ? words.account(id) : words.participant(-id);
                case SESSION_DEFINE, SESSION_LOGOUT, SESSION_RESET -> words.session(id);
                case USER_DEFINE -> words.user(id);
                case TOKEN_DEFINE -> words.token(id);
                case KILL_SWITCH_ENGAGE, KILL_SWITCH_RELEASE -> words.killSwitch(targetId);
                case TRADE_BUST, TRADE_CORRECT, ORDER_CANCEL -> Long.toString(targetId);
            };
        } catch (final IllegalStateException e) {
            // a refused act may name what is not there
            return Long.toString(targetId);
        }
    }

    void write(final Connection connection) throws SQLException {
        rows.write(connection);
    }
}
