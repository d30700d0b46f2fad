package io.vexchange.web.http;

import io.vexchange.web.access.Role;
import io.vexchange.web.problem.ProblemKind;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.Doc;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The interface as pages to read: {@code /docs} and {@code /docs/problems}, made from the same table as the routes. */
public final class DocsPages {
    private DocsPages() {}

    /**
     * @param operations all of them
     * @param publicMarketData whether market data needs no credential here
     * @return the page of the operations
     */
    public static String operations(final Operations operations, final boolean publicMarketData) {
        final Map<String, List<Operation>> groups = operations.all().stream()
                .collect(Collectors.groupingBy(Operation::group, LinkedHashMap::new, Collectors.toList()));
        final StringBuilder out = head("REST interface");
        out.append(
                "<p class=\"lead\">Everything below is under <code>/api/v1</code>; the machine-readable form is "
                        + "<a href=\"/openapi.json\">openapi.json</a>, the errors are <a href=\"/docs/problems\">problems</a>. "
                        + "Send <code>Authorization: Bearer …</code>. Prices, quantities and money are decimal strings.</p><nav>");
        for (final String group : groups.keySet()) {
            out.append("<a href=\"#")
                    .append(anchor(group))
                    .append("\">")
                    .append(escaped(group))
                    .append("</a>");
        }
        out.append("</nav>");
        groups.forEach((group, members) -> {
            out.append("<h2 id=\"")
                    .append(anchor(group))
                    .append("\">")
                    .append(escaped(group))
                    .append("</h2>");
            members.forEach(operation -> describe(out, operation, publicMarketData));
        });
        return foot(out);
    }

    /** @return the page of all problems, each with an anchor of its code */
    public static String problems() {
        final StringBuilder out = head("Problems");
        out.append(
                "<p class=\"lead\">Every error is an RFC 9457 document of type <code>application/problem+json</code>. "
                        + "Its <code>code</code> is stable; where FIX refuses for the same reason, <code>Text (58)</code> begins "
                        + "with the same code.</p><table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>");
        for (final ProblemKind kind : Problems.all()) {
            out.append("<tr id=\"").append(kind.code()).append("\"><td><code>").append(kind.code());
            out.append("</code></td><td>")
                    .append(kind.status())
                    .append("</td><td>")
                    .append(escaped(kind.title()));
            out.append("</td></tr>");
        }
        return foot(out.append("</tbody></table>"));
    }

    private static void describe(final StringBuilder out, final Operation operation, final boolean publicMarketData) {
        out.append("<section><h3><span class=\"verb ")
                .append(operation.verb().toLowerCase(Locale.ROOT))
                .append("\">");
        out.append(operation.verb())
                .append("</span> <code>")
                .append(escaped(operation.path()))
                .append("</code></h3><p>");
        out.append(escaped(operation.summary())).append("</p><p class=\"who\">");
        out.append(
                operation.access().isOpen(publicMarketData)
                        ? "open"
                        : operation.access().roles().stream()
                                .sorted()
                                .map(Role::word)
                                .collect(Collectors.joining(", ")));
        out.append("</p>");
        if (!operation.parameters().isEmpty()) {
            out.append("<table><thead><tr><th>Parameter</th><th></th></tr></thead><tbody>");
            for (final Parameter each : operation.parameters()) {
                row(out, each.name(), each.description());
            }
            out.append("</tbody></table>");
        }
        if (operation.request() != null) {
            out.append("<table><thead><tr><th>Member</th><th></th></tr></thead><tbody>");
            for (final RecordComponent component : operation.request().getRecordComponents()) {
                final Doc doc = component.getAnnotation(Doc.class);
                final String required = doc != null && doc.required() ? "required" : "";
                final String text = doc == null ? "" : doc.value();
                row(out, component.getName(), required + (required.isEmpty() || text.isEmpty() ? "" : ": ") + text);
            }
            out.append("</tbody></table>");
        }
        out.append("</section>");
    }

    private static void row(final StringBuilder out, final String name, final String text) {
        out.append("<tr><td><code>")
                .append(escaped(name))
                .append("</code></td><td>")
                .append(escaped(text));
        out.append("</td></tr>");
    }

    private static StringBuilder head(final String title) {
        return new StringBuilder(8192)
                .append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append(" · V-Exchange</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append(
                        "<link rel=\"icon\" href=\"/web/icon.svg\"><link rel=\"stylesheet\" href=\"/web/docs.css\"></head>")
                .append("<body><header><a href=\"/\">V-Exchange</a></header><main><h1>")
                .append(escaped(title))
                .append("</h1>");
    }

    private static String foot(final StringBuilder out) {
        return out.append("</main></body></html>").toString();
    }

    private static String anchor(final String group) {
        return group.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
