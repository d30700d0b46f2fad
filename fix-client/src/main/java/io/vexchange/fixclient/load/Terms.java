package io.vexchange.fixclient.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What is traded, as text for the wire.
 *
 * @param symbol of the instrument
 * @param quantity of every order
 * @param tradePrice at which orders rest and are met
 * @param quotePrice of orders that rest and are taken back, 1 % below
 * @param movedQuotePrice to which they are moved, 1.5 % below
 * @param missPrice of immediate orders that meet nothing, 2 % below
 */
record Terms(
        String symbol,
        String quantity,
        String tradePrice,
        String quotePrice,
        String movedQuotePrice,
        String missPrice) {
    private static final Map<String, String[]> USUAL = Map.of(
            "BTC-USD", new String[] {"50000.00", "0.0010"},
            "ETH-USD", new String[] {"2500.00", "0.010"},
            "ACME", new String[] {"100.00", "1"});

    /** With the demo venue's usual price and quantity where none is given. */
    static Terms of(final String symbol, final String price, final String quantity) throws LoadFault {
        final String[] usual = USUAL.get(symbol);
        if (usual == null && (price == null || quantity == null)) {
            throw LoadFault.usage("--symbol " + symbol + " needs --price and --quantity");
        }
        final BigDecimal trade = decimal("--price", price == null ? usual[0] : price);
        return new Terms(
                symbol,
                decimal("--quantity", quantity == null ? usual[1] : quantity).toPlainString(),
                trade.toPlainString(),
                below(trade, "0.99"),
                below(trade, "0.985"),
                below(trade, "0.98"));
    }

    private static BigDecimal decimal(final String option, final String text) throws LoadFault {
        try {
            final BigDecimal number = new BigDecimal(text);
            if (number.signum() > 0 && number.scale() >= 0 && number.precision() <= 18) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw LoadFault.usage(option + " is a number such as 100.00, not \"" + text + "\"");
        }
        throw LoadFault.usage(option + " is above 0 and has at most 18 digits, not \"" + text + "\"");
    }

    private static String below(final BigDecimal price, final String factor) {
        return price.multiply(new BigDecimal(factor))
                .setScale(price.scale(), RoundingMode.DOWN)
                .toPlainString();
    }
}
