package io.vexchange.web.live;

import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.protocol.TradeDecoder;
import io.vexchange.web.history.TradedBefore;
import io.vexchange.web.shape.PositionShape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What accounts have bought and sold. The engine's image does not tell it, so it begins with what the history knows up to the image and
 * goes on with the trades after it. The engine client's thread writes trades, any thread reads.
 */
final class LivePositions {
    private static final int AVERAGE_DECIMALS = 6;

    private final Directory directory;
    private final Map<Long, Sums> byAccountAndInstrument = new ConcurrentHashMap<>();
    private volatile boolean isComplete;

    private static final class Sums {
        private BigDecimal bought = BigDecimal.ZERO;
        private BigDecimal sold = BigDecimal.ZERO;
        private BigDecimal paid = BigDecimal.ZERO;
        private BigDecimal received = BigDecimal.ZERO;

        synchronized void add(final boolean isBuy, final BigDecimal quantity, final BigDecimal value) {
            if (isBuy) {
                bought = bought.add(quantity);
                paid = paid.add(value);
            } else {
                sold = sold.add(quantity);
                received = received.add(value);
            }
        }

        synchronized BigDecimal average() {
            final boolean isLong = bought.compareTo(sold) > 0 || sold.signum() == 0;
            final BigDecimal quantity = isLong ? bought : sold;
            return quantity.signum() == 0
                    ? null
                    : (isLong ? paid : received).divide(quantity, AVERAGE_DECIMALS, RoundingMode.HALF_UP);
        }
    }

    LivePositions(final Directory directory) {
        this.directory = directory;
    }

    private Sums sums(final int accountId, final int instrumentId) {
        return byAccountAndInstrument.computeIfAbsent(
                (long) accountId << Integer.SIZE | instrumentId, key -> new Sums());
    }

    /** Begins anew: another image has come. */
    void clear() {
        isComplete = false;
        byAccountAndInstrument.clear();
    }

    /** The rest is known now. */
    void complete(final List<TradedBefore> before) {
        for (final TradedBefore each : before) {
            final var account = directory.account(each.account());
            final Instrument instrument = directory.instrument(each.symbol());
            if (account != null && instrument != null) {
                final Sums sums = sums(account.id(), instrument.id());
                sums.add(true, each.bought(), each.paid());
                sums.add(false, each.sold(), each.received());
            }
        }
        isComplete = true;
    }

    boolean isComplete() {
        return isComplete;
    }

    /** The engine client's thread. */
    void onTrade(final TradeDecoder it) {
        final Instrument instrument = directory.instrument(it.instrumentId());
        final Asset quote = directory.asset(instrument.quoteAssetId());
        if (it.status() != 0) {
            add(it, instrument, quote, -it.reversedLots(), -it.reversedValue());
        }
        if (it.status() != 2) {
            add(it, instrument, quote, it.lots(), it.value());
        }
    }

    private void add(
            final TradeDecoder it, final Instrument instrument, final Asset quote, final long lots, final long value) {
        final BigDecimal quantity = BigDecimal.valueOf(lots)
                .multiply(BigDecimal.valueOf(instrument.lotMantissa(), instrument.lotDecimals()));
        final BigDecimal money = BigDecimal.valueOf(value, quote.scale());
        sums(it.buyAccountId(), it.instrumentId()).add(true, quantity, money);
        sums(it.sellAccountId(), it.instrumentId()).add(false, quantity, money);
    }

    /**
     * @param accountId of an account
     * @param account its name
     * @return one row an instrument it has ever traded; open quantities are zero
     */
    List<PositionShape> of(final int accountId, final String account) {
        final List<PositionShape> rows = new ArrayList<>();
        for (final Instrument instrument : directory.instruments()) {
            final Sums sums = byAccountAndInstrument.get((long) accountId << Integer.SIZE | instrument.id());
            if (sums != null) {
                synchronized (sums) {
                    final BigDecimal average = sums.average();
                    rows.add(new PositionShape(
                            account,
                            instrument.symbol(),
                            quantity(instrument, sums.bought.subtract(sums.sold)),
                            quantity(instrument, sums.bought),
                            quantity(instrument, sums.sold),
                            average == null ? null : average.toPlainString(),
                            "0",
                            "0"));
                }
            }
        }
        return rows;
    }

    private static String quantity(final Instrument instrument, final BigDecimal quantity) {
        return quantity.setScale(instrument.lotDecimals(), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
