package io.vexchange.fixclient.trading;

/**
 * Where the venue is.
 *
 * @param host name or address
 * @param port of its FIX acceptor, 1 to 65535
 * @param compId its CompID
 */
record Venue(String host, int port, String compId) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
