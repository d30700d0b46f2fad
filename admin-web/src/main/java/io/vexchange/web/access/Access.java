package io.vexchange.web.access;

import io.javalin.security.RouteRole;
import java.util.Set;

/** Who may use a route. Every route has exactly one. */
public enum Access implements RouteRole {
    /** Everybody, without a credential. */
    OPEN(Set.of(Role.values())),
    /** Market data: everybody where the configuration opens it, else every role. */
    MARKET(Set.of(Role.values())),
    /** Every role. */
    ANY(Set.of(Role.values())),
    /** Traders, on their own accounts. */
    TRADER(Set.of(Role.TRADER)),
    /** Traders on their own accounts, operators and admins on all. */
    TRADER_OR_OPERATOR(Set.of(Role.TRADER, Role.OPERATOR, Role.ADMIN)),
    /** The venue's own people. */
    STAFF(Set.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN)),
    /** Those who run the market. */
    OPERATOR(Set.of(Role.OPERATOR, Role.ADMIN)),
    /** Those who set up the venue. */
    ADMIN(Set.of(Role.ADMIN));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Role> roles;

    Access(final Set<Role> roles) {
        this.roles = roles;
    }

    /**
     * @param role of a caller with a credential
     * @return true when he may use the route
     */
    public boolean allows(final Role role) {
        return roles.contains(role);
    }

    /**
     * @param publicMarketData whether market data is open here
     * @return true when no credential is needed
     */
    public boolean isOpen(final boolean publicMarketData) {
        return this == OPEN || (this == MARKET && publicMarketData);
    }

    /** @return the roles it lets in */
    public Set<Role> roles() {
        return roles;
    }
}
