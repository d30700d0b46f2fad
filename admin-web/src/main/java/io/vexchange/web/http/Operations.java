package io.vexchange.web.http;

import io.vexchange.web.access.Access;
import io.vexchange.web.problem.ProblemKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** The table of operations. Javalin's routes and {@code /openapi.json} are both made from it, so they cannot differ. */
public final class Operations {
    /** What the paths of the interface begin with. */
    public static final String ROOT = "/api/v1";

    private final List<Operation> all = new ArrayList<>();

    /** @return all, in the order they were added */
    public List<Operation> all() {
        return Collections.unmodifiableList(all);
    }

    /**
     * Begins an operation.
     *
     * @param verb of HTTP
     * @param path below {@link #ROOT}
     * @param access who may use it
     * @param group for the document
     * @param summary one line for people
     * @return a builder; {@link Builder#does} ends it
     */
    public Builder on(
            final String verb, final String path, final Access access, final String group, final String summary) {
        return new Builder(verb, ROOT + path, access, group, summary);
    }

    /** Collects one operation. */
    public final class Builder {
        private final String verb;
        private final String path;
        private final Access access;
        private final String group;
        private final String summary;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<ProblemKind> problems = new ArrayList<>();
        private final Set<Integer> statuses = new TreeSet<>();
        private Class<?> request;
        private Class<?> response;
        private boolean rowOfList;
        private boolean isCsv;
        private boolean isCancel;

        private Builder(
                final String verb, final String path, final Access access, final String group, final String summary) {
            this.verb = verb;
            this.path = path;
            this.access = access;
            this.group = group;
            this.summary = summary;
        }

        /**
         * @param some query parameters it takes
         * @return this
         */
        public Builder takes(final Parameter... some) {
            Collections.addAll(parameters, some);
            return this;
        }

        /**
         * @param shape record of the body's members
         * @return this
         */
        public Builder reads(final Class<?> shape) {
            request = shape;
            return this;
        }

        /**
         * @param shape record of the answer
         * @param some statuses of success
         * @return this
         */
        public Builder answers(final Class<?> shape, final int... some) {
            response = shape;
            for (final int status : some) {
                statuses.add(status);
            }
            return this;
        }

        /**
         * @param shape record of a row
         * @return this, answering 200 with a list
         */
        public Builder lists(final Class<?> shape) {
            rowOfList = true;
            return answers(shape, 200);
        }

        /**
         * @param some problems particular to it
         * @return this
         */
        public Builder refuses(final ProblemKind... some) {
            Collections.addAll(problems, some);
            return this;
        }

        /** @return this list, given as CSV too when {@code Accept} says so */
        public Builder asCsv() {
            isCsv = true;
            return this;
        }

        /** @return this, counted against the allowance of cancels */
        public Builder cancels() {
            isCancel = true;
            return this;
        }

        /**
         * Ends the operation.
         *
         * @param direct what it does
         */
        public void does(final Action.Direct direct) {
            doesLater(call -> CompletableFuture.completedFuture(direct.run(call)));
        }

        /**
         * Ends the operation.
         *
         * @param action what it does, answering later
         */
        public void doesLater(final Action action) {
            all.add(new Operation(
                    verb,
                    path,
                    access,
                    group,
                    summary,
                    List.copyOf(parameters),
                    request,
                    Collections.unmodifiableSet(statuses),
                    response,
                    rowOfList,
                    isCsv,
                    List.copyOf(problems),
                    isCancel,
                    action));
        }
    }
}
