package io.vexchange.engine.model;

/** An act that is audited. The name is the word of JSON and SQL; the number is the protocol's and never changes. */
public enum AuditAction {
    NOTE(1),
    ASSET_DEFINE(2),
    INSTRUMENT_DEFINE(3),
    PARTICIPANT_DEFINE(4),
    ACCOUNT_DEFINE(5),
    SESSION_DEFINE(6),
    USER_DEFINE(7),
    TOKEN_DEFINE(8),
    DEPOSIT(9),
    WITHDRAWAL(10),
    PHASE_SET(11),
    KILL_SWITCH_ENGAGE(12),
    KILL_SWITCH_RELEASE(13),
    TRADE_BUST(14),
    TRADE_CORRECT(15),
    REFERENCE_PRICE_SET(16),
    LIMITS_SET(17),
    SCHEDULE_SET(18),
    ORDER_CANCEL(19),
    MASS_CANCEL(20),
    FEE_TIER_DEFINE(21),
    FEE_TIER_ASSIGN(22),
    ANNOUNCE(23),
    SESSION_LOGOUT(24),
    SESSION_RESET(25);

    private static final AuditAction[] BY_NUMBER = new AuditAction[26];

    static {
        for (final AuditAction each : values()) {
            BY_NUMBER[each.number] = each;
        }
    }

    private final int number;

    AuditAction(final int number) {
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
    public static AuditAction of(final int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }
}
