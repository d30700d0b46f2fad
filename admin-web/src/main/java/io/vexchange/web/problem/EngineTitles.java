package io.vexchange.web.problem;

import io.vexchange.engine.model.Code;
import java.util.EnumMap;
import java.util.Map;

/** What the engine's codes mean, in a few words. */
final class EngineTitles {
    private static final Map<Code, String> TITLES = new EnumMap<>(Code.class);

    static {
        TITLES.put(Code.MARKET_CLOSED, "The market is closed");
        TITLES.put(Code.HALTED, "Trading is halted");
        TITLES.put(Code.CANCEL_ONLY, "Only cancels are taken");
        TITLES.put(Code.NOT_IN_THIS_PHASE, "Not possible in this phase");
        TITLES.put(Code.KILL_SWITCH, "A kill switch is engaged");
        TITLES.put(Code.DISABLED, "The account, session or instrument is disabled");
        TITLES.put(Code.UNSUPPORTED_COMBINATION, "These instructions do not go together");
        TITLES.put(Code.DUPLICATE_CLORDID, "The client order id has been used");
        TITLES.put(Code.TOO_LATE, "The order has already ended");
        TITLES.put(Code.ID_MISMATCH, "The ids name different orders");
        TITLES.put(Code.ORDER_MISMATCH, "The order is another than described");
        TITLES.put(Code.QTY_INVALID, "Quantity not valid");
        TITLES.put(Code.QTY_BELOW_CUM, "Quantity below what is filled");
        TITLES.put(Code.NOTIONAL, "Order value over the limit");
        TITLES.put(Code.PRICE_COLLAR, "Price outside the collar");
        TITLES.put(Code.DISPLAY_TOO_SMALL, "Displayed quantity too small");
        TITLES.put(Code.EXPIRE_TIME, "Expiry time not valid");
        TITLES.put(Code.POST_ONLY, "A post-only order would have traded");
        TITLES.put(Code.TYPE_CHANGE, "The order type cannot be changed so");
        TITLES.put(Code.OPEN_ORDERS, "Too many open orders");
        TITLES.put(Code.OPEN_NOTIONAL, "Open order value over the limit");
        TITLES.put(Code.POSITION, "Position over the limit");
        TITLES.put(Code.ORDER_RATE, "The account's order rate is used up");
        TITLES.put(Code.INSUFFICIENT_FUNDS, "Not enough available");
        TITLES.put(Code.OUTBOX_FULL, "The database is too far behind for new orders");
        TITLES.put(Code.PEG_LIMIT, "A pegged order is past its limit");
        TITLES.put(Code.THROTTLED, "Orders come too fast");
        TITLES.put(Code.UNKNOWN_ACCOUNT, "Unknown account");
        TITLES.put(Code.PRICE_TICK, "Price is no multiple of the tick");
        TITLES.put(Code.QTY_LOT, "Quantity is no multiple of the lot");
        TITLES.put(Code.NUMBER_RANGE, "Number out of range");
        TITLES.put(Code.UNSUPPORTED_FIELD, "This instruction is not supported");
        TITLES.put(Code.SHORT_SELL, "Short sales are not supported");
        TITLES.put(Code.DISK_LOW, "Too little disk space for new orders");
        TITLES.put(Code.NO_ORDERS, "No such orders");
        TITLES.put(Code.TRADE_BUSTED, "The trade has been busted");
        TITLES.put(Code.TRADE_TOO_OLD, "The trade is too old");
        TITLES.put(Code.SECOND_USER_REQUIRED, "Another user must do this");
        TITLES.put(Code.ASSET_OVERFLOW, "The amount is too large");
        TITLES.put(Code.LIVE_ORDERS, "There are live orders");
        TITLES.put(Code.REFERENCE_USED, "The reference has been used");
        TITLES.put(Code.NOT_COVERED, "More than is available");
        TITLES.put(Code.PHASE_CHANGE_NOT_ALLOWED, "This change of phase is not allowed");
        TITLES.put(Code.ALREADY_RELEASED, "The kill switch has been released already");
        TITLES.put(Code.IN_USE, "In use");
        TITLES.put(Code.INVALID, "Not valid");
    }

    private EngineTitles() {}

    static String title(final Code code) {
        final String title = TITLES.get(code);
        return title == null ? Problems.sentence(code.name()) : title;
    }
}
