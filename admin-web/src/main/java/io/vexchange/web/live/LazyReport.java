package io.vexchange.web.live;

import io.vexchange.web.shape.ExecutionShape;
import io.vexchange.web.shape.OrderShape;

/** A report whose shapes are made when they are asked for. Threads: any. */
public interface LazyReport {
    /** @return the report */
    ExecutionShape execution();

    /** @return the order after it, or null when the report changes no order */
    OrderShape order();
}
