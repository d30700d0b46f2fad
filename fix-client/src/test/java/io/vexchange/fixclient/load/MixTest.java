package io.vexchange.fixclient.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {
    private static List<RequestKind> cycle(final String text) throws LoadFault {
        final Mix mix = Mix.parse(text);
        final List<RequestKind> cycle = new ArrayList<>();
        for (int i = 0; i < mix.length(); i++) {
            cycle.add(mix.at(i));
        }
        return cycle;
    }

    @Test
    void shouldMeetWhatRests() throws LoadFault {
        assertThat(cycle("trade=1")).containsExactly(RequestKind.REST, RequestKind.TAKE);
        assertThat(Mix.parse("trade=1").at(3)).isEqualTo(RequestKind.TAKE);
    }

    @Test
    void shouldInterleaveByWeight() throws LoadFault {
        assertThat(cycle("trade=2,ioc=1"))
                .containsExactly(
                        RequestKind.REST, RequestKind.TAKE, RequestKind.MISS, RequestKind.REST, RequestKind.TAKE);
        assertThat(cycle("replace=1,cancel=1"))
                .containsExactlyInAnyOrder(
                        RequestKind.QUOTE,
                        RequestKind.REPLACE,
                        RequestKind.CANCEL,
                        RequestKind.QUOTE,
                        RequestKind.CANCEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trade",
                "trade=0",
                "trade=x",
                "trade=-1",
                "hope=1",
                "trade=1,trade=2",
                "trade=1,",
                "trade=9999"
            })
    void shouldRefuseWhatIsNoMix(final String text) {
        assertThatThrownBy(() -> Mix.parse(text))
                .isInstanceOf(LoadFault.class)
                .hasMessageContaining("--mix is written");
    }
}
