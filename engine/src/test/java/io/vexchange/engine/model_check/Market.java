package io.vexchange.engine.model_check;

import io.vexchange.engine.model.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

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
    /** Market orders that wait for an uncross. */
    final List<Order> waitingMarket = new ArrayList<>();
    /** Orders for the close, before their auction. */
    final List<Order> forClose = new ArrayList<>();

    final List<Order> parkedPegs = new ArrayList<>();
    /** Coming changes of the schedule by instant. */
    final TreeMap<Long, Phase> schedule = new TreeMap<>();

    /** What follows when the phase ends by itself; null: nothing. */
    Phase nextPhase;

    int prolongations;
    /** Its present phase was set by an operator. */
    boolean isOperators;
    /** As it stood before the command. */
    long collarTicks;

    /** As it was published last; 0 lots: none. */
    Uncross.Result indicative = Uncross.NONE;

    /** When it was worked out last. */
    Long indicatedMicros;

    boolean isIndicativeDue;
    /** Something about its orders has changed in this command. */
    boolean isTouched;

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

    boolean isCallPhase() {
        return isCallPhase(phase);
    }

    static boolean isCallPhase(final Phase phase) {
        return phase == Phase.PRE_OPEN || isAuction(phase);
    }

    static boolean isAuction(final Phase phase) {
        return phase == Phase.OPENING_AUCTION || phase == Phase.VOLATILITY_AUCTION || phase == Phase.CLOSING_AUCTION;
    }

    /** The best price of a side among orders with a price of their own. */
    Long bestOwnPrice(final String side) {
        return side(side).stream()
                .filter(order -> !order.isPeg())
                .map(Order::bookTicks)
                .findFirst()
                .orElse(null);
    }

    /** Orders in the book on a side, best first: price, then time. */
    List<Order> side(final String side) {
        final Comparator<Order> byPrice = Comparator.comparing(Order::bookTicks);
        return resting.stream()
                .filter(order -> order.side.equals(side))
                .sorted((Order.isBuy(side) ? byPrice.reversed() : byPrice)
                        .thenComparing(Order::isPeg)
                        .thenComparing(order -> order.place))
                .toList();
    }

    Order best(final String side) {
        final List<Order> orders = side(side);
        return orders.isEmpty() ? null : orders.get(0);
    }
}
