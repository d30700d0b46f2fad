package io.vexchange.engine.model_check;

import java.util.List;

/** A failing script in words. */
final class Story {
    private Story() {}

    static String of(final long seed, final List<Step> script, final Failure failure) {
        final StringBuilder words = new StringBuilder("seed=")
                .append(seed)
                .append(" (repeat with -Dseed=")
                .append(seed)
                .append(")\n");
        for (int i = 0; i < script.size(); i++) {
            final Step step = script.get(i);
            if (!step.isSetUp() || i == script.size() - 1 || isMarket(step)) {
                words.append(i == failure.step() ? "> " : "  ").append(step).append('\n');
            }
        }
        return words.append(failure.text()).toString();
    }

    private static boolean isMarket(final Step step) {
        return step.command() != null
                && (step.command().is("DefineInstrument") || step.command().is("Transfer"));
    }
}
