package io.vexchange.web.shape;

import java.util.List;

/** An order with what happened to it; of a command: with what this command caused. */
public record OrderAnswerShape(
        OrderShape order,
        @Doc("oldest first, the newest 1,000") List<ExecutionShape> executions,
        @Doc(example = "88125") long eventSequence) {}
