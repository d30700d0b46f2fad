package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AccountType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What trades cost and what orders hold. */
final class Money {
    private static final BigDecimal HUNDREDTHS_OF_A_BASIS_POINT = BigDecimal.valueOf(1_000_000);

    private Money() {}

    static BigInteger notional(final Market market, final long lots, final long ticks) {
        return BigInteger.valueOf(lots)
                .multiply(BigInteger.valueOf(ticks))
                .multiply(BigInteger.valueOf(market.tickLotUnits));
    }

    /** Truncated towards zero, charges and rebates alike. */
    static BigInteger fee(final BigInteger notional, final long rate) {
        return new BigDecimal(notional)
                .multiply(BigDecimal.valueOf(rate))
                .divide(HUNDREDTHS_OF_A_BASIS_POINT, 0, RoundingMode.DOWN)
                .toBigIntegerExact();
    }

    static int heldAsset(final Order order) {
        return order.isBuy() ? order.market.quoteAssetId : order.market.baseAssetId;
    }

    /** What the order holds of {@link #heldAsset}, from its present leaves. */
    static BigInteger hold(final Order order) {
        if (order.account.type != AccountType.CASH) {
            return BigInteger.ZERO;
        }
        if (!order.isBuy()) {
            return BigInteger.valueOf(order.leavesLots).multiply(BigInteger.valueOf(order.market.lotUnits));
        }
        final Long price = holdPrice(order);
        if (price == null) {
            return BigInteger.ZERO;
        }
        final BigInteger value = notional(order.market, order.leavesLots, price);
        final long rate = Math.max(0, Math.max(order.makerFeeRate, Math.max(order.takerFeeRate, order.auctionFeeRate)));
        return value.add(fee(value, rate));
    }

    private static Long holdPrice(final Order order) {
        return switch (order.type) {
            case "1" -> unpriced(order);
            case "K" -> order.priceTicks == null ? unpriced(order) : order.priceTicks;
            case "3" -> cover(order);
            case "P" -> order.priceTicks == null ? order.boundTicks : order.priceTicks;
            default -> order.priceTicks;
        };
    }

    /** The bound of the collar while it waits for an uncross, else its protection. */
    private static Long unpriced(final Order order) {
        return order.boundTicks == null ? order.protectionTicks : order.boundTicks;
    }

    /** The price the hold of a stop covers. */
    static long cover(final Order order) {
        return Bounds.far(order, order.stopPriceTicks, order.market.setting("protectionBp"));
    }
}
