package io.vexchange.bench.echo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import quickfix.ApplicationAdapter;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;

/** Answers each order, cancel and mass cancel at once, out of {@code fromApp}. */
final class EchoApplication extends ApplicationAdapter {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final AtomicLong ids = new AtomicLong();

    @Override
    public void fromApp(final Message request, final SessionID id) throws FieldNotFound {
        final String type = request.getHeader().getString(35);
        final Message answer = new Message();
        switch (type) {
            case "D" -> report(request, answer, '0', request.getString(38));
            case "F" -> {
                report(request, answer, '4', "0");
                answer.setString(41, request.getString(41));
            }
            case "q" -> massCancel(request, answer);
            default -> {
                return;
            }
        }
        Session.lookupSession(id).send(answer);
    }

    private void report(final Message request, final Message answer, final char state, final String leaves)
            throws FieldNotFound {
        final String number = Long.toString(ids.incrementAndGet());
        answer.getHeader().setString(35, "8");
        answer.setString(37, number);
        answer.setString(11, request.getString(11));
        answer.setString(17, number);
        answer.setChar(150, state);
        answer.setChar(39, state);
        answer.setString(1, "ECHO");
        answer.setString(55, request.getString(55));
        answer.setString(54, request.getString(54));
        answer.setString(38, request.getString(38));
        answer.setString(40, "2");
        if (request.isSetField(44)) {
            answer.setString(44, request.getString(44));
        }
        answer.setString(59, "0");
        answer.setString(151, leaves);
        answer.setString(14, "0");
        answer.setString(6, "0");
        answer.setString(60, UTC.format(Instant.now()));
    }

    private void massCancel(final Message request, final Message answer) throws FieldNotFound {
        answer.getHeader().setString(35, "r");
        answer.setString(37, Long.toString(ids.incrementAndGet()));
        answer.setString(11, request.getString(11));
        answer.setString(530, request.getString(530));
        answer.setString(531, request.getString(530));
        answer.setString(533, "0");
    }
}
