package io.vexchange.web.stream;

/** A socket as the hub needs it. Threads: any; no call blocks. */
interface Connection {
    /**
     * Sends one text frame. There is never more than one at a time.
     *
     * @param text of the frame
     * @param done called once it has left, on any thread, perhaps before this returns
     */
    void send(String text, Runnable done);

    /** Sends a ping frame. */
    void ping();

    /**
     * @param code of RFC 6455
     * @param reason in a few words
     */
    void close(int code, String reason);
}
