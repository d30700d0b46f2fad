package io.vexchange.web.shape;

import java.util.List;

/** A token that is wanted. */
public record TokenRequest(
        @Doc(required = true, example = "risk bot") String name,
        @Doc(required = true, example = "alpha") String user,

        @Doc(value = "at most the user's; absent: the user's", example = "trader")
        String role,

        @Doc(value = "at most the user's; absent: the user's", example = "ALPHA-A")
        List<String> accounts,

        @Doc(format = "date-time") String expiresAt,

        @Doc(value = "absent: from everywhere", example = "10.0.0.0/8")
        List<String> addresses) {}
