package io.vexchange.web.stream;

/** The channels of accounts. The hub's thread only. */
final class AccountStreams implements PrivateStreams {
    @Override
    public void subscribe(final Viewer viewer, final Channel channel, final String key, final Request request) {
        viewer.enqueue(Frames.error(
                request.id(),
                "subscribe",
                channel.word(),
                "NOT_FOUND",
                "channel=" + channel.word() + " is not served"));
    }
}
