package io.vexchange.fixclient.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param plan of it
 * @param measuredNanos length of the measurement
 * @param answered requests answered while measured
 * @param reports received while measured
 * @param sent requests in all
 * @param notSent requests that were due and could not be sent
 * @param unanswered requests without an answer at the end
 * @param fills reported in all, each side counted
 * @param refusals by code
 * @param firstReports from due to first answer, nanoseconds
 * @param fillTimes from due to first fill of orders that meet others, nanoseconds
 * @param lateness from due to sent, nanoseconds; empty in a closed loop
 * @param faults what was not as it should be
 */
record LoadResult(
        LoadPlan plan,
        long measuredNanos,
        long answered,
        long reports,
        long sent,
        long notSent,
        long unanswered,
        long fills,
        Map<String, Long> refusals,
        Histogram firstReports,
        Histogram fillTimes,
        Histogram lateness,
        List<String> faults) {
    LoadResult {
        refusals = new TreeMap<>(refusals);
        faults = List.copyOf(faults);
    }

    double perSecond(final long count) {
        return measuredNanos == 0 ? 0 : count * 1e9 / measuredNanos;
    }
}
