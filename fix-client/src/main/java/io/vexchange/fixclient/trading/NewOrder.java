package io.vexchange.fixclient.trading;

import java.util.Collections;
import java.util.Map;

/**
 * An order to be sent.
 *
 * @param name for the rest of the script, null for one the client makes up
 * @param tags of the NewOrderSingle but ClOrdID and TransactTime, which are made when it is sent unless given here
 */
record NewOrder(String name, Map<Integer, String> tags) {
    NewOrder {
        tags = Collections.unmodifiableMap(tags);
    }
}
