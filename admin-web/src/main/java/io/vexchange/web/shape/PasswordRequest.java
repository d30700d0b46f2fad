package io.vexchange.web.shape;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A change of one's own password. */
public record PasswordRequest(
        @Doc(required = true, example = "demo") String current,

        @JsonProperty("new")
        @Doc(required = true, value = "12 to 128 characters, not the name", example = "a sentence that only I know")
        String next) {}
