package io.vexchange.exchange.venue;

import io.vexchange.exchange.run.RunningVenue;
import io.vexchange.exchange.run.VenueStart;

/** x */
public final class Venue {
    private Venue() {}

    /** x */
    public static RunningVenue start(final VenueStart.Setting s) throws InterruptedException {
        if (s != null) {
            throw new IllegalStateException("not yet");
        }
        return null;
    }
}
