package io.vexchange.exchange.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent is answered as the rules say, its neighbours notice nothing, and the venue trades on. */
@Tag("slow")
@Timeout(300)
class BadInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDERS = "/api/v1/orders";
    private static final int MESSAGE_LIMIT_BEFORE_LOGON = 8 * 1024;

    @TempDir
    private Path temporary;

    private LiveVenue venue;
    private final FixClient alpha = new FixClient("ALPHA1");
    private final FixClient neighbour = new FixClient("BETA1");
    private int ids;

    @AfterEach
    void end() throws Exception {
        alpha.close();
        neighbour.close();
        if (venue != null) {
            venue.close();
        }
    }

    @Test
    void shouldAnswerNonsenseAndTradeOn() throws Exception {
        venue = new LiveVenue(temporary.resolve("data")).start();
        neighbour.logOn(venue.fix(), true);
        neighbour.limit("n-1", "BETA-A", "ACME", "2", "5", "101.00");
        neighbour.report("n-1", "0/0");

        strangersNonsense();
        alpha.logOn(venue.fix(), true);
        garbageInsideTheSession();
        wrongChecksum();
        refusedOrders();
        rejectedMessages();
        badBodies();

        assertThat(neighbour.isOpen()).isTrue();
        assertThat(neighbour.poll(each -> true)).as("what the neighbour heard").isNull();
        alpha.limit("last", "ALPHA-A", "ACME", "1", "5", "101.00");
        alpha.report("last", "F/2");
        neighbour.report("n-1", "F/2");
        assertThat(alpha.faults()).isEmpty();
        assertThat(neighbour.faults()).isEmpty();
        venue.awaitUp();
    }

    /** Bytes that are no FIX on a connection without a logon: it is closed, and nothing is said. */
    private void strangersNonsense() throws Exception {
        final int colon = venue.fix().lastIndexOf(':');
        try (Socket stranger = new Socket(
                venue.fix().substring(0, colon), Integer.parseInt(venue.fix().substring(colon + 1)))) {
            stranger.setSoTimeout(45_000);
            final byte[] nonsense = new byte[4 * MESSAGE_LIMIT_BEFORE_LOGON];
            Arrays.fill(nonsense, (byte) 'x');
            int answer;
            try {
                stranger.getOutputStream().write(nonsense);
                answer = stranger.getInputStream().read();
            } catch (final SocketException e) {
                answer = -1; // reset, as bytes were left unread
            }
            assertThat(answer).isEqualTo(-1);
        }
    }

    private void garbageInsideTheSession() {
        alpha.write("\u0000\u00ffnonsense=\u0001 8=FIX.4.2 9=\u0001\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        takesOrders();
    }

    /** Ignored: no order, and its number is still expected. */
    private void wrongChecksum() {
        final String id = id();
        final int number = alpha.send("0") + 1;
        final byte[] message = alpha.next("D", order(id));
        final int digit = message.length - 2;
        message[digit] = (byte) (message[digit] == '9' ? '0' : message[digit] + 1);
        alpha.write(message);
        alpha.renumber(number);
        takesOrders();
        alpha.send("H", "11=" + id, "1=ALPHA-A", "55=ACME", "54=1");
        assertThat(alpha.report(id, "I/8").type()).isEqualTo("8");
    }

    private void refusedOrders() {
        refused("1", "UNKNOWN_SYMBOL", "55=NOPE");
        refused("15", "", "1=BETA-A");
        refused("15", "", "1=NOBODY");
        refused("13", "MISSING_FIELD", "38=");
        refused("13", "QTY_INVALID", "38=0");
        for (final String quantity : List.of("9223372036854775808", "18446744073709551626", "1" + "0".repeat(30))) {
            refused("13", "", "38=" + quantity);
        }
        refused("99", "PRICE_TICK", "44=99.005");
        refused("99", "PRICE_TICK", "44=99." + "0".repeat(38) + "1");
        refused("99", "PRICE_COLLAR", "44=500.00"); // 16 is told only to a session with extensions
    }

    private void rejectedMessages() {
        rejected("1", "54", "54=");
        rejected("1", "11", "11=");
        rejected("5", "54", "54=Z");
        rejected("6", "44", "44=1e2");
        rejected("6", "38", "38=ten");
        final int email = alpha.send("C", "164=e", "94=0", "147=hello", "33=1", "58=x");
        final FixMessage answer = alpha.take("j", each -> each.has(45, Integer.toString(email)));
        assertThat(answer.type() + answer.get(380)).isEqualTo("j3");
        takesOrders();
    }

    /** A good order with one field changed, or left out when it has no value. */
    private static String[] changed(final String id, final String change) {
        final String tag = change.substring(0, change.indexOf('=') + 1);
        final List<String> fields = new ArrayList<>(Arrays.asList(order(id)));
        fields.removeIf(each -> each.startsWith(tag));
        if (!change.equals(tag)) {
            fields.add(change);
        }
        return fields.toArray(String[]::new);
    }

    private static String[] order(final String id) {
        return FixClient.limitFields(id, "ALPHA-A", "ACME", "1", "10", "99.00");
    }

    private FixMessage answer(final String id, final String change) {
        final int number = alpha.send("D", changed(id, change));
        return alpha.take(
                "the answer to " + change,
                each -> (each.type().equals("8") && each.has(11, id))
                        || ("3j".contains(each.type()) && each.has(45, Integer.toString(number))));
    }

    private void refused(final String reason, final String code, final String change) {
        final FixMessage refusal = answer(id(), change);
        assertThat(refusal.type() + ' ' + refusal.state() + ' ' + refusal.get(103))
                .as("%s: %s", change, refusal)
                .isEqualTo("8 8/8 " + reason);
        assertThat(refusal.code()).matches("[A-Z][A-Z_0-9]*").contains(code);
        assertThat(refusal.number(151)).isZero();
        takesOrders();
    }

    private void rejected(final String reason, final String tag, final String change) {
        final FixMessage reject = answer(id(), change);
        assertThat(reject.type() + ' ' + reject.get(373) + ' ' + reject.get(371))
                .as("%s: %s", change, reject)
                .isEqualTo("3 " + reason + ' ' + tag);
        takesOrders();
    }

    private void takesOrders() {
        final String id = id();
        final String cancel = id();
        alpha.send("D", order(id));
        alpha.report(id, "0/0");
        alpha.send("F", "11=" + cancel, "41=" + id, "1=ALPHA-A", "55=ACME", "54=1", "60=" + FixClient.utc());
        alpha.report(cancel, "4/4");
    }

    private String id() {
        return "i" + ++ids;
    }

    private void badBodies() throws Exception {
        problem("{\"symbol\":", 400, "MALFORMED_BODY");
        problem("[1]", 400, "MALFORMED_BODY");
        problem("", 400, "MALFORMED_BODY");
        problem(body("ALPHA-A", "ACME", "10", "99.00").replace("{", "{\"colour\":\"red\","), 422, "UNKNOWN_FIELD");
        problem(body("ALPHA-A", "ACME", "1" + "0".repeat(30), "99.00"), 422, "");
        problem(body("ALPHA-A", "ACME", "0", "99.00"), 422, "QTY_INVALID");
        problem(body("ALPHA-A", "ACME", "10", "99.005"), 422, "PRICE_TICK");
        problem(body("ALPHA-A", "ACME", "10", "500.00"), 422, "PRICE_COLLAR");
        problem(body("ALPHA-A", "NOPE", "10", "99.00"), 422, "UNKNOWN_SYMBOL");
        problem(body("BETA-A", "ACME", "10", "99.00"), 403, "ACCOUNT_NOT_ALLOWED");
        problem("{\"text\":\"" + "x".repeat(1_000_000) + "\"}", 413, "BODY_TOO_LARGE");
        assertThat(venue.post(ORDERS, body("ALPHA-A", "ACME", "10", "98.00")).statusCode())
                .isEqualTo(201);
    }

    private String body(final String account, final String symbol, final String quantity, final String price) {
        return "{\"clientOrderId\":\"" + id() + "\",\"account\":\"" + account + "\",\"symbol\":\"" + symbol
                + "\",\"side\":\"BUY\",\"orderType\":\"LIMIT\",\"timeInForce\":\"DAY\",\"quantity\":\"" + quantity
                + "\",\"price\":\"" + price + "\"}";
    }

    private void problem(final String body, final int status, final String code)
            throws IOException, InterruptedException {
        final HttpResponse<String> answer = venue.post(ORDERS, body);
        final String what = body.substring(0, Math.min(200, body.length())) + " -> " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        final JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText())
                .as(what)
                .matches("[A-Z][A-Z_0-9]*")
                .contains(code);
    }
}
