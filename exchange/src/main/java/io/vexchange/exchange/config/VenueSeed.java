package io.vexchange.exchange.config;

import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an empty log begins with, as {@code venue.conf} says it. Every name that is used is defined; names are unique.
 *
 * @param assets in the file's order
 * @param instruments in the file's order
 * @param participants with their accounts and sessions
 * @param users of REST and the pages
 */
public record VenueSeed(
        List<Asset> assets, List<Instrument> instruments, List<Participant> participants, List<User> users) {

    /** Copies the lists. */
    public VenueSeed {
        assets = List.copyOf(assets);
        instruments = List.copyOf(instruments);
        participants = List.copyOf(participants);
        users = List.copyOf(users);
    }

    /** @return the accounts of all participants */
    public List<Account> accounts() {
        return participants.stream()
                .map(Participant::accounts)
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * @param id such as {@code USD}
     * @param scale decimals of its minor unit
     */
    public record Asset(String id, int scale) {}

    /**
     * @param symbol such as {@code BTC-USD}
     * @param base asset that is traded
     * @param quote asset it is paid in
     * @param tickSize of the price
     * @param lotSize of the quantity
     * @param minimumQuantity of an order, a multiple of the lot
     * @param maximumQuantity of an order, a multiple of the lot
     * @param maximumNotional of an order in the quote asset, null = what the engine can hold
     * @param referencePrice a multiple of the tick
     * @param staticCollarBp basis points
     * @param dynamicCollarBp basis points, 0 = off
     * @param protectionBp basis points
     * @param volatilityAuctionSeconds length of a volatility auction
     * @param makerFeeRate hundredths of a basis point, negative = rebate
     * @param takerFeeRate hundredths of a basis point
     * @param auctionFeeRate hundredths of a basis point
     * @param enabled whether it takes orders
     * @param phase it begins in
     */
    public record Instrument(
            String symbol,
            String base,
            String quote,
            BigDecimal tickSize,
            BigDecimal lotSize,
            BigDecimal minimumQuantity,
            BigDecimal maximumQuantity,
            BigDecimal maximumNotional,
            BigDecimal referencePrice,
            int staticCollarBp,
            int dynamicCollarBp,
            int protectionBp,
            int volatilityAuctionSeconds,
            int makerFeeRate,
            int takerFeeRate,
            int auctionFeeRate,
            boolean enabled,
            Phase phase) {}

    /**
     * @param id such as {@code ALPHA}
     * @param name for people
     * @param selfTradePrevention of its orders unless they or their session say otherwise
     * @param accounts its accounts
     * @param sessions its FIX sessions
     */
    public record Participant(
            String id,
            String name,
            SelfTradePrevention selfTradePrevention,
            List<Account> accounts,
            List<Session> sessions) {
        /** Copies the lists. */
        public Participant {
            accounts = List.copyOf(accounts);
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * @param id such as {@code ALPHA-A}
     * @param type how it is covered
     * @param balances opening balances by asset, in the file's order
     */
    public record Account(String id, AccountType type, Map<String, BigDecimal> balances) {
        /** Copies the balances. */
        public Account {
            balances = Collections.unmodifiableMap(new LinkedHashMap<>(balances));
        }
    }

    /**
     * @param id its SenderCompID
     * @param role what it may send
     * @param accounts it may use
     * @param defaultAccount of its orders without Account, null = none
     * @param password in clear text, null = it cannot log on
     * @param perSecond requests a second, 0 = no throttle
     * @param burst requests at once
     * @param extensions whether the venue's own fields are sent without asking
     * @param nextExpected whether 789 is required and used
     * @param addresses it may come from, empty = any
     * @param cancelOnDisconnect {@code NONE}, {@code SESSION} or {@code ACCOUNT}
     * @param selfTradePrevention of its orders, null = the participant's
     */
    public record Session(
            String id,
            SessionRole role,
            List<String> accounts,
            String defaultAccount,
            String password,
            int perSecond,
            int burst,
            boolean extensions,
            boolean nextExpected,
            List<String> addresses,
            String cancelOnDisconnect,
            SelfTradePrevention selfTradePrevention) {
        /** Copies the lists. */
        public Session {
            accounts = List.copyOf(accounts);
            addresses = List.copyOf(addresses);
        }

        @Override
        public String toString() {
            return "Session[id=" + id + ']';
        }
    }

    /**
     * @param name used to log in
     * @param role what he may do
     * @param accounts a trader may use
     * @param password in clear text, null = he cannot log in
     * @param tokens API tokens in clear text
     */
    public record User(String name, UserRole role, List<String> accounts, String password, List<String> tokens) {
        /** Copies the lists. */
        public User {
            accounts = List.copyOf(accounts);
            tokens = List.copyOf(tokens);
        }

        @Override
        public String toString() {
            return "User[name=" + name + ']';
        }
    }
}
