package io.vexchange.engine.model_check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Leaves out steps of a failing script as long as it still fails. */
final class Shrinker {
    private static final int TRIES = Integer.getInteger("tries", 600);

    private final Function<List<Step>, Failure> run;
    private int tries;

    Shrinker(final Function<List<Step>, Failure> run) {
        this.run = run;
    }

    List<Step> shrink(final List<Step> failing, final Failure failure) {
        List<Step> script = List.copyOf(failing.subList(0, failure.step() + 1));
        for (int chunk = Math.max(1, script.size() / 2); chunk > 0; chunk /= 2) {
            for (int at = script.size() - chunk; at >= 0 && tries < TRIES; at -= chunk) {
                final List<Step> shorter = without(script, at, chunk);
                if (shorter.size() < script.size()) {
                    tries++;
                    final Failure still = run.apply(shorter);
                    if (still != null) {
                        script = List.copyOf(shorter.subList(0, still.step() + 1));
                        at = Math.min(at, script.size());
                    }
                }
            }
        }
        return script;
    }

    private static List<Step> without(final List<Step> script, final int at, final int chunk) {
        final List<Step> shorter = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            if (i < at || i >= at + chunk || script.get(i).isSetUp()) {
                shorter.add(script.get(i));
            }
        }
        return shorter;
    }
}
