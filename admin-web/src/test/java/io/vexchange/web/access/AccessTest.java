package io.vexchange.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vexchange.web.http.HostNames;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void shouldLimitTheRateOfEachKeyAlone() {
        final AtomicLong clock = new AtomicLong(5);
        final RateLimit rate = new RateLimit(10, 2, clock::get);
        assertThat(List.of(rate.take("a"), rate.take("a"), rate.take("b"))).containsOnly(0);
        assertThat(rate.take("a")).isEqualTo(1);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(99));
        assertThat(rate.take("a")).isEqualTo(1);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1) + 1);
        assertThat(rate.take("a")).isZero();
    }

    @Test
    void shouldHashTokens() {
        assertThat(TokenHash.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(TokenHash.same(TokenHash.of("a"), TokenHash.of("a"))).isTrue();
        assertThat(TokenHash.same(TokenHash.of("a"), TokenHash.of("b"))).isFalse();
    }

    @Test
    void shouldKnowItsOwnHostsAndOrigins() {
        final HostNames hosts = new HostNames(List.of("Venue.example"));
        for (final String ours : List.of("127.0.0.1", "localhost:8080", "[::1]:80", "venue.EXAMPLE:1", "[::1]")) {
            assertThat(hosts.isOurs(ours)).as(ours).isTrue();
        }
        for (final String other : List.of("evil.example", "127.0.0.1.evil", "", "localhost.", "[::2]", ":80")) {
            assertThat(hosts.isOurs(other)).as(other).isFalse();
        }
        assertThat(hosts.isOurs(null)).isFalse();
        assertThat(hosts.isOurOrigin("http://localhost:8080", "localhost:8080", List.of()))
                .isTrue();
        assertThat(hosts.isOurOrigin("http://localhost:8081", "localhost:8080", List.of()))
                .isFalse();
        assertThat(hosts.isOurOrigin("http://evil.example", "evil.example", List.of()))
                .isFalse();
        assertThat(hosts.isOurOrigin("https://desk", "localhost:8080", List.of("https://desk")))
                .isTrue();
    }

    @Test
    void shouldLetStaffHaveTheRightsOfThoseBelow() {
        assertThat(Access.STAFF.allows(Role.TRADER)).isFalse();
        assertThat(Access.STAFF.allows(Role.VIEWER)).isTrue();
        assertThat(Access.OPERATOR.allows(Role.VIEWER)).isFalse();
        assertThat(Access.OPERATOR.allows(Role.ADMIN)).isTrue();
        assertThat(Access.TRADER.allows(Role.ADMIN)).isFalse();
        assertThat(Access.MARKET.isOpen(false)).isFalse();
        assertThat(Access.MARKET.isOpen(true)).isTrue();
    }
}
