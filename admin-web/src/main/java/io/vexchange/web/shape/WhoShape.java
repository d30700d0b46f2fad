package io.vexchange.web.shape;

import java.util.List;

/** Who the caller is. */
public record WhoShape(
        @Doc(example = "alpha") String user,
        @Doc(example = "trader") String role,
        @Doc(example = "ALPHA-A") List<String> accounts,
        @Doc(nullable = true) String csrfToken,
        @Doc(format = "date-time", nullable = true) String expiresAt,
        @Doc(example = "true") boolean demo) {}
