package io.vexchange.web.access;

/** Tokens and browser sessions alike. Threads: any. */
public final class AllCredentials implements Credentials {
    private final Credentials tokens;
    private final BrowserSessions sessions;

    /**
     * @param tokens those of the venue
     * @param sessions those of this process
     */
    public AllCredentials(final Credentials tokens, final BrowserSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Principal byToken(final String token, final String address) {
        return tokens.byToken(token, address);
    }

    @Override
    public Principal refresh(final Principal principal) {
        return principal.tokenId() < 0 ? sessions.principal(-principal.tokenId(), tokens) : tokens.refresh(principal);
    }

    @Override
    public Login login(final String user) {
        return tokens.login(user);
    }

    @Override
    public Principal byUser(final int userId, final int tokenId) {
        return tokens.byUser(userId, tokenId);
    }
}
