package io.vexchange.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** The cookie of a browser session. */
public final class SessionCookie {
    /** Its name. */
    public static final String NAME = "vex_session";

    private SessionCookie() {}

    /**
     * @param request of a browser
     * @return the secret in it, null without one
     */
    public static String of(final HttpServletRequest request) {
        final Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (final Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /**
     * @param secret of a new session
     * @param isSecure whether it is served by TLS
     * @return value of Set-Cookie
     */
    public static String set(final String secret, final boolean isSecure) {
        return NAME + '=' + secret + "; Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "");
    }

    /**
     * @param isSecure whether it is served by TLS
     * @return value of Set-Cookie that takes it away
     */
    public static String clear(final boolean isSecure) {
        return set("", isSecure) + "; Max-Age=0";
    }
}
