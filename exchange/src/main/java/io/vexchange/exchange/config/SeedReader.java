package io.vexchange.exchange.config;

import com.typesafe.config.Config;
import io.vexchange.engine.model.AccountType;
import io.vexchange.engine.model.Phase;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.model.SessionRole;
import io.vexchange.engine.model.UserRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code vex.seed}. A name that is used twice or not defined, and a decimal that does not fit, are told with file and line. */
final class SeedReader {
    private static final int MOST_SCALE = 12;
    private static final int MOST_PERCENT_BP = 1_000_000;
    private static final int MOST_FEE_RATE = 1_000_000;
    private static final int MOST_AUCTION_SECONDS = 86_400;
    private static final int MOST_RATE = 10_000_000;
    private static final int DEFAULT_PER_SECOND = 100;
    private static final int DEFAULT_BURST = 200;

    /** The exchange's own participant, and its accounts. */
    private static final Pattern RESERVED = Pattern.compile("participant VEX|account VEX-.*");

    private final Config config;
    private final Map<String, Integer> scales = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();

    SeedReader(final Config config) {
        this.config = config;
    }

    VenueSeed read() {
        if (!config.hasPath(Settings.SEED)) {
            return new VenueSeed(List.of(), List.of(), List.of(), List.of());
        }
        final SeedEntry seed = new SeedEntry(config.getObject(Settings.SEED), Settings.SEED);
        final List<VenueSeed.Asset> assets = new ArrayList<>();
        seed.objects("assets").forEach(each -> assets.add(asset(each)));
        final List<VenueSeed.Instrument> instruments = new ArrayList<>();
        seed.objects("instruments").forEach(each -> instruments.add(instrument(each)));
        final List<VenueSeed.Participant> participants = new ArrayList<>();
        seed.objects("participants").forEach(each -> participants.add(participant(each)));
        final List<VenueSeed.User> users = new ArrayList<>();
        seed.objects("users").forEach(each -> users.add(user(each)));
        if (!seed.objects("schedules").isEmpty()) {
            throw seed.fault("schedules", "this version knows no schedules");
        }
        seed.done();
        return new VenueSeed(assets, instruments, participants, users);
    }

    private String unique(final SeedEntry entry, final String key, final String kind) {
        final String name = entry.name(key);
        if (!names.add(kind + ' ' + name)) {
            throw entry.fault(key, kind + ' ' + name + " is there twice");
        }
        if (RESERVED.matcher(kind + ' ' + name).matches()) {
            throw entry.fault(key, name + " is the exchange's own name");
        }
        return name;
    }

    private VenueSeed.Asset asset(final SeedEntry entry) {
        final String id = unique(entry, "id", "asset");
        final int scale = entry.integer("scale", 0, MOST_SCALE, null);
        entry.done();
        scales.put(id, scale);
        return new VenueSeed.Asset(id, scale);
    }

    private VenueSeed.Instrument instrument(final SeedEntry entry) {
        final String symbol = unique(entry, "symbol", "instrument");
        if (!symbol.matches("[A-Z0-9][A-Z0-9.-]{0,15}")) {
            throw entry.fault("symbol", "expected 1 to 16 of A to Z, 0 to 9, '.' and '-', found " + symbol);
        }
        final BigDecimal tick = entry.positive("tick-size");
        final BigDecimal lot = entry.positive("lot-size");
        final int takerFeeRate = entry.scaled("taker-fee-bp", 2, "0", MOST_FEE_RATE);
        final VenueSeed.Instrument instrument = new VenueSeed.Instrument(
                symbol,
                knownAsset(entry, "base"),
                knownAsset(entry, "quote"),
                tick,
                lot,
                multiple(entry, "min-quantity", lot, lot),
                multiple(entry, "max-quantity", lot, null),
                entry.optionalDecimal("max-notional"),
                multiple(entry, "reference-price", tick, null),
                entry.scaled("static-collar-percent", 2, "10", MOST_PERCENT_BP),
                entry.scaled("dynamic-collar-percent", 2, "0", MOST_PERCENT_BP),
                entry.scaled("protection-percent", 2, "5", MOST_PERCENT_BP),
                entry.integer("volatility-auction-seconds", 0, MOST_AUCTION_SECONDS, 0),
                entry.scaled("maker-fee-bp", 2, "0", MOST_FEE_RATE),
                takerFeeRate,
                entry.scaled(
                        "auction-fee-bp", 2, BigDecimal.valueOf(takerFeeRate, 2).toPlainString(), MOST_FEE_RATE),
                entry.flag("enabled", true),
                entry.word("phase", Phase.class, Phase.CONTINUOUS));
        entry.done();
        checkUnits(entry, instrument);
        return instrument;
    }

    /** As the engine demands: what a tick of a lot costs, and a lot itself, are whole minor units. */
    private void checkUnits(final SeedEntry entry, final VenueSeed.Instrument it) {
        if (isNoMultiple(it.tickSize().multiply(it.lotSize()), minorUnit(it.quote()))) {
            throw entry.fault(
                    "tick-size", "tick-size times lot-size is no whole number of minor units of " + it.quote());
        }
        if (isNoMultiple(it.lotSize(), minorUnit(it.base()))) {
            throw entry.fault("lot-size", "is no whole number of minor units of " + it.base());
        }
        if (it.minimumQuantity().compareTo(it.maximumQuantity()) > 0) {
            throw entry.fault("max-quantity", "is less than min-quantity");
        }
        final boolean bandsFit =
                it.protectionBp() <= it.dynamicCollarBp() && it.dynamicCollarBp() <= it.staticCollarBp();
        if (it.dynamicCollarBp() != 0 && !bandsFit) {
            throw entry.fault(
                    "dynamic-collar-percent", "must lie between protection-percent and static-collar-percent");
        }
        if (it.makerFeeRate() + it.takerFeeRate() < 0) {
            throw entry.fault("maker-fee-bp", "the rebate is greater than the taker's fee");
        }
    }

