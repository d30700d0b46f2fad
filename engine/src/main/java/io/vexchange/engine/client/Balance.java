package io.vexchange.engine.client;

/**
 * What an account has of an asset.
 *
 * @param accountId whose
 * @param assetId of what
 * @param total minor units
 * @param held of it for open orders, minor units
 */
public record Balance(int accountId, int assetId, long total, long held) {
    /** @return what new orders may use, minor units */
    public long available() {
        return total - held;
    }
}
