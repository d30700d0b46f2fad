package io.vexchange.engine.model;

/** How an account is covered. The name is the word of JSON and SQL; the number is the protocol's and never changes. */
public enum AccountType {
    CASH(1),
    CREDIT(2),
    EXCHANGE(3);

    private static final AccountType[] BY_NUMBER = new AccountType[4];

    static {
        for (final AccountType each : values()) {
            BY_NUMBER[each.number] = each;
        }
    }

    private final int number;

    AccountType(final int number) {
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
    public static AccountType of(final int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }
}
