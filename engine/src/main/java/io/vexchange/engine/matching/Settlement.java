package io.vexchange.engine.matching;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Instrument;
import io.vexchange.engine.risk.Holds;

/** Moves what a fill moves. All postings sum to zero in each asset. */
final class Settlement {
    private final Accounts accounts;

    Settlement(final Accounts accounts) {
        this.accounts = accounts;
    }

    /** Both orders have been filled already; {@code value} in minor units of the quote asset. */
    void settle(
            final Order buy,
            final Order sell,
            final long lots,
            final long value,
            final long buyFee,
            final long sellFee) {
        if (buy.account.isUncounted && sell.account.isUncounted) {
            return;
        }
        final Instrument instrument = buy.market.instrument;
        final Asset base = instrument.base;
        final Asset quote = instrument.quote;
        final long baseUnits = lots * instrument.unitsPerLot;
        Holds.refresh(buy);
        Holds.refresh(sell);
        buy.account.exposure.position(instrument.id).buy(lots);
        sell.account.exposure.position(instrument.id).sell(lots);
        buy.account.post(base, baseUnits);
        sell.account.post(base, -baseUnits);
        buy.account.post(quote, -value - buyFee);
        sell.account.post(quote, value - sellFee);
        fees().post(quote, buyFee + sellFee);
        buy.account.assertCovered(quote.id);
        sell.account.assertCovered(base.id);
    }

    long feesTotal(final Asset quote) {
        return fees().total(quote.id);
    }

    private Account fees() {
        return accounts.fees();
    }
}
