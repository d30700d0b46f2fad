package io.vexchange.fix;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SessionRole;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import quickfix.Group;
import quickfix.Message;

/**
 * TradeCaptureReportRequest (AD): AQ, then one AE a side of the asker's accounts, out of the history, which is given up to two seconds to
 * show what the session has been told already. The questions are asked on threads of their own.
 */
final class TradeCapture {
    private static final int MOST_REPORTS = 10_000;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final String FILL_TYPES = "FGH";
    private static final String TRANSACTION_TYPES = "021";

    /** The request cannot be served. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String result;

        Refused(final String result, final String text) {
            super(text, null, false, false);
            this.result = result;
        }
    }

    private final Gateway gateway;
    private final TradingSession session;

    TradeCapture(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
    }

    /** The session's thread. */
    void handle(final Message request) {
        try {
            final TradeSearch search = search(request);
            final long newest = session.journal().greatestEvent();
            gateway.questions().execute(() -> answer(request, search, newest));
        } catch (final Refused e) {
            acknowledge(request, 0, e.result, '2', e.getMessage());
        } catch (final RejectedExecutionException e) {
            acknowledge(request, 0, "99", '2', Code.NOT_AVAILABLE.name());
        }
    }

    private TradeSearch search(final Message request) throws Refused {
        if (request.isSetField(263) && Fields.character(request, 263) != '0') {
            throw new Refused("99", Code.UNSUPPORTED_COMBINATION + ": 263");
        }
        final String type = Fields.text(request, 569);
        if (!"0".equals(type) && !"1".equals(type)) {
            throw new Refused("8", Code.UNSUPPORTED_COMBINATION + ": 569");
        }
        final String symbol = Fields.text(request, 55);
        if (symbol != null && gateway.directory().instrument(symbol) == null) {
            throw new Refused("1", Code.UNKNOWN_SYMBOL.name());
        }
        final int accountId = session.accountOf(request);
        if (accountId < 0) {
            throw new Refused("99", Code.UNKNOWN_ACCOUNT.name());
        }
        final char side = Fields.character(request, 54);
        final long execId = request.isSetField(17) ? Fields.id(request, 17) : Fields.id(request, 571);
        final long orderId = Fields.orderId(request);
        final List<Group> dates = request.getGroups(580);
        if (dates.size() > 2) {
            throw new Refused("99", Code.UNSUPPORTED_COMBINATION + ": 580");
        }
        final Group from = dates.isEmpty() ? null : dates.get(0);
        final Group to = dates.isEmpty() ? null : dates.get(dates.size() - 1);
        return new TradeSearch(
                accounts(accountId),
                orderId == 0 ? null : orderId,
                Fields.text(request, 11),
                symbol,
                side,
                execId == 0 ? null : execId,
                day(from),
                day(to),
                time(from),
                dates.size() == 2 ? time(to) : null);
    }

    private List<String> accounts(final int accountId) {
        final List<String> names = new ArrayList<>();
        final SessionConfig config = session.config();
        if (accountId > 0) {
            names.add(gateway.directory().account(accountId).name());
        } else if (config.role() == SessionRole.DROP_COPY) {
            for (final Account each : gateway.directory().accounts()) {
                if (each.participantId() == config.participantId()) {
                    names.add(each.name());
                }
            }
        } else {
            config.accountIds()
                    .forEach(each -> names.add(gateway.directory().account(each).name()));
        }
        return names;
    }

    private static LocalDate day(final Group date) throws Refused {
        final String text = date == null ? null : Fields.text(date, 75);
        if (text == null) {
            return null;
        }
        final int day = Times.day(text);
        try {
            return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
        } catch (final DateTimeException e) {
            throw new Refused("99", Code.INVALID_FIELD + ": 75");
        }
    }

    private static Long time(final Group date) throws Refused {
        final String text = date == null ? null : Fields.text(date, 60);
        if (text == null) {
            return null;
        }
        final long micros = Times.micros(text);
        if (micros == Times.NONE) {
            throw new Refused("99", Code.INVALID_FIELD + ": 60");
        }
        return micros;
    }

    // -- a thread for questions --

    private void answer(final Message request, final TradeSearch search, final long newest) {
        try {
            final long deadline = System.nanoTime() + FRESH_NANOS;
            while (gateway.history().position() < newest && System.nanoTime() < deadline) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            final List<TradeSide> sides = gateway.history().sides(search, MOST_REPORTS + 1);
            if (sides.size() > MOST_REPORTS) {
                acknowledge(request, 0, "99", '2', Code.TOO_MANY.name());
                return;
            }
            acknowledge(request, sides.size(), "0", '0', null);
            final List<CharSequence> reports = new ArrayList<>(sides.size());
            for (int i = 0; i < sides.size(); i++) {
                reports.add(report(request, sides.get(i), i == sides.size() - 1));
            }
            PacedReplies.send(gateway, session, "AE", reports);
        } catch (final HistoryUnavailableException e) {
            acknowledge(request, 0, "99", '2', Code.STORE_UNAVAILABLE.name());
        }
    }

    private void acknowledge(
            final Message request, final int count, final String result, final char status, final String text) {
        final StringBuilder body = new StringBuilder(120);
        FixText.field(body, 568, Fields.text(request, 568));
        FixText.field(body, 569, Fields.text(request, 569));
        FixText.field(body, 748, count);
        FixText.field(body, 749, result);
        FixText.field(body, 750, status);
        if (text != null) {
            FixText.field(body, 58, text);
        }
        session.reply("AQ", body);
    }

    private CharSequence report(final Message request, final TradeSide side, final boolean isLast) {
        final StringBuilder body = new StringBuilder(300);
        FixText.field(body, 571, side.execId());
        FixText.field(body, 487, TRANSACTION_TYPES.charAt(side.status()));
        FixText.field(body, 856, '0');
        FixText.field(body, 568, Fields.text(request, 568));
        FixText.field(body, 150, FILL_TYPES.charAt(side.status()));
        FixText.field(body, 912, isLast ? 'Y' : 'N');
        FixText.field(body, 880, side.tradeId());
        FixText.field(body, 17, side.execId());
        FixText.field(body, 570, 'N');
        FixText.field(body, 55, side.symbol());
        FixText.field(body, 32, side.quantity());
        FixText.field(body, 31, side.price());
        FixText.field(body, 75, side.tradeDay());
        body.append("60=");
        FixText.time(body, side.executedMicros(), session.extensions()).append(FixText.SOH);
        FixText.field(body, 552, 1);
        FixText.field(body, 54, side.side());
        FixText.field(body, 37, side.orderId());
        FixText.field(body, 11, side.clOrdId());
        FixText.field(body, 1, side.account());
        FixText.field(body, 136, 1);
        FixText.field(body, 137, side.fee());
        FixText.field(body, 138, side.feeAsset());
        FixText.field(body, 139, '4');
        return FixText.field(body, 891, '0');
    }
}
