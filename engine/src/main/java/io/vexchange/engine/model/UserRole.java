package io.vexchange.engine.model;

/** What a user of the web interface may do. The name is the word of JSON and SQL; the number is the protocol's and never changes. */
public enum UserRole {
    VIEWER(1),
    TRADER(2),
    OPERATOR(3),
    ADMIN(4);

    private static final UserRole[] BY_NUMBER = new UserRole[5];

    static {
        for (final UserRole each : values()) {
            BY_NUMBER[each.number] = each;
        }
    }

    private final int number;

    UserRole(final int number) {
        this.number = number;
    }

    /** @return the number in the protocol */
    public int number() {
        return number;
    }

    /**
     * @param number a number of the protocol
     * @return its meaning, or null when it has none
     */
    public static UserRole of(final int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }
}