    private BigDecimal minorUnit(final String asset) {
        return BigDecimal.ONE.movePointLeft(scales.get(asset));
    }

    private static boolean isNoMultiple(final BigDecimal number, final BigDecimal of) {
        return number.remainder(of).signum() != 0;
    }

    private static BigDecimal multiple(
            final SeedEntry entry, final String key, final BigDecimal of, final BigDecimal otherwise) {
        final BigDecimal given = otherwise == null ? entry.positive(key) : entry.optionalDecimal(key);
        final BigDecimal number = given == null ? otherwise : given;
        if (number.signum() <= 0 || isNoMultiple(number, of)) {
            throw entry.fault(
                    key, "expected a multiple of " + of.toPlainString() + ", found " + number.toPlainString());
        }
        return number;
    }

    private String knownAsset(final SeedEntry entry, final String key) {
        final String name = entry.name(key);
        if (!scales.containsKey(name)) {
            throw entry.fault(key, "unknown asset " + name);
        }
        return name;
    }

    private VenueSeed.Participant participant(final SeedEntry entry) {
        final String id = unique(entry, "id", "participant");
        final List<VenueSeed.Account> own = new ArrayList<>();
        entry.objects("accounts").forEach(each -> own.add(account(each)));
        final Set<String> usable = new HashSet<>();
        own.forEach(each -> usable.add(each.id()));
        final List<VenueSeed.Session> sessions = new ArrayList<>();
        entry.objects("sessions").forEach(each -> sessions.add(session(each, usable)));
        final String name = entry.optionalText("name");
        final VenueSeed.Participant participant = new VenueSeed.Participant(
                id,
                name == null ? id : name,
                entry.word("self-trade-prevention", SelfTradePrevention.class, SelfTradePrevention.CANCEL_NEWEST),
                own,
                sessions);
        entry.done();
        return participant;
    }

    private VenueSeed.Account account(final SeedEntry entry) {
        final String id = unique(entry, "id", "account");
        final Map<String, BigDecimal> balances = entry.decimals("balances");
        balances.forEach((asset, amount) -> {
            if (!scales.containsKey(asset)) {
                throw entry.fault("balances", "unknown asset " + asset);
            }
            if (amount.signum() <= 0 || isNoMultiple(amount, minorUnit(asset))) {
                throw entry.fault(
                        "balances", asset + " must be more than 0 and have at most " + scales.get(asset) + " decimals");
            }
        });
        final VenueSeed.Account account =
                new VenueSeed.Account(id, entry.word("type", AccountType.class, AccountType.CASH), balances);
        entry.done();
        accounts.add(id);
        return account;
    }

    private VenueSeed.Session session(final SeedEntry entry, final Set<String> usable) {
        final String id = unique(entry, "id", "session");
        final List<String> own = known(entry, "accounts", usable);
        final String defaultAccount = entry.optionalText("default-account");
        if (defaultAccount != null && !own.contains(defaultAccount)) {
            throw entry.fault("default-account", defaultAccount + " is none of its accounts");
        }
        final SeedEntry throttle = entry.optionalObject("throttle");
        final int perSecond = throttle == null
                ? DEFAULT_PER_SECOND
                : throttle.integer("per-second", 0, MOST_RATE, DEFAULT_PER_SECOND);
        final int burst = throttle == null ? DEFAULT_BURST : throttle.integer("burst", 0, MOST_RATE, 2 * perSecond);
        if (throttle != null) {
            throttle.done();
        }
        final VenueSeed.Session session = new VenueSeed.Session(
                id,
                entry.word("role", SessionRole.class, SessionRole.ORDER_ENTRY),
                own,
                defaultAccount == null && !own.isEmpty() ? own.get(0) : defaultAccount,
                entry.secret("password"),
                perSecond,
                burst,
                entry.flag("extensions", false),
                entry.flag("next-expected", false),
                entry.texts("addresses"),
                entry.word("cancel-on-disconnect", CancelScope.class, CancelScope.NONE)
                        .name(),
                entry.word("self-trade-prevention", SelfTradePrevention.class, null));
        entry.done();
        return session;
    }

    private VenueSeed.User user(final SeedEntry entry) {
        final VenueSeed.User user = new VenueSeed.User(
                unique(entry, "name", "user"),
                entry.word("role", UserRole.class, UserRole.VIEWER),
                known(entry, "accounts", accounts),
                entry.secret("password"),
                entry.texts("tokens"));
        entry.done();
        return user;
    }

    private static List<String> known(final SeedEntry entry, final String key, final Set<String> usable) {
        final List<String> given = entry.texts(key);
        for (final String each : given) {
            if (!usable.contains(each)) {
                throw entry.fault(key, "unknown account " + each);
            }
        }
        return given;
    }

    /** What is cancelled when a session is lost. */
    private enum CancelScope {
        NONE,
        SESSION,
        ACCOUNT
    }
}
