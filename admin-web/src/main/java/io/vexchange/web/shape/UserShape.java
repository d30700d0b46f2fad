package io.vexchange.web.shape;

import java.util.List;

/** A user. */
public record UserShape(
        @Doc(example = "alpha") String name,

        @Doc(value = "viewer trader operator admin", example = "trader")
        String role,

        @Doc(example = "true") boolean enabled,
        @Doc(example = "ALPHA-A") List<String> accounts) {}
