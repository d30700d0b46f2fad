package io.vexchange.web.shape;

import java.util.List;

/** An API token; {@code token} is in the answer that made it only, null everywhere else. */
public record TokenShape(
        @Doc(example = "12") String id,
        @Doc(example = "risk bot") String name,
        @Doc(example = "alpha") String user,
        @Doc(example = "trader") String role,
        @Doc(example = "ALPHA-A") List<String> accounts,
        @Doc(format = "date-time", nullable = true) String expiresAt,
        @Doc(example = "10.0.0.0/8") List<String> addresses,
        @Doc(nullable = true, example = "admin") String createdBy,

        @Doc(format = "date-time", example = "2026-11-22T09:30:00.123456Z")
        String createdAt,

        @Doc(value = "in this web process", format = "date-time", nullable = true)
        String lastUsedAt,

        @Doc(format = "date-time", nullable = true) String revokedAt,

        @Doc(value = "whether it opens anything", example = "true")
        boolean enabled,

        @Doc(nullable = true) String token) {}
