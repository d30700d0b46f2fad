package io.vexchange.web.problem;

import io.vexchange.engine.model.Code;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Every problem the web interface can answer with: its own, and the engine's refusals under the codes of FIX 58. */
public final class Problems {
    private static final Map<String, ProblemKind> ALL = new LinkedHashMap<>();

    /** The request line or a header cannot be read. */
    public static final ProblemKind BAD_REQUEST = of("BAD_REQUEST", 400, "The request cannot be read");
    /** Not JSON, not an object, not UTF-8, a duplicate member. */
    public static final ProblemKind MALFORMED_BODY = of("MALFORMED_BODY", 400, "The body is not a JSON object");
    /** A query parameter has a value that is not allowed. */
    public static final ProblemKind INVALID_PARAMETER = of("INVALID_PARAMETER", 400, "Query parameter not valid");
    /** A query parameter this path does not have. */
    public static final ProblemKind UNKNOWN_PARAMETER = of("UNKNOWN_PARAMETER", 400, "Unknown query parameter");
    /** A cursor is broken or belongs to other filters. */
    public static final ProblemKind INVALID_CURSOR = of("INVALID_CURSOR", 400, "Cursor not valid for this list");
    /** A mass cancel without any filter. */
    public static final ProblemKind FILTER_REQUIRED = of("FILTER_REQUIRED", 400, "A filter or all=true is required");
    /** No, wrong, expired or revoked credential. */
    public static final ProblemKind UNAUTHENTICATED = of("UNAUTHENTICATED", 401, "Not authenticated");
    /** Log-in refused. */
    public static final ProblemKind BAD_CREDENTIALS = of("BAD_CREDENTIALS", 401, "User or password wrong");
    /** The role does not allow it. */
    public static final ProblemKind FORBIDDEN = of("FORBIDDEN", 403, "Not allowed for this role");
    /** An account the caller may not use. */
    public static final ProblemKind ACCOUNT_NOT_ALLOWED = of("ACCOUNT_NOT_ALLOWED", 403, "Not allowed on this account");
    /** A cookie without its CSRF token. */
    public static final ProblemKind CSRF = of("CSRF", 403, "CSRF token missing or wrong");
    /** Nothing is there, or nothing the caller may see. */
    public static final ProblemKind NOT_FOUND = of("NOT_FOUND", 404, "Not found");
    /** No such order, or none the caller may see. */
    public static final ProblemKind UNKNOWN_ORDER = of("UNKNOWN_ORDER", 404, "Unknown order");
    /** No such trade, or none the caller may see. */
    public static final ProblemKind UNKNOWN_TRADE = of("UNKNOWN_TRADE", 404, "Unknown trade");
    /** No such instrument. */
    public static final ProblemKind UNKNOWN_SYMBOL = of("UNKNOWN_SYMBOL", 404, "Unknown symbol");
    /** The path has no such verb. */
    public static final ProblemKind METHOD_NOT_ALLOWED =
            of("METHOD_NOT_ALLOWED", 405, "The path does not have this verb");
    /** The body is over 64 KiB. */
    public static final ProblemKind BODY_TOO_LARGE = of("BODY_TOO_LARGE", 413, "The body is too large");
    /** The request line is over 4 KiB. */
    public static final ProblemKind URI_TOO_LONG = of("URI_TOO_LONG", 414, "The address is too long");
    /** The body is not declared as JSON. */
    public static final ProblemKind UNSUPPORTED_MEDIA_TYPE = of("UNSUPPORTED_MEDIA_TYPE", 415, "Send application/json");
    /** A Host that is not this venue's. */
    public static final ProblemKind WRONG_HOST = of("WRONG_HOST", 421, "This host name is not served here");
    /** The FIX session must be logged off first. */
    public static final ProblemKind SESSION_LOGGED_ON = of("SESSION_LOGGED_ON", 409, "The FIX session is logged on");
    /** A member must be given. */
    public static final ProblemKind MISSING_FIELD = of("MISSING_FIELD", 422, "A required member is missing");
    /** A member has a value of the wrong form. */
    public static final ProblemKind INVALID_FIELD = of("INVALID_FIELD", 422, "A member is not valid");
    /** A member this request does not have. */
    public static final ProblemKind UNKNOWN_FIELD = of("UNKNOWN_FIELD", 422, "Unknown member");
    /** An act that needs a reason. */
    public static final ProblemKind REASON_REQUIRED = of("REASON_REQUIRED", 422, "A reason is required");
    /** The user's requests come too fast. */
    public static final ProblemKind RATE_LIMITED = of("RATE_LIMITED", 429, "Too many requests");
    /** The headers are over 8 KiB. */
    public static final ProblemKind HEADERS_TOO_LARGE = of("HEADERS_TOO_LARGE", 431, "The headers are too large");
    /** A fault of the venue. */
    public static final ProblemKind INTERNAL = of("INTERNAL", 500, "A fault of the venue");
    /** The venue starts. */
    public static final ProblemKind RECOVERING = of("RECOVERING", 503, "The venue is starting");
    /** The venue stops. */
    public static final ProblemKind STOPPING = of("STOPPING", 503, "The venue is stopping");
    /** Nothing can be sequenced now. */
    public static final ProblemKind NO_LEADER = of("NO_LEADER", 503, "The engine cannot be reached");
    /** PostgreSQL does not answer. */
    public static final ProblemKind STORE_UNAVAILABLE = of("STORE_UNAVAILABLE", 503, "The database does not answer");
    /** A PostgreSQL query took too long. */
    public static final ProblemKind QUERY_TIMEOUT = of("QUERY_TIMEOUT", 503, "The query took too long");
    /** More requests at work than the venue takes. */
    public static final ProblemKind BUSY = of("BUSY", 503, "Too many requests at work");
    /** The engine has not answered in time. */
    public static final ProblemKind OUTCOME_UNKNOWN = of("OUTCOME_UNKNOWN", 504, "The outcome is not known yet");

    static {
        for (final Code code : Code.values()) {
            if (code != Code.NONE && !ALL.containsKey(code.name())) {
                of(code.name(), code.httpStatus(), EngineTitles.title(code));
            }
        }
    }

    private Problems() {}

    private static ProblemKind of(final String code, final int status, final String title) {
        final ProblemKind kind = new ProblemKind(code, status, title);
        ALL.put(code, kind);
        return kind;
    }

    /** @return all kinds, the web's first */
    public static Collection<ProblemKind> all() {
        return Collections.unmodifiableCollection(ALL.values());
    }

    /**
     * @param code a refusal of the engine or of the conversion
     * @return its problem; what is 404 in a path is 422 here, because the thing is named by a member
     */
    public static ProblemKind ofRefusal(final Code code) {
        final ProblemKind kind = ALL.get(code.name());
        return kind.status() == 404 && code != Code.UNKNOWN_ORDER && code != Code.NOT_FOUND
                ? new ProblemKind(kind.code(), 422, kind.title())
                : kind;
    }

    /**
     * @param words upper snake case
     * @return lower case words with a capital
     */
    static String sentence(final String words) {
        final String text = words.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
