package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account of the model: what it owns, and every order it has entered that is still remembered. */
final class Account {
    final int id;
    final String name;
    final Firm firm;
    final AccountType type;
    boolean enabled;
    /** Only a bust or a correction may leave it with less than it holds. */
    boolean hasBeenRestated;

    final Map<Integer, BigInteger> total = new TreeMap<>();
    /** Every ClOrdID that is spent, and the order it names. */
    final Map<String, Order> byClOrdId = new TreeMap<>();

    final Map<String, Item> transfersByReference = new TreeMap<>();
    final List<Order> orders = new ArrayList<>();

    Account(final int id, final String name, final Firm firm, final AccountType type) {
        this.id = id;
        this.name = name;
        this.firm = firm;
        this.type = type;
    }

    BigInteger total(final int assetId) {
        return total.getOrDefault(assetId, BigInteger.ZERO);
    }

    void post(final int assetId, final BigInteger amount) {
        total.put(assetId, total(assetId).add(amount));
    }

    /** The sum of the formula over the live orders, worked out on each use. */
    BigInteger held(final int assetId) {
        BigInteger held = BigInteger.ZERO;
        for (final Order order : orders) {
            if (order.isLive() && Money.heldAsset(order) == assetId) {
                held = held.add(Money.hold(order));
            }
        }
        return held;
    }

    BigInteger available(final int assetId) {
        return total(assetId).subtract(held(assetId));
    }

    @Override
    public String toString() {
        return name;
    }
}
