package io.vexchange.exchange.conformance;

import io.vexchange.exchange.e2e.FixMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.InvalidMessage;
import quickfix.Message;

/** What holds of every message of the venue, whatever a transcript says of it. */
final class Rules {
    private static final DataDictionary STOCK = load("FIX44.xml");
    private static final DataDictionary OURS = load("FIX44-VEX.xml");
    private static final List<Integer> ALWAYS = List.of(37, 11, 17, 150, 39, 55, 54, 151, 14, 6, 60);

    private Rules() {}

    private static DataDictionary load(final String name) {
        try {
            return new DataDictionary(name);
        } catch (final ConfigError e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param raw what came
     * @param extensions whether the session has asked for the venue's extensions
     * @throws AssertionError when the client's dictionary refuses it, or an ExecutionReport does not add up
     */
    static void check(final String raw, final boolean extensions) {
        try {
            final Message message = new Message();
            message.fromString(raw, extensions ? OURS : STOCK, true);
            (extensions ? OURS : STOCK).validate(message);
        } catch (final InvalidMessage | IncorrectTagValue | FieldNotFound | IncorrectDataFormat | RuntimeException e) {
            throw new AssertionError("a client's dictionary refuses " + raw.replace('\u0001', '|'), e);
        }
        final FixMessage message = FixMessage.of(raw);
        if ("8".equals(message.type()) && !"911".equals(message.get(584)) && !message.has(37, "NONE")) {
            report(message);
        }
    }

    private static void report(final FixMessage report) {
        for (final int each : ALWAYS) {
            require(!report.get(each).isEmpty(), "has no " + each, report);
        }
        require(Set.of("0", "4", "5", "8", "C", "D", "F", "G", "H", "I", "L").contains(report.get(150)), "150", report);
        require(Set.of("0", "1", "2", "4", "8", "C").contains(report.get(39)), "39", report);
        final BigDecimal leaves = report.number(151);
        if ("01".contains(report.get(39))) {
            require(report.number(38).compareTo(report.number(14).add(leaves)) == 0, "38 is not 14 + 151", report);
            require(leaves.signum() > 0, "is live and has no 151", report);
        } else {
            require(leaves.signum() == 0, "is over and has 151", report);
        }
        require((report.number(14).signum() == 0) == (report.number(6).signum() == 0), "6 and 14", report);
    }

    private static void require(final boolean holds, final String what, final FixMessage report) {
        if (!holds) {
            throw new AssertionError(what + ": " + report);
        }
    }
}
