package io.vexchange.engine.model_check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The auditor passes what is told honestly and finds what is bent. */
final class AuditorTest {
    private static String audit(final long seed, final UnaryOperator<List<Item>> bend) {
        return new Run(seed, 60, outboxBound -> new ModelSubject(outboxBound, bend)).failure();
    }

    /** Of the first run in which the bend shows. */
    private static String story(final UnaryOperator<List<Item>> bend) {
        for (int seed = 1; seed <= 20; seed++) {
            final String story = audit(seed, bend);
            if (story != null) {
                return story;
            }
        }
        return null;
    }

    @Test
    void shouldPassAnHonestVenue() {
        for (int seed = 1; seed <= 3; seed++) {
            assertThat(audit(seed, UnaryOperator.identity())).isNull();
        }
    }

    @Test
    void shouldFindAFeeThatIsOneUnitOff() {
        final String story = story(items -> {
            items.stream()
                    .filter(item -> item.is("Trade"))
                    .forEach(item -> item.with("buyFee", item.value("buyFee") + 1));
            return items;
        });
        assertThat(story).contains("buyFee");
    }

    @Test
    void shouldFindReportsInTheWrongOrder() {
        final String story = story(items -> {
            final List<Item> swapped = new ArrayList<>(items);
            for (int i = 1; i < swapped.size(); i++) {
                if (swapped.get(i).text("execType").equals("F")
                        && swapped.get(i - 1).text("execType").equals("F")) {
                    swapped.set(i, items.get(i - 1));
                    swapped.set(i - 1, items.get(i));
                }
            }
            return swapped;
        });
        assertThat(story).contains("orderId");
    }

    @Test
    void shouldFindAnEventThatIsMissing() {
        final String story = story(items -> {
            final List<Item> fewer = new ArrayList<>(items);
            fewer.removeIf(item -> item.is("BookUpdate") && item.value("action") == 2);
            return fewer;
        });
        assertThat(story).contains("BookUpdate");
    }
}
