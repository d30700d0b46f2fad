package io.vexchange.engine.event;

import io.vexchange.engine.model.Code;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** What is told back of a status request that finds nothing. Reused. */
public final class UnknownOrder {
    private static final UnsafeBuffer NOTHING = new UnsafeBuffer(new byte[0]);

    int requesterId;
    int accountId;
    int instrumentId;
    boolean isMassStatus;
    boolean isTooMany;
    DirectBuffer clOrdId = NOTHING;
    int clOrdIdOffset;
    int clOrdIdLength;
    DirectBuffer asked = NOTHING;
    int askedOffset;
    int askedLength;
    DirectBuffer requestId = NOTHING;
    int requestIdOffset;
    int requestIdLength;

    /** Who asked, and for what. */
    public UnknownOrder of(final int requester, final int account, final int instrument, final boolean massStatus) {
        requesterId = requester;
        accountId = account;
        instrumentId = instrument;
        isMassStatus = massStatus;
        isTooMany = false;
        clOrdId = NOTHING;
        clOrdIdLength = 0;
        clOrdIdOffset = 0;
        asked = NOTHING;
        askedOffset = 0;
        askedLength = 0;
        return this;
    }

    /** There are more orders than are told at once. */
    public UnknownOrder tooMany(final boolean is) {
        isTooMany = is;
        return this;
    }

    /** @return why nothing is told */
    Code code() {
        if (isTooMany) {
            return Code.TOO_MANY;
        }
        return isMassStatus ? Code.NO_ORDERS : Code.UNKNOWN_ORDER;
    }

    public UnknownOrder clOrdId(final DirectBuffer buffer, final int offset, final int length) {
        clOrdId = buffer;
        clOrdIdOffset = offset;
        clOrdIdLength = length;
        return this;
    }

    public UnknownOrder asked(final DirectBuffer buffer, final int offset, final int length) {
        asked = buffer;
        askedOffset = offset;
        askedLength = length;
        return this;
    }

    public UnknownOrder request(final DirectBuffer buffer, final int offset, final int length) {
        requestId = buffer;
        requestIdOffset = offset;
        requestIdLength = length;
        return this;
    }
}
