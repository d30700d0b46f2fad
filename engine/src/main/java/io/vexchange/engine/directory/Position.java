package io.vexchange.engine.directory;

/** What an account or a firm has traded of an instrument and may come to trade by its live orders. Lots. */
public final class Position {
    /** The firm's, null of a firm's own. */
    private final Position firm;

    private long boughtLots;
    private long soldLots;
    private long openBuyLots;
    private long openSellLots;

    Position(final Position firm) {
        this.firm = firm;
    }

    /** @return lots bought, busted ones taken off */
    public long boughtLots() {
        return boughtLots;
    }

    /** @return lots sold, busted ones taken off */
    public long soldLots() {
        return soldLots;
    }

    /** @return lots bought less lots sold */
    public long netLots() {
        return boughtLots - soldLots;
    }

    /** @return lots that live orders of that side have left */
    public long openLots(final boolean isBuy) {
        return isBuy ? openBuyLots : openSellLots;
    }

    /** More is bought, of the firm too; below 0: it is taken back. */
    public void buy(final long lots) {
        boughtLots += lots;
        if (firm != null) {
            firm.boughtLots += lots;
        }
    }

    /** More is sold, of the firm too; below 0: it is taken back. */
    public void sell(final long lots) {
        soldLots += lots;
        if (firm != null) {
            firm.soldLots += lots;
        }
    }

    /** Live orders have so much more left, of the firm too; below 0: less. */
    public void open(final boolean isBuy, final long lots) {
        add(isBuy, lots);
        if (firm != null) {
            firm.add(isBuy, lots);
        }
    }

    private void add(final boolean isBuy, final long lots) {
        if (isBuy) {
            openBuyLots += lots;
        } else {
            openSellLots += lots;
        }
    }
}
