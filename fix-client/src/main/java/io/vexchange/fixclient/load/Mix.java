package io.vexchange.fixclient.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a session sends, in which proportion: a cycle of requests, the same in every run. */
final class Mix {
    static final String DEFAULT = "trade=8,cancel=1,ioc=1";
    private static final int WEIGHT_LIMIT = 1_000;

    /** Things that are done together, so that what rests is met or taken back and the book stays small. */
    private enum Action {
        TRADE(RequestKind.REST, RequestKind.TAKE),
        CANCEL(RequestKind.QUOTE, RequestKind.CANCEL),
        REPLACE(RequestKind.QUOTE, RequestKind.REPLACE, RequestKind.CANCEL),
        IOC(RequestKind.MISS);

        @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
        private final List<RequestKind> requests;

        Action(final RequestKind... requests) {
            this.requests = List.of(requests);
        }
    }

    private final RequestKind[] cycle;

    private Mix(final List<RequestKind> cycle) {
        this.cycle = cycle.toArray(new RequestKind[0]);
    }

    /** Reads {@code trade=8,cancel=1,replace=1,ioc=1}. */
    static Mix parse(final String text) throws LoadFault {
        final Map<Action, Integer> weights = new EnumMap<>(Action.class);
        int total = 0;
        for (final String part : text.split(",", -1)) {
            final String[] pair = part.split("=", -1);
            final int weight = pair.length == 2 && pair[1].matches("\\d{1,4}") ? Integer.parseInt(pair[1]) : -1;
            if (weight < 0 || weights.put(action(pair[0]), weight) != null) {
                throw wrong(text);
            }
            total += weight;
        }
        if (total < 1 || total > WEIGHT_LIMIT) {
            throw wrong(text);
        }
        return new Mix(interleaved(weights, total));
    }

    private static Action action(final String word) throws LoadFault {
        for (final Action action : Action.values()) {
            if (action.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
                return action;
            }
        }
        throw wrong(word);
    }

    private static LoadFault wrong(final String text) {
        return LoadFault.usage(
                "--mix is written " + DEFAULT + " (trade, cancel, replace, ioc; the weights add up to at most "
                        + WEIGHT_LIMIT + "), not \"" + text + "\"");
    }

    /** Each action as evenly spread as its weight allows: the one that is most behind its share is next. */
    private static List<RequestKind> interleaved(final Map<Action, Integer> weights, final int total) {
        final List<RequestKind> cycle = new ArrayList<>();
        final Map<Action, Integer> credit = new EnumMap<>(Action.class);
        for (int i = 0; i < total; i++) {
            Action next = null;
            for (final Map.Entry<Action, Integer> each : weights.entrySet()) {
                credit.merge(each.getKey(), each.getValue(), Integer::sum);
                if (next == null || credit.get(each.getKey()) > credit.get(next)) {
                    next = each.getKey();
                }
            }
            credit.merge(next, -total, Integer::sum);
            cycle.addAll(next.requests);
        }
        return cycle;
    }

    /** The kind of the {@code index}-th request of a session, from 0. */
    RequestKind at(final long index) {
        return cycle[(int) (index % cycle.length)];
    }

    /** Requests until it begins anew. */
    int length() {
        return cycle.length;
    }
}
