package io.vexchange.web.access;

import java.util.List;

/**
 * Who calls: a user, by one of his tokens.
 *
 * @param userId the engine's id of the user
 * @param user his name
 * @param role of this credential
 * @param accounts names of the accounts a trader may use, in order; staff may see all whatever stands here
 * @param tokenId the engine's id of the token; of a browser session its number negated
 */
public record Principal(int userId, String user, Role role, List<String> accounts, int tokenId) {
    /**
     * @param account name of an account
     * @return true when he may see it
     */
    public boolean maySee(final String account) {
        return role.isStaff() || accounts.contains(account);
    }
}
