package io.vexchange.web.live;

import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.Code;
import io.vexchange.web.json.Times;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Makes and changes instruments, as commands. Each answers when the live state of this process shows it. Threads: any. */
public final class InstrumentDesk {
    /** A greatest order value that limits nothing: the most the engine can hold. */
    public static final long NO_MAXIMUM = 1L << 62;

    private final LiveVenue venue;
    private final DirectoryCommands commands;
    private final Turns turns = new Turns();

    InstrumentDesk(final LiveVenue venue, final Commander commander) {
        this.venue = venue;
        this.commands = new DirectoryCommands(commander);
    }

    /**
     * @param name of an asset
     * @return it, or null
     */
    public Asset asset(final String name) {
        return venue.directory().asset(name);
    }

    /**
     * @param id of an asset
     * @return it
     */
    public Asset asset(final int id) {
        return venue.directory().asset(id);
    }

    /**
     * @param symbol of an instrument
     * @return it, or null
     */
    public Instrument instrument(final String symbol) {
        return venue.directory().instrument(symbol);
    }

    /**
     * @param wanted the instrument, its id 0
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> create(final Instrument wanted, final byte[] audit) {
        return commands.define(stamped(wanted), audit).thenApply(outcome -> {
            if (outcome.code() == Code.IN_USE) {
                throw ProblemException.ofField(
                        Problems.ofRefusal(Code.IN_USE), "symbol", wanted.symbol() + " is there already");
            }
            Refusals.check(outcome, "symbol=" + wanted.symbol());
            return outcome.sequence();
        });
    }

    /**
     * @param symbol of an instrument that exists
     * @param change makes of it, as it stands, what it is to be
     * @param audit of the act
     * @return the newest event after it
     */
    public CompletableFuture<Long> change(
            final String symbol, final UnaryOperator<Instrument> change, final byte[] audit) {
        return turns.next(() -> commands.define(stamped(change.apply(instrument(symbol))), audit)
                .thenApply(outcome -> {
                    if (outcome.code() == Code.REFERENCE_USED) {
                        throw new ProblemException(
                                Problems.ofRefusal(Code.IN_USE), "tickSize and lotSize of " + symbol + " are in use");
                    }
                    Refusals.check(outcome, "symbol=" + symbol);
                    return outcome.sequence();
                }));
    }

    private static Instrument stamped(final Instrument it) {
        final String properties = Properties.of(it.properties())
                .put("updatedAt", Times.text(Times.nowMicros()))
                .toString();
        return new Instrument(
                it.id(),
                it.symbol(),
                it.baseAssetId(),
                it.quoteAssetId(),
                it.tickMantissa(),
                it.tickDecimals(),
                it.lotMantissa(),
                it.lotDecimals(),
                it.minimumLots(),
                it.maximumLots(),
                it.maximumNotional(),
                it.referencePriceTicks(),
                it.staticCollarBp(),
                it.dynamicCollarBp(),
                it.protectionBp(),
                it.volatilityAuctionSeconds(),
                it.makerFeeRate(),
                it.takerFeeRate(),
                it.auctionFeeRate(),
                it.enabled(),
                it.phase(),
                properties);
    }
}
