package io.vexchange.web.access;

/**
 * A user who has logged in with a browser.
 *
 * @param number from 1 in this process
 * @param userId the engine's id of the user
 * @param csrfToken what a changing request must carry beside the cookie
 * @param expiresMicros when it ends without another request, microseconds since the epoch
 */
public record BrowserSession(int number, int userId, String csrfToken, long expiresMicros) {}
