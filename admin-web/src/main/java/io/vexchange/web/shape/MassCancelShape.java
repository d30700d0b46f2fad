package io.vexchange.web.shape;

import java.util.List;

/** What a mass cancel did. */
public record MassCancelShape(
        @Doc(example = "3") int affectedOrders,
        @Doc(value = "at most 100 of them") List<String> orderIds,
        @Doc(example = "88125") long eventSequence) {}
