package io.vexchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.security.Roles;
import io.vexchange.web.access.Access;
import io.vexchange.web.http.Operation;
import io.vexchange.web.problem.ProblemKind;
import io.vexchange.web.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every route has a role, and the document is that of the routes. */
class RoutesTest {
    private final TestVenue venue = new TestVenue(WebSettings.demo()).open();
    private final ObjectMapper mapper = new ObjectMapper();

    @AfterEach
    void end() {
        venue.close();
    }

    @Test
    void shouldHaveOneRoleOnEveryRoute() {
        final List<String> without = new ArrayList<>();
        venue.web.javalin().unsafe.internalRouter.allHttpHandlers().forEach(handler -> {
            if (handler.endpoint.method.isHttpMethod()) {
                final Roles roles = handler.endpoint.metadata(Roles.class);
                if (roles == null
                        || roles.getRoles().size() != 1
                        || !(roles.getRoles().iterator().next() instanceof Access)) {
                    without.add(handler.endpoint.method + " " + handler.endpoint.path);
                }
            }
        });
        assertThat(without).isEmpty();
    }

    @Test
    void shouldDocumentEveryOperation() throws Exception {
        final JsonNode document =
                mapper.readTree(venue.get("/openapi.json", null).body());
        assertThat(document.get("openapi").asText()).startsWith("3.");
        for (final Operation operation : venue.web.operations().all()) {
            final JsonNode described = document.get("paths")
                    .get(operation.path())
                    .get(operation.verb().toLowerCase(Locale.ROOT));
            assertThat(described).as(operation.name()).isNotNull();
            assertThat(described.get("summary").asText()).isNotEmpty();
            assertThat(operation.statuses()).as(operation.name()).isNotEmpty();
        }
        document.get("paths")
                .fieldNames()
                .forEachRemaining(path -> assertThat(path).startsWith("/api/v1/"));
        for (final ProblemKind kind : Problems.all()) {
            assertThat(document.get("components").get("responses").has(kind.code()))
                    .as(kind.code())
                    .isTrue();
        }
        assertThat(venue.get("/openapi.json", null).body()).doesNotContain("\"$ref\":\"#/components/schemas/null");
        references(document, document);
    }

    private static void references(final JsonNode node, final JsonNode document) {
        if (node.isObject() && node.has("$ref")) {
            final String name = node.get("$ref").asText().replace("#/components/schemas/", "");
            assertThat(document.get("components").get("schemas").has(name))
                    .as(name)
                    .isTrue();
        }
        node.forEach(child -> references(child, document));
    }
}
