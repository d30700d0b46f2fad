package io.vexchange.web.http;

import io.javalin.http.Context;
import io.vexchange.web.json.Json;
import io.vexchange.web.problem.Problem;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.ProblemKind;
import java.util.List;

/** Turns problems into answers. */
public final class ProblemWriter {
    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemWriter() {}

    /**
     * @param context the request, not answered yet
     * @param problem what to tell
     */
    public static void write(final Context context, final ProblemException problem) {
        final ProblemKind kind = problem.kind();
        context.status(kind.status())
                .contentType(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .result(Json.bytes(body(problem, context.path(), Frame.requestId(context))));
        if (kind.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfterSeconds() > 0) {
            context.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        }
    }

    /**
     * @param problem what to tell
     * @param instance path of the request
     * @param requestId of the request, may be null
     * @return the document
     */
    public static Problem body(final ProblemException problem, final String instance, final String requestId) {
        final ProblemKind kind = problem.kind();
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                kind.code(),
                problem.getMessage(),
                instance,
                requestId,
                problem.fields(),
                problem.order());
    }

    /**
     * @param kind what is wrong
     * @param detail for people
     * @return the document's bytes for a request that never became one
     */
    public static byte[] bare(final ProblemKind kind, final String detail) {
        return Json.bytes(new Problem(
                kind.type(), kind.title(), kind.status(), kind.code(), detail, null, null, List.of(), null));
    }
}
