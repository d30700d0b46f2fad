package io.vexchange.web.access;

/** The bearer tokens in force now. Threads: any. */
public interface Credentials {
    /**
     * @param token as sent; compared by its hash, in constant time
     * @param address of the caller, an IP literal
     * @return whose it is, or null when it is unknown, expired, revoked, or not for this address
     */
    Principal byToken(String token, String address);

    /**
     * @param principal found before
     * @return the same credential as it stands now, or null when it has ended
     */
    Principal refresh(Principal principal);
}
