package io.vexchange.fixclient.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An order in the test venue. */
final class TinyOrder {
    final long id;
    final String session;
    final String account;
    final String symbol;
    final String side;
    final String type;
    final String timeInForce;
    String clOrdId;
    BigDecimal quantity;
    BigDecimal price;
    BigDecimal cum = BigDecimal.ZERO;
    BigDecimal leaves;
    BigDecimal paid = BigDecimal.ZERO;
    String status = "0";

    TinyOrder(
            final long id,
            final String session,
            final String clOrdId,
            final String symbol,
            final String side,
            final String type,
            final String timeInForce,
            final BigDecimal quantity,
            final BigDecimal price) {
        this.id = id;
        this.session = session;
        this.account = session.replaceAll("\\d", "") + "-A";
        this.clOrdId = clOrdId;
        this.symbol = symbol;
        this.side = side;
        this.type = type;
        this.timeInForce = timeInForce;
        this.quantity = quantity;
        this.price = price;
        leaves = quantity;
    }

    boolean isBuy() {
        return side.equals("1");
    }

    boolean isLive() {
        return leaves.signum() > 0;
    }

    /** True when the incoming order may trade with this resting one. */
    boolean meets(final TinyOrder incoming) {
        if (incoming.price == null) {
            return true;
        }
        return incoming.isBuy() ? price.compareTo(incoming.price) <= 0 : price.compareTo(incoming.price) >= 0;
    }

    void fill(final BigDecimal lastQuantity, final BigDecimal lastPrice) {
        cum = cum.add(lastQuantity);
        leaves = leaves.subtract(lastQuantity);
        paid = paid.add(lastQuantity.multiply(lastPrice));
        status = leaves.signum() == 0 ? "2" : "1";
    }

    void end(final String endStatus) {
        leaves = BigDecimal.ZERO;
        status = endStatus;
    }

    BigDecimal average() {
        return cum.signum() == 0 ? BigDecimal.ZERO : paid.divide(cum, 6, RoundingMode.HALF_EVEN);
    }
}
