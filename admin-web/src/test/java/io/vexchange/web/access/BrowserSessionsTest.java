package io.vexchange.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Browser sessions end when they are idle, old, or their user's password is another. */
class BrowserSessionsTest {
    private static final long MINUTE = 60_000_000L;

    private final AtomicLong now = new AtomicLong(1_000_000_000L);
    private final BrowserSessions sessions = new BrowserSessions(now::get);
    private final Users users = new Users();
    private final BrowserSessions.Opened opened = sessions.open(users.login("alpha"));

    private static final class Users implements Credentials {
        private String hash = "h1";
        private boolean isEnabled = true;

        @Override
        public Principal byToken(final String token, final String address) {
            return null;
        }

        @Override
        public Principal refresh(final Principal principal) {
            return null;
        }

        @Override
        public Login login(final String user) {
            return isEnabled ? new Login(7, hash) : null;
        }

        @Override
        public Principal byUser(final int userId, final int tokenId) {
            return isEnabled ? new Principal(userId, "alpha", Role.TRADER, List.of(), tokenId) : null;
        }
    }

    private Principal principal() {
        return sessions.principal(opened.session().number(), users);
    }

    @Test
    void shouldEndThirtyMinutesAfterTheLastRequest() {
        now.addAndGet(29 * MINUTE);
        assertThat(sessions.find(opened.cookie())).isNotNull();
        now.addAndGet(29 * MINUTE);
        assertThat(sessions.find(opened.cookie())).isNotNull();
        now.addAndGet(30 * MINUTE);
        assertThat(sessions.find(opened.cookie())).isNull();
        assertThat(principal()).isNull();
    }

    @Test
    void shouldEndTwelveHoursAfterTheLogIn() {
        for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
            now.addAndGet(20 * MINUTE);
            assertThat(sessions.find(opened.cookie()))
                    .as("after %d min", minutes)
                    .isNotNull();
        }
        now.addAndGet(20 * MINUTE);
        assertThat(sessions.find(opened.cookie())).isNull();
    }

    @Test
    void shouldEndWithTheUsersRightAndPassword() {
        assertThat(principal().tokenId()).isEqualTo(-opened.session().number());
        sessions.passwordChanged(opened.session().number(), "h2");
        users.hash = "h2";
        assertThat(principal()).isNotNull();
        users.hash = "h3";
        assertThat(principal()).isNull();
        assertThat(sessions.find(opened.cookie())).isNull();
    }

    @Test
    void shouldEndWhenTheUserIsDisabled() {
        users.isEnabled = false;
        assertThat(principal()).isNull();
    }

    @Test
    void shouldFindNothingByAnotherCookie() {
        assertThat(sessions.find(opened.cookie() + "x")).isNull();
        sessions.close(opened.session().number());
        assertThat(sessions.find(opened.cookie())).isNull();
    }
}
