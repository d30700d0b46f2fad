package io.vexchange.engine.client;

import org.agrona.DirectBuffer;

/**
 * Follows the engine. All calls come from one thread of the client, in engine order. A call must not block; who cannot take more says so
 * in {@link #ready()}, and the engine keeps the rest (a durable consumer's until it has consumed it, others' until they lapse).
 */
public interface EngineListener {
    /** @return false to be given nothing for now */
    default boolean ready() {
        return true;
    }

    /**
     * The client has said Hello and been answered; also after each reconnection.
     *
     * @param hello what the engine said
     */
    default void onConnected(final Hello hello) {}

    /**
     * One event, reply or record. The events and replies of one log entry end with {@code Applied}. An image comes as
     * {@code ImageBegin}, records, {@code ImageEnd} and replaces everything known; events after its sequence follow. A listener without an
     * image gets the events after the sequence it asked for.
     *
     * @param templateId of the SBE message
     * @param buffer valid during the call only
     * @param offset of the SBE header
     * @param length bytes, header included
     */
    void onItem(int templateId, DirectBuffer buffer, int offset, int length);

    /** The connection to the engine is lost; the client goes on trying. */
    default void onDisconnected() {}
}
