package io.vexchange.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void shouldKeepTheDigitsOfNumbers() throws Exception {
        final var members =
                StrictJson.object("{\"a\":0.10000000000000000000000001,\"b\":-7,\"c\":1e5,\"d\":[true,null,\"x\"]}");
        assertThat(members.get("a")).isEqualTo(new JsonNumber("0.10000000000000000000000001"));
        assertThat(members.get("b")).isEqualTo(new JsonNumber("-7"));
        assertThat(members.get("c")).isEqualTo(new JsonNumber("1e5"));
        assertThat(members.get("d")).isEqualTo(Arrays.asList(true, null, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "1",
                "\"a\"",
                "null",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":\"\u0001\"}",
                "{\"x\":{\"a\":1,\"a\":2}}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}"
            })
    void shouldRefuseWhatIsNotOneStrictObject(final String text) {
        assertThatThrownBy(() -> StrictJson.object(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void shouldTakeNestingOfEight() throws Exception {
        assertThat(StrictJson.object("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":[{}]}}}}}}"))
                .containsKey("a");
    }

    @Test
    void shouldRefuseWhatIsNotUtf8() {
        final byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> StrictJson.object(latin)).hasMessage("not UTF-8");
        final byte[] wide = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> StrictJson.object(wide)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void shouldWriteNullsAndEscapes() {
        record Shape(String b, String a, List<Integer> list) {}
        assertThat(Json.text(new Shape(null, "\"", List.of(1)))).isEqualTo("{\"b\":null,\"a\":\"\\\"\",\"list\":[1]}");
        final StringBuilder out = new StringBuilder();
        Json.quote(out, "a\"\\\n\u001fé");
        assertThat(out).hasToString("\"a\\\"\\\\\\u000a\\u001fé\"");
    }

    @Test
    void shouldWriteAndReadTimesWithSixDecimals() {
        assertThat(Times.text(1_795_339_800_000_006L)).isEqualTo("2026-11-22T09:30:00.000006Z");
        assertThat(Times.micros("2026-11-22T09:30:00.000006Z")).isEqualTo(1_795_339_800_000_006L);
        assertThat(Times.micros("2026-11-22T10:30:00+01:00")).isEqualTo(1_795_339_800_000_000L);
        assertThat(Times.textOrNull(0)).isNull();
        for (final String bad : List.of("2026-11-22", "2026-11-22T09:30:00", "2026-11-22T09:30:00.0000001Z", "now")) {
            assertThatThrownBy(() -> Times.micros(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
