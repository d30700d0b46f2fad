package io.vexchange.web.http;

import io.javalin.http.Context;
import io.vexchange.engine.model.Code;
import io.vexchange.web.access.Principal;
import io.vexchange.web.access.RateLimit;
import io.vexchange.web.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Puts refused attempts to change something into the audit, at most 20 a second; the next note tells how many were left out. */
final class RefusalNotes {
    private static final int PER_SECOND = 20;

    private static final String ATTEMPTED = "vex.attempted-user";

    private final Venue venue;
    private final RateLimit rate;
    private final AtomicLong leftOut = new AtomicLong();

    RefusalNotes(final Venue venue, final LongSupplier nanoClock) {
        this.venue = venue;
        this.rate = new RateLimit(PER_SECOND, PER_SECOND, nanoClock);
    }

    static void attempts(final Context context, final String user) {
        context.attribute(ATTEMPTED, user);
    }

    void note(final Context context, final Principal principal, final String code) {
        if (rate.take(this) > 0) {
            leftOut.incrementAndGet();
            return;
        }
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("action", "REFUSED_CALL");
        request.put("verb", context.method().name());
        request.put("path", Frame.shown(context.path()));
        request.put("code", code);
        final long before = leftOut.getAndSet(0);
        if (before > 0) {
            request.put("notesLeftOut", before);
        }
        final Map<String, Object> audit = new LinkedHashMap<>();
        final String attempted = context.attribute(ATTEMPTED);
        audit.put("actor", attempted != null ? Frame.shown(attempted) : principal == null ? null : principal.user());
        audit.put("role", principal == null ? null : principal.role().word());
        audit.put("source", context.req().getRemoteAddr());
        audit.put("channel", Entrance.session(context) == null ? "REST" : "CONSOLE");
        audit.put("requestId", Frame.requestId(context));
        audit.put("reason", code);
        audit.put("request", request);
        venue.refused(Code.INVALID, Json.bytes(audit));
    }
}
