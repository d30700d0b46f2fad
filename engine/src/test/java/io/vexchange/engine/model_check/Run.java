package io.vexchange.engine.model_check;

import java.util.List;
import java.util.function.LongFunction;

/** One seeded run: a script, its audit, and on failure the shortest story found. */
final class Run {
    private final long seed;
    private final int length;
    private final Generator generator;
    private final LongFunction<Subject> subjects;

    /** @param subjects makes a subject with the given bound of its outbox */
    Run(final long seed, final int length, final LongFunction<Subject> subjects) {
        this.seed = seed;
        this.length = length;
        this.subjects = subjects;
        generator = new Generator(seed);
    }

    /** Null: all is well; else the story. */
    String failure() {
        final List<Step> script = generator.script(length);
        final Failure failure = audit(script);
        if (failure == null) {
            return null;
        }
        final List<Step> shortest = new Shrinker(this::audit).shrink(script, failure);
        return Story.of(seed, shortest, audit(shortest));
    }

    private Failure audit(final List<Step> script) {
        final long outboxBound = generator.world().outboxBound;
        return new Auditor(new NaiveVenue(outboxBound), () -> subjects.apply(outboxBound)).audit(script);
    }
}
