package io.vexchange.web.stream;

/** Channels that are not for everybody. The caller's role has been checked; his accounts have not. The hub's thread only. */
interface PrivateStreams {
    /**
     * Subscribes, or answers an error frame.
     *
     * @param viewer who asks
     * @param channel a private one
     * @param key of the subscription
     * @param request with an account, or without for all he may see
     */
    void subscribe(Viewer viewer, Channel channel, String key, Request request);
}
