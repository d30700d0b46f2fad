package io.vexchange.fix;

import io.vexchange.fix.market.Entry;

/**
 * How a subscriber wants to be told of one instrument; who wants it alike is served from one text.
 *
 * @param instrumentId which
 * @param depth price levels a side, 0 = all
 * @param byOrder FIX 266=N
 * @param isFull FIX 265=0: a W for each change
 * @param types the FIX 269 asked for
 * @param extensions the venue's dialect
 */
record MarketDataForm(int instrumentId, int depth, boolean byOrder, boolean isFull, String types, boolean extensions) {

    /** @return true when a W or a full-depth X has this entry */
    boolean shows(final Entry entry) {
        return types.indexOf(entry.type()) >= 0
                && (entry.view() == Entry.View.ALL || (entry.view() == Entry.View.BY_ORDER) == byOrder);
    }
}
