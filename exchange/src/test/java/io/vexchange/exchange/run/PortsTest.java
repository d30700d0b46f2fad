package io.vexchange.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vexchange.exchange.ExitCode;
import io.vexchange.exchange.StartFailure;
import io.vexchange.exchange.config.ConfigLoader;
import io.vexchange.exchange.config.ExchangeConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
    private static ExchangeConfig config(final Map<String, String> given) {
        final Map<String, String> options =
                new HashMap<>(Map.of("--fix-port", "0", "--web-port", "0", "--pg-port", "0"));
        options.putAll(given);
        return new ConfigLoader(Path.of(".."), Map.of()).load(null, options);
    }

    @ParameterizedTest
    @CsvSource({"--fix-port, fix, VEX_FIX_PORT", "--web-port, web, VEX_WEB_PORT", "--pg-port, postgres, VEX_PG_PORT"})
    void shouldNameThePortInUseAndHowToChooseAnother(final String option, final String door, final String variable)
            throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final ExchangeConfig config = config(Map.of(option, Integer.toString(taken.getLocalPort())));
            assertThatThrownBy(() -> Ports.check(config))
                    .isInstanceOfSatisfying(
                            StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.PORT_IN_USE))
                    .hasMessage(door + " port " + taken.getLocalPort() + " is in use (" + option + ", " + variable
                            + "; 0 = any free one)");
        }
    }

    @Test
    void shouldPassFreePortsAndNotLookAtTheEmbeddedDatabasesPortWithoutIt() throws IOException {
        assertThatCode(() -> Ports.check(config(Map.of()))).doesNotThrowAnyException();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final ExchangeConfig config = config(Map.of(
                    "--pg-port", Integer.toString(taken.getLocalPort()), "--jdbc-url", "jdbc:postgresql://db/vex"));
            assertThatCode(() -> Ports.check(config)).doesNotThrowAnyException();
        }
    }
}
