package io.vexchange.engine.model;

/**
 * Every refusal and end the venue tells, under one name in FIX 58, in problem documents and in SQL. A name is never changed, a number never
 * reused. Beside each: FIX 103 for a refused order (16 needs the extensions, 99 without), FIX 102 for a refused cancel or replace, and the
 * HTTP status.
 */
public enum Code {
    /** No refusal. */
    NONE(0, 0, 0, 200),
    MARKET_CLOSED(1, 2, 99, 422),
    HALTED(2, 2, 99, 422),
    CANCEL_ONLY(3, 2, 99, 422),
    NOT_IN_THIS_PHASE(4, 11, 99, 422),
    KILL_SWITCH(5, 99, 99, 422),
    DISABLED(6, 99, 99, 422),
    UNSUPPORTED_COMBINATION(7, 11, 99, 422),
    DUPLICATE_CLORDID(8, 6, 6, 409),
    UNKNOWN_ORDER(9, 5, 1, 404),
    TOO_LATE(10, 99, 0, 409),
    ID_MISMATCH(11, 99, 99, 422),
    ORDER_MISMATCH(12, 99, 99, 422),
    QTY_INVALID(13, 13, 99, 422),
    QTY_BELOW_CUM(14, 99, 99, 422),
    NOTIONAL(15, 3, 99, 422),
    PRICE_COLLAR(16, 16, 99, 422),
    DISPLAY_TOO_SMALL(17, 13, 99, 422),
    EXPIRE_TIME(18, 99, 99, 422),
    POST_ONLY(19, 99, 99, 422),
    TYPE_CHANGE(20, 99, 99, 422),
    OPEN_ORDERS(21, 3, 99, 422),
    OPEN_NOTIONAL(22, 3, 99, 422),
    POSITION(23, 3, 99, 422),
    ORDER_RATE(24, 3, 99, 429),
    INSUFFICIENT_FUNDS(25, 3, 99, 422),
    OUTBOX_FULL(26, 99, 99, 503),
    PEG_LIMIT(27, 99, 99, 422),
    THROTTLED(40, 99, 99, 429),
    UNKNOWN_SYMBOL(41, 1, 99, 404),
    UNKNOWN_ACCOUNT(42, 15, 99, 404),
    PRICE_TICK(43, 99, 99, 422),
    QTY_LOT(44, 13, 99, 422),
    NUMBER_RANGE(45, 13, 99, 422),
    MISSING_FIELD(46, 99, 99, 422),
    INVALID_FIELD(47, 99, 99, 422),
    UNSUPPORTED_FIELD(48, 11, 99, 422),
    SHORT_SELL(49, 11, 99, 422),
    DISK_LOW(50, 99, 99, 503),
    NO_ORDERS(51, 99, 99, 404),
    NO_LIQUIDITY(60, 99, 99, 409),
    PROTECTION_BAND(61, 99, 99, 409),
    DYNAMIC_COLLAR(62, 99, 99, 409),
    COVER_EXCEEDED(63, 99, 99, 409),
    FOK_NOT_FILLABLE(64, 99, 99, 409),
    MIN_QTY_NOT_MET(65, 99, 99, 409),
    STP_NEWEST(66, 99, 99, 409),
    STP_OLDEST(67, 99, 99, 409),
    STP_BOTH(68, 99, 99, 409),
    STP_DECREMENT(69, 99, 99, 409),
    AUCTION_LEFTOVER(70, 99, 99, 409),
    DAY_END(71, 99, 99, 409),
    EXPIRED(72, 99, 99, 409),
    CANCEL_ON_DISCONNECT(73, 99, 99, 409),
    CANCELED_BY_REST(74, 99, 99, 409),
    CANCELED_BY_OPERATOR(75, 99, 99, 409),
    MASS_CANCEL(76, 99, 99, 409),
    CANCEL_AFTER(77, 99, 99, 409),
    TRADE_BUSTED(90, 99, 99, 409),
    TRADE_TOO_OLD(91, 99, 99, 409),
    SECOND_USER_REQUIRED(92, 99, 99, 403),
    ASSET_OVERFLOW(93, 99, 99, 422),
    LIVE_ORDERS(94, 99, 99, 409),
    REFERENCE_USED(95, 99, 99, 409),
    NOT_COVERED(96, 99, 99, 409),
    PHASE_CHANGE_NOT_ALLOWED(97, 99, 99, 409),
    ALREADY_RELEASED(98, 99, 99, 409),
    IN_USE(99, 99, 99, 409),
    NOT_FOUND(100, 99, 99, 404),
    INVALID(101, 99, 99, 422),
    REASON_REQUIRED(102, 99, 99, 422),
    TOO_MANY(103, 99, 99, 422),
    STORE_UNAVAILABLE(104, 99, 99, 503),
    NOT_AVAILABLE(105, 99, 99, 503),
    NOT_AUTHORIZED(106, 99, 99, 403),
    UNSUPPORTED_MESSAGE(107, 99, 99, 422),
    SESSION_LOGGED_ON(108, 99, 99, 409),
    ALREADY_APPLIED(120, 99, 99, 409),
    NUMBER_EXPECTED(121, 99, 99, 500),
    FENCED(122, 99, 99, 503),
    SEQUENCE_TRIMMED(123, 99, 99, 500),
    UNKNOWN_COMMAND(124, 99, 99, 500);

    private static final Code[] BY_NUMBER = new Code[128];

    static {
        for (final Code each : values()) {
            BY_NUMBER[each.number] = each;
        }
    }

    private final int number;
    private final int ordRejReason;
    private final int cxlRejReason;
    private final int httpStatus;

    Code(final int number, final int ordRejReason, final int cxlRejReason, final int httpStatus) {
        this.number = number;
        this.ordRejReason = ordRejReason;
        this.cxlRejReason = cxlRejReason;
        this.httpStatus = httpStatus;
    }

    /** @return the number in the protocol */
    public int number() {
        return number;
    }

    /** @return FIX 103 of an order refused so, with the venue's extensions */
    public int ordRejReason() {
        return ordRejReason;
    }

    /** @return FIX 102 of a cancel or replace refused so */
    public int cxlRejReason() {
        return cxlRejReason;
    }

    /** @return the status of an HTTP answer refused so */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * @param number a number of the protocol
     * @return its code
     * @throws IllegalArgumentException when no code has that number
     */
    public static Code of(final int number) {
        final Code code = number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        if (code == null) {
            throw new IllegalArgumentException("no code has number=" + number);
        }
        return code;
    }
}
