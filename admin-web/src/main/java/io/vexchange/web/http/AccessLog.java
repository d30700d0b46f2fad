package io.vexchange.web.http;

import io.javalin.http.Context;
import io.vexchange.web.access.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: verb, path without its query, status, milliseconds, user, request id. Never a header, token or body. */
public final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.vexchange.web.access-log");

    private AccessLog() {}

    /**
     * @param context an answered request
     * @param milliseconds from its beginning to its answer
     */
    public static void write(final Context context, final float milliseconds) {
        if (LOG.isInfoEnabled()) {
            final Principal principal = Frame.principal(context);
            LOG.info(
                    "{} {} {} {} {} {}",
                    context.method(),
                    Frame.shown(context.path()),
                    context.statusCode(),
                    String.format(java.util.Locale.ROOT, "%.2f", milliseconds),
                    principal == null ? "-" : principal.user(),
                    Frame.requestId(context));
        }
    }
}
