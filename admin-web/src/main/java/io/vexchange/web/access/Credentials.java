package io.vexchange.web.access;

/** The tokens and passwords in force now. Threads: any. */
public interface Credentials {
    /**
     * What is needed to let a user in.
     *
     * @param userId the engine's id of the user
     * @param passwordHash of his password
     */
    record Login(int userId, String passwordHash) {}

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

    /**
     * @param user name of a user
     * @return what lets him in, null when there is no such user, or he is disabled or has no password
     */
    Login login(String user);

    /**
     * @param userId the engine's id of a user
     * @param tokenId for the principal: a browser session's number negated
     * @return the user with all his rights as they stand, null when he is disabled
     */
    Principal byUser(int userId, int tokenId);
}
