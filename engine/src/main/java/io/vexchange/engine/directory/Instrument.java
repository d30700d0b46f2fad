package io.vexchange.engine.directory;

/** What is traded and by which rules. Prices are ticks, quantities lots, money minor units, percentages basis points. */
public final class Instrument {
    public final int id;
    public final byte[] symbol;
    public final Asset base;
    public final Asset quote;
    public final long tickMantissa;
    public final int tickDecimals;
    public final long lotMantissa;
    public final int lotDecimals;

    /** Minor units of the quote asset in one lot at one tick. */
    public final long unitsPerTickLot;

    /** Minor units of the base asset in one lot. */
    public final long unitsPerLot;

    public InstrumentRules rules;
    public boolean isEnabled;
    /** A kill switch covers it. */
    public boolean isKilled;

    public byte[] properties;

    public Instrument(
            final int id,
            final byte[] symbol,
            final Asset base,
            final Asset quote,
            final TickAndLot tickAndLot,
            final long unitsPerTickLot,
            final long unitsPerLot) {
        this.id = id;
        this.symbol = symbol;
        this.base = base;
        this.quote = quote;
        tickMantissa = tickAndLot.tickMantissa();
        tickDecimals = tickAndLot.tickDecimals();
        lotMantissa = tickAndLot.lotMantissa();
        lotDecimals = tickAndLot.lotDecimals();
        this.unitsPerTickLot = unitsPerTickLot;
        this.unitsPerLot = unitsPerLot;
    }
}
