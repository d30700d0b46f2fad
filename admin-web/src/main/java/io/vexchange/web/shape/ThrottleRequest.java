package io.vexchange.web.shape;

/** How many messages a FIX session may send. */
public record ThrottleRequest(
        @Doc(required = true, example = "1000") Integer perSecond,
        @Doc(required = true, example = "2000") Integer burst) {}
