package io.vexchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,     10.1.2.3,    true",
        "10.1.2.3,     10.1.2.4,    false",
        "10.0.0.0/8,   10.255.0.1,  true",
        "10.0.0.0/8,   11.0.0.1,    false",
        "10.1.2.128/25,10.1.2.127,  false",
        "10.1.2.128/25,10.1.2.200,  true",
        "0.0.0.0/0,    192.0.2.1,   true",
        "10.0.0.0/33,  10.0.0.0,    false",
        "10.0.0.0/-1,  10.0.0.0,    false",
        "10.0.0.0/x,   10.0.0.0,    false",
        "::1,          ::1,         true",
        "2001:db8::/32,2001:db8::9, true",
        "2001:db8::/32,2001:db9::9, false",
        "::1,          127.0.0.1,   false",
        "localhost,    127.0.0.1,   false",
        "'',           127.0.0.1,   false",
        "999.1.1.1,    127.0.0.1,   false",
    })
    void shouldHoldItsAddresses(final String entry, final String source, final boolean holds) throws Exception {
        assertThat(AddressRange.holds(entry, InetAddress.getByName(source))).isEqualTo(holds);
    }
}
