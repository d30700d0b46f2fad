package io.vexchange.web.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names this server may be called by; anything else is DNS rebinding or a mistake. */
public final class HostNames {
    private final Set<String> names = new HashSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));

    /** @param more names beside loopback's */
    public HostNames(final List<String> more) {
        more.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * @param host the Host header, may be null
     * @return true when it is one of ours, whatever its port
     */
    public boolean isOurs(final String host) {
        return host != null && names.contains(withoutPort(host).toLowerCase(Locale.ROOT));
    }

    /**
     * @param origin the Origin header, may be null
     * @param host the Host header of the same request
     * @param allowed further origins
     * @return true for no origin, an allowed one, or the page's own server
     */
    public boolean isOurOrigin(final String origin, final String host, final List<String> allowed) {
        return origin == null
                || allowed.contains(origin)
                || (isOurs(host) && (origin.equals("http://" + host) || origin.equals("https://" + host)));
    }

    private static String withoutPort(final String host) {
        final int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return end > 0 ? host.substring(0, end) : host;
    }
}
