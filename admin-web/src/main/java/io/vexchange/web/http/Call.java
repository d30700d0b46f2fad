package io.vexchange.web.http;

import io.javalin.http.Context;
import io.vexchange.web.access.BrowserSession;
import io.vexchange.web.access.Principal;
import io.vexchange.web.json.Times;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One request that has passed the checks of the frame. */
public final class Call {
    /** Rows of a page when none are asked for. */
    public static final int DEFAULT_LIMIT = 100;
    /** Most rows of a page. */
    public static final int MAX_LIMIT = 1_000;

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final Context context;
    private final Operation operation;
    private final Principal principal;
    private final String requestId;
    private final Members members;

    Call(
            final Context context,
            final Operation operation,
            final Principal principal,
            final String requestId,
            final Members members) {
        this.context = context;
        this.operation = operation;
        this.principal = principal;
        this.requestId = requestId;
        this.members = members;
    }

    /** @return who calls, null without a credential */
    public Principal principal() {
        return principal;
    }

    /** @return the browser session it comes from, null for a token or without a credential */
    public BrowserSession browserSession() {
        return Entrance.session(context);
    }

    /** @return whether it came by TLS */
    public boolean isSecure() {
        return context.req().isSecure();
    }

    /**
     * @param name of a header
     * @return its value, null when absent
     */
    public String header(final String name) {
        return context.header(name);
    }

    /**
     * Names the user a log-in is for, so that the audit tells whom a refusal concerns.
     *
     * @param user as given
     */
    public void attempts(final String user) {
        RefusalNotes.attempts(context, user);
    }

    /** @return its X-Request-Id */
    public String requestId() {
        return requestId;
    }

    /** @return the caller's address, an IP literal */
    public String address() {
        return context.req().getRemoteAddr();
    }

    /** @return the path asked for, without the query */
    public String pathAsked() {
        return context.path();
    }

    /** @return the operation asked for */
    public Operation operation() {
        return operation;
    }

    /** @return the body's members */
    public Members members() {
        return members;
    }

    /**
     * @param name of a path parameter
     * @return its value
     */
    public String path(final String name) {
        return context.pathParam(name);
    }

    /**
     * @param name of a path parameter that is an id
     * @return it, or -1 when it is no id a thing can have
     */
    public long id(final String name) {
        final String text = context.pathParam(name);
        return WHOLE.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    /**
     * @param name of a query parameter
     * @return its value, null when absent
     */
    public String query(final String name) {
        return context.queryParam(name);
    }

    /** @return all query parameters, each once */
    public Map<String, List<String>> queries() {
        return context.queryParamMap();
    }

    /**
     * @param name of a query parameter with words between commas
     * @return the words; empty when absent
     */
    public List<String> words(final String name) {
        final String text = query(name);
        if (text == null) {
            return List.of();
        }
        final List<String> words = List.of(text.split(",", -1));
        if (words.contains("")) {
            throw invalid(name, "an empty word");
        }
        return words;
    }

    /**
     * @param name of a query parameter with words between commas
     * @param known all words there are
     * @return the words, each a known one; empty when absent
     */
    public List<String> words(final String name, final Collection<String> known) {
        final List<String> words = words(name);
        for (final String word : words) {
            if (!known.contains(word)) {
                throw invalid(name, "not one of " + String.join(", ", known));
            }
        }
        return words;
    }

    /**
     * @param name of a query parameter that is a time
     * @return microseconds since the epoch, null when absent
     */
    public Long time(final String name) {
        final String text = query(name);
        if (text == null) {
            return null;
        }
        try {
            return Times.micros(text);
        } catch (final IllegalArgumentException e) {
            throw invalid(name, e.getMessage());
        }
    }

    /**
     * @param name of a query parameter that is true or false
     * @return it, null when absent
     */
    public Boolean flag(final String name) {
        final String text = query(name);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(name, "not true or false");
        }
        return text.equals("true");
    }

    /**
     * @param name of a query parameter that is a whole number
     * @param min least
     * @param max greatest
     * @param absent value without it
     * @return it
     */
    public long whole(final String name, final long min, final long max, final long absent) {
        final String text = query(name);
        if (text == null) {
            return absent;
        }
        if (WHOLE.matcher(text).matches()) {
            final long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw invalid(name, "not a whole number from " + min + " to " + max);
    }

    /** @return rows of a page */
    public int limit() {
        return (int) whole("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    /**
     * @param name of the parameter at fault
     * @param detail for people
     * @return 400 INVALID_PARAMETER
     */
    public static ProblemException invalid(final String name, final String detail) {
        return ProblemException.ofField(Problems.INVALID_PARAMETER, name, name + ": " + detail);
    }
}
