package io.vexchange.web.shape;

import java.util.List;

/** What is to change of a user; what is left out stays. */
public record UserChangeRequest(
        @Doc(value = "viewer trader operator admin", example = "viewer")
        String role,

        @Doc(value = "of a trader", example = "ALPHA-A") List<String> accounts,

        @Doc(example = "false") Boolean enabled,
        @Doc("12 to 128 characters, not the name") String password,
        @Doc(nullable = true, example = "has left") String reason) {}
