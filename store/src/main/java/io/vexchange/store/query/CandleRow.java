package io.vexchange.store.query;

/**
 * Trading in one interval; texts are as the REST API shows them.
 *
 * @param start see the REST API
 * @param open see the REST API
 * @param high see the REST API
 * @param low see the REST API
 * @param close see the REST API
 * @param volume see the REST API
 * @param value see the REST API
 * @param trades see the REST API
 * @param closed see the REST API
 */
public record CandleRow(
        String start,
        String open,
        String high,
        String low,
        String close,
        String volume,
        String value,
        int trades,
        boolean closed) {}
