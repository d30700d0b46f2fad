package io.vexchange.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vexchange.engine.model.Side;
import io.vexchange.web.json.StrictJson;
import io.vexchange.web.problem.FieldFault;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.shape.NewOrderRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
    private static Members of(final String json) throws Exception {
        return new Members(StrictJson.object(json), NewOrderRequest.class);
    }

    private static ProblemException problem(final Members members) {
        return catchThrowableOfType(ProblemException.class, members::check);
    }

    @Test
    void shouldReadMembersAsTheyWereWritten() throws Exception {
        final Members members =
                of("{\"side\":\"BUY\",\"price\":\"99.00\",\"quantity\":10.50,\"postOnly\":true,\"text\":null}");
        assertThat(members.word("side", Side.class)).isEqualTo(Side.BUY);
        assertThat(members.decimal("price")).isEqualTo("99.00");
        assertThat(members.decimal("quantity")).isEqualTo("10.50");
        assertThat(members.flag("postOnly")).isTrue();
        assertThat(members.text("text", 64)).isNull();
        assertThat(members.has("text")).isTrue();
        members.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1e5\"",
                "1e5",
                "\"+1\"",
                "\" 1\"",
                "\"1,000\"",
                "\"\"",
                "\".5\"",
                "\"5.\"",
                "\"1.2.3\"",
                "true",
                "{}",
                "[]",
                "\"1234567890123456789012345678901\"",
                "\"0x1\"",
                "\"١\""
            })
    void shouldRefuseWhatIsNoPlainDecimal(final String value) throws Exception {
        final Members members = of("{\"price\":" + value + "}");
        assertThat(members.decimal("price")).isNull();
        assertThat(problem(members).kind().code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void shouldTellEveryFaultAtOnce() throws Exception {
        final Members members = of("{\"sid\":1,\"price\":\"x\"}");
        members.require("side", "account");
        members.decimal("price");
        final ProblemException problem = problem(members);
        assertThat(problem.kind().code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(problem.fields()).extracting(FieldFault::name).containsExactly("sid", "side", "account", "price");
        assertThat(problem.fields())
                .extracting(FieldFault::code)
                .containsExactly("UNKNOWN_FIELD", "MISSING_FIELD", "MISSING_FIELD", "INVALID_FIELD");
    }

    @Test
    void shouldTakeWordsInTheirCaseOnly() throws Exception {
        final Members members = of("{\"side\":\"buy\"}");
        assertThat(members.word("side", Side.class)).isNull();
        assertThat(problem(members).fields()).hasSize(1);
    }
}
