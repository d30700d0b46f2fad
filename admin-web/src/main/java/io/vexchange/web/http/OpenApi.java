package io.vexchange.web.http;

import io.vexchange.web.access.Access;
import io.vexchange.web.access.Role;
import io.vexchange.web.problem.Problem;
import io.vexchange.web.problem.ProblemKind;
import io.vexchange.web.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The OpenAPI 3.1 document, made from the table of operations. */
public final class OpenApi {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Schemas schemas = new Schemas();
    private final boolean publicMarketData;

    private OpenApi(final boolean publicMarketData) {
        this.publicMarketData = publicMarketData;
    }

    /**
     * @param operations all of them
     * @param publicMarketData whether market data needs no credential here
     * @return the document
     */
    public static Map<String, Object> document(final Operations operations, final boolean publicMarketData) {
        return new OpenApi(publicMarketData).document(operations);
    }

    private Map<String, Object> document(final Operations operations) {
        final Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (final Operation operation : operations.all()) {
            paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
                    .put(operation.verb().toLowerCase(Locale.ROOT), describe(operation));
        }
        schemas.reference(Problem.class, false);
        final Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "V-Exchange",
                        "version", "1",
                        "description",
                                "Prices, quantities and money are decimal strings, ids are strings, times are RFC 3339 UTC with"
                                        + " microseconds. Errors are RFC 9457 problems whose codes are those of FIX 58."));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private Map<String, Object> components() {
        final Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", schemas.components());
        components.put("securitySchemes", Map.of("bearer", Map.of("type", "http", "scheme", "bearer")));
        final Map<String, Object> responses = new LinkedHashMap<>();
        for (final ProblemKind kind : Problems.all()) {
            responses.put(kind.code(), response(kind.title(), ProblemWriter.MEDIA_TYPE, problemContent(kind)));
        }
        components.put("responses", responses);
        return components;
    }

    private static Map<String, Object> problemContent(final ProblemKind kind) {
        final Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", Map.of("$ref", "#/components/schemas/Problem"));
        content.put(
                "example",
                new Problem(
                        kind.type(),
                        kind.title(),
                        kind.status(),
                        kind.code(),
                        kind.title(),
                        "/api/v1/orders",
                        "7f3a0c52",
                        List.of(),
                        null));
        return content;
    }

    private Map<String, Object> describe(final Operation operation) {
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("operationId", operationId(operation));
        out.put("summary", operation.summary());
        out.put("description", who(operation.access()));
        out.put("tags", List.of(operation.group()));
        out.put("parameters", parameters(operation));
        if (operation.request() != null) {
            final Map<String, Object> content = new LinkedHashMap<>();
            content.put("schema", schemas.reference(operation.request(), true));
            content.put("example", schemas.example(operation.request()));
            out.put("requestBody", Map.of("required", true, "content", Map.of("application/json", content)));
        }
        out.put("responses", responses(operation));
        if (operation.access().isOpen(publicMarketData)) {
            out.put("security", List.of(Map.of(), Map.of("bearer", List.of())));
        } else {
            out.put("security", List.of(Map.of("bearer", List.of())));
        }
        return out;
    }

    private String who(final Access access) {
        if (access.isOpen(publicMarketData)) {
            return "Open.";
        }
        return access.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", ", "Roles: ", "."));
    }

    private static List<Object> parameters(final Operation operation) {
        final List<Object> parameters = new ArrayList<>();
        final Matcher inPath = PATH_PARAMETER.matcher(operation.path());
        while (inPath.find()) {
            parameters.add(Map.of(
                    "name", inPath.group(1), "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        for (final Parameter each : operation.parameters()) {
            parameters.add(Map.of(
                    "name", each.name(),
                    "in", "query",
                    "required", false,
                    "description", each.description(),
                    "schema", Map.of("type", each.type()),
                    "example", each.example()));
        }
        return parameters;
    }

    private Map<String, Object> responses(final Operation operation) {
        final Map<String, Object> responses = new LinkedHashMap<>();
        for (final int status : operation.statuses()) {
            responses.put(Integer.toString(status), success(operation));
        }
        final Map<Integer, List<ProblemKind>> byStatus = operation.problems().stream()
                .collect(Collectors.groupingBy(ProblemKind::status, java.util.TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, kinds) -> responses.put(
                status.toString(),
                response(
                        kinds.stream().map(ProblemKind::code).collect(Collectors.joining(", ")),
                        ProblemWriter.MEDIA_TYPE,
                        problemContent(kinds.get(0)))));
        responses.put(
                "default",
                response(
                        "A problem",
                        ProblemWriter.MEDIA_TYPE,
                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
        return responses;
    }

    private Map<String, Object> success(final Operation operation) {
        if (operation.response() == null) {
            return Map.of("description", "Done");
        }
        final Map<String, Object> reference = schemas.reference(operation.response(), false);
        final Map<String, Object> content = new LinkedHashMap<>();
        final Object example = schemas.example(operation.response());
        if (operation.rowOfList()) {
            content.put(
                    "schema",
                    Map.of(
                            "type", "object",
                            "required", List.of("items", "nextCursor"),
                            "properties",
                                    Map.of(
                                            "items", Map.of("type", "array", "items", reference),
                                            "nextCursor", Map.of("type", List.of("string", "null")))));
            final Map<String, Object> list = new LinkedHashMap<>();
            list.put("items", List.of(example));
            list.put("nextCursor", null);
            content.put("example", list);
        } else {
            content.put("schema", reference);
            content.put("example", example);
        }
        final Map<String, Object> done = response("Done", "application/json", content);
        if (operation.isCsv()) {
            done.put(
                    "content",
                    Map.of("application/json", content, Csv.MEDIA_TYPE, Map.of("schema", Map.of("type", "string"))));
        }
        return done;
    }

    private static Map<String, Object> response(
            final String description, final String mediaType, final Map<String, Object> content) {
        final Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", description);
        response.put("content", Map.of(mediaType, content));
        return response;
    }

    private static String operationId(final Operation operation) {
        final StringBuilder id = new StringBuilder(operation.verb().toLowerCase(Locale.ROOT));
        for (final String part :
                operation.path().substring(Operations.ROOT.length()).split("[/{}-]+", -1)) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return id.toString();
    }
}
