package io.vexchange.web.http;

import io.vexchange.web.problem.ProblemKind;
import io.vexchange.web.problem.Problems;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses itself is a problem document too: no page, no class name, no version. */
public final class JettyProblems extends ErrorHandler {
    @Override
    public boolean handle(final Request request, final Response response, final Callback callback) {
        final ProblemKind kind = kind(response.getStatus());
        response.setStatus(kind.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemWriter.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(ProblemWriter.bare(kind, kind.title())), callback);
        return true;
    }

    private static ProblemKind kind(final int status) {
        return switch (status) {
            case 404 -> Problems.NOT_FOUND;
            case 413 -> Problems.BODY_TOO_LARGE;
            case 414 -> Problems.URI_TOO_LONG;
            case 431 -> Problems.HEADERS_TOO_LARGE;
            case 503 -> Problems.BUSY;
            default -> status >= 500 ? Problems.INTERNAL : Problems.BAD_REQUEST;
        };
    }
}
