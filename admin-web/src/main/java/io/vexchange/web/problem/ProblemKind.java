package io.vexchange.web.problem;

/**
 * A kind of problem.
 *
 * @param code stable, upper snake case
 * @param status HTTP status
 * @param title what it means, in a few words
 */
public record ProblemKind(String code, int status, String title) {
    /** @return the path at which it is described */
    public String type() {
        return "/docs/problems#" + code;
    }
}
