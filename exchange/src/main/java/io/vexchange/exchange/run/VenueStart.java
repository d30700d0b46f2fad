package io.vexchange.exchange.run;

import io.vexchange.exchange.config.ExchangeConfig;
import io.vexchange.exchange.folder.DataFolder;
import java.util.function.Consumer;

/** Starts the parts of a venue. */
@FunctionalInterface
public interface VenueStart {
    /**
     * What a start works with.
     *
     * @param config of the venue
     * @param folder held by this process
     * @param lifecycle is told each part as it is started
     * @param say prints a line for people
     * @param fatal ends the process with a line that says why
     */
    record Setting(
            ExchangeConfig config,
            DataFolder folder,
            Lifecycle lifecycle,
            Consumer<String> say,
            Consumer<String> fatal) {}

    /**
     * Starts them in order. Each part is told to the lifecycle at once, so that what has started is stopped if the next does not.
     *
     * @param setting what to work with
     * @return the venue, accepting logons
     * @throws io.vexchange.exchange.StartFailure when it cannot
     * @throws InterruptedException when it is stopped meanwhile
     */
    RunningVenue start(Setting setting) throws InterruptedException;
}
