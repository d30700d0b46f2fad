package io.vexchange.web.market;

/** Prices and quantities of one instrument as texts. Threads: any. */
public interface Scale {
    /**
     * @param ticks a price
     * @return with the tick's decimals
     */
    String price(long ticks);

    /**
     * @param lots a quantity
     * @return with the lot's decimals
     */
    String quantity(long lots);
}
