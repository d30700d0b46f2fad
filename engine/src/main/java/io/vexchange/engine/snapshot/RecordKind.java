package io.vexchange.engine.snapshot;

/** Kinds of records of a snapshot, in the order in which they come. Numbers are never reused. */
final class RecordKind {
    static final int VENUE = 230;
    static final int CLIENT = 231;
    static final int ASSET = 232;
    static final int PARTICIPANT = 233;
    static final int ACCOUNT = 234;
    static final int REFERENCE = 235;
    static final int SESSION = 236;
    static final int USER = 237;
    static final int TOKEN = 238;
    static final int INSTRUMENT = 239;
    static final int KILL_SWITCH = 240;
    static final int ORDER = 241;
    static final int ORDER_IDS = 242;
    static final int STANDING = 243;
    static final int PAST_ORDER = 244;
    static final int TRADES = 245;
    static final int TRADE = 246;
    static final int FEE_TIER = 247;
    static final int LIMITS = 248;
    static final int END = 249;
    static final int POSITION = 250;
    static final int ANNOUNCEMENTS = 251;
    static final int ANNOUNCEMENT = 252;
    static final int CANCEL_AFTER = 253;
    static final int ACTS = 254;

    /** Lists of {@link #STANDING}. */
    static final int BIDS = 1;

    static final int OFFERS = 2;
    static final int BUY_STOPS = 3;
    static final int SELL_STOPS = 4;
    static final int MARKET_BUYS = 5;
    static final int MARKET_SELLS = 6;
    static final int AT_CLOSE = 7;
    static final int PARKED = 8;

    /** The layout of all records; 1 was that of the first version, which had neither positions nor auctions and is not read. */
    static final int VERSION = 2;

    /** Ids in a {@link #STANDING} or {@link #ORDER_IDS} record at most. */
    static final int MAX_LISTED = 1_000;

    private RecordKind() {}
}
