package io.vexchange.fix;

import io.vexchange.engine.client.EngineClient;
import io.vexchange.engine.client.EngineListener;

/** How a gateway gets its engine client. */
@FunctionalInterface
public interface EngineConnector {
    /**
     * Connects as a durable client of a fixed name, with events after its durable position and a state image.
     *
     * @param listener is called from now on
     * @return the client; the gateway closes it
     */
    EngineClient connect(EngineListener listener);
}
