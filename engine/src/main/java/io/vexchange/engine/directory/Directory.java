package io.vexchange.engine.directory;

/** Everything the venue knows but accounts, orders and instruments' markets. */
public final class Directory {
    public final NamedTable<Asset> assets = new NamedTable<>();
    public final NamedTable<Participant> participants = new NamedTable<>();
    public final NamedTable<Session> sessions = new NamedTable<>();
    public final NamedTable<User> users = new NamedTable<>();
    public final NamedTable<Token> tokens = new NamedTable<>();
    public final NamedTable<FeeTier> feeTiers = new NamedTable<>();
    public final Announcements announcements = new Announcements();
    public final CancelAfters cancelAfters = new CancelAfters();

    /**
     * @param requesterId above 0 a session, below 0 a user
     * @return who that is, or null when nobody
     */
    public Requester requester(final int requesterId) {
        return requesterId > 0 ? sessions.get(requesterId) : users.get(-requesterId);
    }
}
