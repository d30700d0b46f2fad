package io.vexchange.web.http;

import io.vexchange.web.access.Access;
import io.vexchange.web.problem.ProblemKind;
import java.util.List;
import java.util.Set;

/**
 * One operation of the interface: what is routed, checked and documented comes from here.
 *
 * @param verb GET, POST, PUT, PATCH or DELETE
 * @param path with {@code {parameters}}
 * @param access who may use it
 * @param group for the document, such as {@code Orders}
 * @param summary one line for people
 * @param parameters query parameters; any other is refused
 * @param request record of the body's members, or null without a body
 * @param statuses of success
 * @param response record of the answer, or null without a body
 * @param rowOfList whether the response is a row of a list
 * @param isCsv whether the list is given as CSV too
 * @param problems kinds particular to it
 * @param isCancel counted against the allowance of cancels, ten times as large
 * @param action what it does
 */
public record Operation(
        String verb,
        String path,
        Access access,
        String group,
        String summary,
        List<Parameter> parameters,
        Class<?> request,
        Set<Integer> statuses,
        Class<?> response,
        boolean rowOfList,
        boolean isCsv,
        List<ProblemKind> problems,
        boolean isCancel,
        Action action) {
    /** @return {@code GET /api/v1/orders} */
    public String name() {
        return verb + " " + path;
    }
}
