package io.vexchange.web.access;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vexchange.engine.model.UserRole;
import java.util.Locale;

/** Role of a caller. Viewer, operator and admin are staff of the venue, each with the rights of the one before; a trader stands apart. */
public enum Role {
    /** Reads everything but what only an operator needs. */
    VIEWER,
    /** Trades for a firm, on named accounts, and sees these alone. */
    TRADER,
    /** Runs the market. */
    OPERATOR,
    /** Sets up the venue. */
    ADMIN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** @return the word of JSON */
    @JsonValue
    public String word() {
        return word;
    }

    /** @return true for the venue's own people */
    public boolean isStaff() {
        return this != TRADER;
    }

    /**
     * @param word a word of JSON
     * @return its role, or null when there is none
     */
    public static Role ofWord(final String word) {
        for (final Role role : values()) {
            if (role.word.equals(word)) {
                return role;
            }
        }
        return null;
    }

    /**
     * @param role the engine's
     * @return the same here
     */
    public static Role of(final UserRole role) {
        return valueOf(role.name());
    }
}
