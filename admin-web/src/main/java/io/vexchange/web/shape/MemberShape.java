package io.vexchange.web.shape;

/** A member of the cluster. */
public record MemberShape(
        @Doc(example = "0") int id,

        @Doc(value = "LEADER or FOLLOWER", example = "LEADER")
        String role,

        @Doc(nullable = true, example = "127.0.0.1:20110") String endpoint,
        @Doc(example = "88123456") long logPosition,
        @Doc(example = "true") boolean alive) {}
