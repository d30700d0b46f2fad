package io.vexchange.web.shape;

import java.util.List;

/** A firm, which is a self-trade group. */
public record ParticipantShape(
        @Doc(example = "ALPHA") String id,
        @Doc(example = "Alpha Trading") String name,
        @Doc(example = "true") boolean enabled,
        @Doc(nullable = true, example = "CANCEL_NEWEST") String selfTradePrevention,
        @Doc(example = "ALPHA-A") List<String> accounts,
        @Doc(value = "its FIX sessions", example = "ALPHA1") List<String> sessions) {}
