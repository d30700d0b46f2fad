package io.vexchange.store.projection;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;

/** How the projector gets its engine client. */
@FunctionalInterface
public interface EngineConnector {
    /**
     * Connects as the durable client {@code projector}, with a state image and all events after its durable position.
     *
     * @param listener is called from now on
     * @return the client; the projector closes it
     */
    EngineClient connect(EngineListener listener);
}
