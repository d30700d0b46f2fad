package io.vexchange.engine.client;

import java.util.concurrent.CompletableFuture;
import org.agrona.MutableDirectBuffer;

/**
 * A named client of the engine. It numbers its commands without gaps and sends again what may be lost after a fail-over, so each command is
 * applied once. Threads: all methods may be called from any thread.
 */
public interface EngineClient extends AutoCloseable {
    /** @return the durable name, such as {@code fix-1} */
    String name();

    /** @return true while commands reach the log */
    boolean isConnected();

    /**
     * Sends a command; its {@code origin} is filled in. Commands of one calling thread are sequenced in call order.
     *
     * @param command an SBE message with its header; copied before the call returns
     * @param offset of the header
     * @param length bytes, header included
     * @return the command's number, found again in {@code Applied}
     * @throws EngineUnavailableException when it is surely not taken
     */
    long send(MutableDirectBuffer command, int offset, int length);

    /**
     * Sends a command and collects what it causes.
     *
     * @param command as for {@link #send}
     * @param offset of the header
     * @param length bytes, header included
     * @return completed on the client's thread, after the listener has seen the command's items; never completed exceptionally but by
     *     {@link EngineUnavailableException} when the client is closed before the answer
     * @throws EngineUnavailableException when it is surely not taken
     */
    CompletableFuture<Outcome> ask(MutableDirectBuffer command, int offset, int length);

    /**
     * A durable consumer has everything up to this event on its own disk.
     *
     * @param sequence not less than before
     */
    void consumed(long sequence);

    @Override
    void close();
}
