package io.vexchange.engine.client;

import io.vexchange.engine.model.Phase;

/**
 * An instrument as it stands. A tick is {@code tickMantissa * 10^-tickDecimals} of the quote asset, a lot
 * {@code lotMantissa * 10^-lotDecimals} of the base asset.
 *
 * @param id from 1
 * @param symbol such as {@code BTC-USD}
 * @param baseAssetId what is traded
 * @param quoteAssetId what it is paid in
 * @param tickMantissa greater than 0
 * @param tickDecimals decimals of a price
 * @param lotMantissa greater than 0
 * @param lotDecimals decimals of a quantity
 * @param minimumLots of an order
 * @param maximumLots of an order
 * @param maximumNotional of an order, minor units of the quote asset
 * @param referencePriceTicks as it stood when the entry was told; see {@link LiveState} for the present one
 * @param staticCollarBp basis points
 * @param dynamicCollarBp basis points, 0 = off
 * @param protectionBp basis points
 * @param volatilityAuctionSeconds length of a volatility auction
 * @param makerFeeRate hundredths of a basis point, negative = rebate
 * @param takerFeeRate hundredths of a basis point
 * @param auctionFeeRate hundredths of a basis point
 * @param enabled false: takes no orders
 * @param phase the present one
 * @param properties JSON for gateways, may be empty
 */
public record Instrument(
        int id,
        String symbol,
        int baseAssetId,
        int quoteAssetId,
        long tickMantissa,
        int tickDecimals,
        long lotMantissa,
        int lotDecimals,
        long minimumLots,
        long maximumLots,
        long maximumNotional,
        long referencePriceTicks,
        int staticCollarBp,
        int dynamicCollarBp,
        int protectionBp,
        int volatilityAuctionSeconds,
        int makerFeeRate,
        int takerFeeRate,
        int auctionFeeRate,
        boolean enabled,
        Phase phase,
        String properties) {

    Instrument withPhase(final Phase next) {
        return new Instrument(
                id,
                symbol,
                baseAssetId,
                quoteAssetId,
                tickMantissa,
                tickDecimals,
                lotMantissa,
                lotDecimals,
                minimumLots,
                maximumLots,
                maximumNotional,
                referencePriceTicks,
                staticCollarBp,
                dynamicCollarBp,
                protectionBp,
                volatilityAuctionSeconds,
                makerFeeRate,
                takerFeeRate,
                auctionFeeRate,
                enabled,
                next,
                properties);
    }

    /** @param ticks a price @return as people write it, with the tick's decimals */
    public String price(final long ticks) {
        return Decimals.format(ticks, tickMantissa, tickDecimals);
    }

    /** @param lots a quantity @return as people write it, with the lot's decimals */
    public String quantity(final long lots) {
        return Decimals.format(lots, lotMantissa, lotDecimals);
    }

    /**
     * @param filledValue sum of lots * ticks over the fills
     * @param filledLots greater than 0
     * @return the average price with four decimals more than a price, half-even
     */
    public String averagePrice(final long filledValue, final long filledLots) {
        return Decimals.formatAverage(filledValue, filledLots, tickMantissa, tickDecimals);
    }
}
