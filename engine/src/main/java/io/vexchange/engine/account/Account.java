package io.vexchange.engine.account;

import io.vexchange.engine.directory.Asset;
import io.vexchange.engine.directory.Exposure;
import io.vexchange.engine.directory.FeeTier;
import io.vexchange.engine.directory.Participant;
import io.vexchange.engine.model.AccountType;
import java.util.Arrays;

/** What an account owns and what its live orders hold, by asset, in minor units. */
public final class Account {
    public final int id;
    public final byte[] name;
    public final Participant participant;
    public final AccountType type;
    public final long createdMicros;
    public final boolean isCash;
    public final Exposure exposure;
    public boolean isEnabled;
    /** A kill switch covers it. */
    public boolean isKilled;

    /** Its money, holds and position are not kept: so matching alone is measured. No account of a venue is like that. */
    public boolean isUncounted;

    public byte[] properties;
    /** In force, null: the instruments' own rates. */
    public FeeTier feeTier;
    /** From the next roll of the day, 0: the instruments' own rates. */
    public int nextFeeTierId;
    /** Made with the first transfer that has a reference. */
    public TransferReferences references;

    private long[] total = new long[8];
    private long[] reserved = new long[8];
    /** How far busts have taken more than was free; only what has not been covered since counts. */
    private long[] shortfall = new long[8];

    public Account(
            final int id,
            final byte[] name,
            final Participant participant,
            final AccountType type,
            final long createdMicros) {
        this.id = id;
        this.name = name;
        this.participant = participant;
        this.type = type;
        this.createdMicros = createdMicros;
        isCash = type == AccountType.CASH;
        exposure = new Exposure(participant.exposure);
    }

    public long total(final int assetId) {
        return assetId < total.length ? total[assetId] : 0;
    }

    /** @return what live orders hold of a cash account's total; others hold nothing */
    public long held(final int assetId) {
        return isCash ? reserved(assetId) : 0;
    }

    /** @return what live orders may come to cost */
    public long reserved(final int assetId) {
        return assetId < reserved.length ? reserved[assetId] : 0;
    }

    /** @return what a new order or a withdrawal may use */
    public long available(final int assetId) {
        return total(assetId) - held(assetId);
    }

    /** Changes the total; the other side of the posting is the caller's. */
    public void post(final Asset asset, final long units) {
        reach(asset.id);
        final long before = total[asset.id];
        final long after = before + units;
        total[asset.id] = after;
        if ((before | after) < 0) {
            asset.creditUnits += Math.max(0, -after) - Math.max(0, -before);
        }
    }

    /** Changes what live orders reserve. */
    public void reserve(final Asset asset, final long units) {
        reach(asset.id);
        reserved[asset.id] += units;
        if (!isCash) {
            asset.creditUnits += units;
        }
    }

    /** @return true when that posting would leave no more than an account may own or owe */
    public boolean hasRoomFor(final int assetId, final long units) {
        final long before = total(assetId);
        final long after = before + units;
        final boolean isWrapped = ((before ^ after) & (units ^ after)) < 0;
        return !isWrapped && after <= Asset.MAX_UNITS && after >= -Asset.MAX_UNITS;
    }

    /** What has been taken from it by a bust or correction may be more than was free: it is short until that is covered. */
    public void allowShortfall(final int assetId) {
        if (assetId < shortfall.length) {
            shortfall[assetId] = Math.max(0, -available(assetId));
        }
    }

    /** Fails when a cash account has promised more than it owns, busts apart. */
    public void assertCovered(final int assetId) {
        if (isCash && total(assetId) < reserved(assetId) && -available(assetId) > shortfall[assetId]) {
            throw new IllegalStateException(
                    "account=" + id + " asset=" + assetId + " total=" + total(assetId) + " held=" + reserved(assetId));
        }
    }

    private void reach(final int assetId) {
        if (assetId >= total.length) {
            final int length = Math.max(2 * total.length, assetId + 1);
            total = Arrays.copyOf(total, length);
            reserved = Arrays.copyOf(reserved, length);
            shortfall = Arrays.copyOf(shortfall, length);
        }
    }
}
