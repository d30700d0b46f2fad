package io.vexchange.web.shape;

import java.util.List;

/** A user that is wanted. */
public record UserRequest(
        @Doc(required = true, example = "carol") String name,

        @Doc(required = true, value = "viewer trader operator admin", example = "trader")
        String role,

        @Doc(value = "of a trader", example = "ALPHA-A") List<String> accounts,

        @Doc(
                value = "12 to 128 characters, not the name; absent: no log-in, tokens only",
                nullable = true,
                example = "a sentence that only she knows")
        String password,

        @Doc(nullable = true) String reason) {}
