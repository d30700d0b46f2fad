package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An instrument of the model with its book: plain lists, sorted whenever they are looked at. */
final class Market {
    final int id;
    final String symbol;
    Item definition;
    int baseAssetId;
    int quoteAssetId;
    /** Minor units of the base asset in a lot. */
    long lotUnits;
    /** Minor units of the quote asset in one lot at one tick. */
    long tickLotUnits;

    boolean enabled;
    Phase phase;
    long phaseUntilMicros;
    long referenceTicks;
    long publicSequence;
    long places;
    Long lastPrintTicks;
    final List<Order> resting = new ArrayList<>();
    final List<Order> waitingStops = new ArrayList<>();
    final List<Order> triggered = new ArrayList<>();

    Market(final int id, final String symbol) {
        this.id = id;
        this.symbol = symbol;
    }

    long setting(final String name) {
        return definition.value(name);
    }

    boolean isContinuous() {
        return phase == Phase.CONTINUOUS;
    }

    /** Orders in the book on a side, best first: price, then time. */
    List<Order> side(final String side) {
        final Comparator<Order> byPrice = Comparator.comparing(order -> order.priceTicks);
        return resting.stream()
                .filter(order -> order.side.equals(side))
                .sorted((Order.isBuy(side) ? byPrice.reversed() : byPrice).thenComparing(order -> order.place))
                .toList();
    }

    Order best(final String side) {
        final List<Order> orders = side(side);
        return orders.isEmpty() ? null : orders.get(0);
    }
}
