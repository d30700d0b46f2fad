package io.vexchange.engine.client;

/** A field of an order as entered, for naming it in a refusal. */
public enum OrderField {
    /** FIX 1. */
    ACCOUNT,
    /** FIX 55. */
    SYMBOL,
    /** FIX 54. */
    SIDE,
    /** FIX 40. */
    ORDER_TYPE,
    /** FIX 59. */
    TIME_IN_FORCE,
    /** FIX 44. */
    PRICE,
    /** FIX 99. */
    STOP_PRICE,
    /** FIX 38. */
    QUANTITY,
    /** FIX 111. */
    DISPLAY_QUANTITY,
    /** FIX 110. */
    MINIMUM_QUANTITY,
    /** FIX 126 or 432. */
    EXPIRE_TIME,
    /** FIX 18=R or M. */
    PEG_REFERENCE,
    /** FIX 7928. */
    SELF_TRADE_PREVENTION
}
