package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.account.ClOrdIds;
import io.vexchange.engine.account.IdKey;
import io.vexchange.engine.book.Counters;
import io.vexchange.engine.book.Market;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.book.Orders;
import io.vexchange.engine.directory.FeeTier;
import io.vexchange.engine.directory.InstrumentRules;
import io.vexchange.engine.directory.Requester;
import io.vexchange.engine.event.EventLog;
import io.vexchange.engine.event.Reports;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.model.SelfTradePrevention;
import io.vexchange.engine.protocol.NewOrderDecoder;
import io.vexchange.engine.risk.Bounds;
import org.agrona.DirectBuffer;

/** D: a new order is checked, answered and set to work. */
final class NewOrders {
    /** Longest echo in bytes. */
    static final int MAX_ECHO_LENGTH = 4_096;

    private static final int POST_ONLY = 1;
    private static final int POSS_RESEND = 2;
    private static final int IDEMPOTENT = 4;

    private final EventLog log;
    private final Counters counters;
    private final Accounts accounts;
    private final Markets markets;
    private final Orders orders;
    private final ClOrdIds ids;
    private final Access access;
    private final Trading trading;
    private final Outbox outbox;
    private final Reports reports;
    private final IdKey key = new IdKey();

    NewOrders(final CoreParts parts, final Access access, final Trading trading, final Outbox outbox) {
        log = parts.log;
        counters = parts.counters;
        accounts = parts.accounts;
        markets = parts.markets;
        orders = parts.orders;
        ids = parts.ids;
        reports = parts.reports;
        this.access = access;
        this.trading = trading;
        this.outbox = outbox;
    }

    void take(final NewOrderDecoder command, final DirectBuffer buffer, final Answer answer) {
        if (outbox.isExhausted()) {
            answer.refused(Code.OUTBOX_FULL);
            return;
        }
        final Account account = accounts.get(command.accountId());
        if (account == null || !access.mayUse(command.ownerId(), account.id)) {
            answer.refused(Code.UNKNOWN_ACCOUNT);
            return;
        }
        final int idLength = command.clOrdIdLength();
        if (!key.load(buffer, command.limit() + Short.BYTES, idLength)) {
            answer.refused(Code.INVALID_FIELD);
            return;
        }
        command.skipClOrdId();
        final int known = key.isEmpty() ? ClOrdIds.NONE : ids.find(account.id, key);
        if (known != ClOrdIds.NONE) {
            repeat(command, known, account, answer);
            return;
        }
        final Market market = markets.get(command.instrumentId());
        final Code malformed = malformed(command, market);
        if (malformed != Code.NONE) {
            answer.refused(malformed);
            return;
        }
        final Order order = orders.allocate();
        read(command, buffer, order, account, market);
        trading.countRate(account);
        final Code refusal = trading.refusal(order);
        if (refusal == Code.OUTBOX_FULL) {
            orders.release(order);
            answer.refused(refusal);
            return;
        }
        enter(order, command.fingerprint(), refusal);
        answer.done(order.id);
    }

    /** A ClOrdID that is spent: told by its order's state to who says that he repeats himself, else refused. */
    private void repeat(final NewOrderDecoder command, final int known, final Account account, final Answer answer) {
        final Order order = orders.get(ids.orderId(known));
        final int flags = command.flags();
        final boolean isRepeat = (flags & POSS_RESEND) != 0
                || ((flags & IDEMPOTENT) != 0
                        && ids.isEntered(known)
                        && ids.fingerprint(known) == command.fingerprint());
        if (isRepeat) {
            reports.begin(order, 'I').requester(command.ownerId()).answer();
        } else {
            trading.countRate(account);
            reports.begin(order, '8')
                    .ids(known, ClOrdIds.NONE)
                    .code(Code.DUPLICATE_CLORDID)
                    .duplicate()
                    .requester(command.ownerId())
                    .tellUntouched();
        }
        answer.done(order.id);
    }

    /** What no gateway sends: no event, the id is not spent. */
    private Code malformed(final NewOrderDecoder command, final Market market) {
        if (market == null) {
            return Code.UNKNOWN_SYMBOL;
        }
        if (key.isEmpty()) {
            return Code.MISSING_FIELD;
        }
        final int mode = command.selfTradePrevention();
        final boolean isValid = (command.side() == '1' || command.side() == '2')
                && (mode == 0 || SelfTradePrevention.of(mode) != null)
                && command.echoLength() <= MAX_ECHO_LENGTH
                && accounts.fees() != null;
        return isValid ? Code.NONE : Code.INVALID_FIELD;
    }

    private void read(
            final NewOrderDecoder command,
            final DirectBuffer buffer,
            final Order order,
            final Account account,
            final Market market) {
        order.account = account;
        order.market = market;
        order.ownerId = command.ownerId();
        order.connectionEpoch = command.connectionEpoch();
        order.side = (byte) command.side();
        order.type = (byte) command.orderType();
        order.timeInForce = (byte) command.timeInForce();
        order.pegReference = (byte) command.pegReference();
        order.selfTradePrevention = mode(command, account);
        order.flags = (byte) (command.flags() & POST_ONLY);
        order.status = '0';
        order.priceTicks = order.type == '1' ? Order.ABSENT : command.priceTicks();
        order.stopPriceTicks = command.stopPriceTicks();
        order.quantityLots = command.quantityLots() == Order.ABSENT ? 0 : command.quantityLots();
        order.leavesLots = order.quantityLots;
        order.displayLots = command.displayLots();
        order.minimumLots = command.minimumLots();
        order.expireTimeMicros = command.expireTimeMicros();
        order.expireDay = command.expireDay();
        order.createdMicros = log.timeMicros;
        takeRates(order);
        order.echo(buffer, command.limit() + Short.BYTES, command.echoLength());
    }

    /** The order carries the rates and the band of its acceptance or last replace. */
    static void takeRates(final Order order) {
        final InstrumentRules rules = order.market.instrument.rules;
        final FeeTier tier = order.account.feeTier;
        final FeeTier.Rates rates = tier == null ? null : tier.rates(order.market.instrument.id);
        order.makerRate = rates == null ? rules.makerFeeRate() : rates.maker();
        order.takerRate = rates == null ? rules.takerFeeRate() : rates.taker();
        order.auctionRate = rates == null ? rules.auctionFeeRate() : rates.auction();
        order.referenceTicks = order.market.referencePriceTicks;
        order.coverTicks = order.type == '3' && order.stopPriceTicks > 0
                ? Bounds.far(order, order.stopPriceTicks, rules.protectionBp())
                : Order.ABSENT;
    }

    private byte mode(final NewOrderDecoder command, final Account account) {
        if (command.selfTradePrevention() != 0) {
            return (byte) command.selfTradePrevention();
        }
        final Requester owner = access.requester(command.ownerId());
        if (owner != null && owner.selfTradePrevention != 0) {
            return owner.selfTradePrevention;
        }
        final byte ofFirm = account.participant.selfTradePrevention;
        return ofFirm == 0 ? SelfTradePrevention.CANCEL_NEWEST.fix() : ofFirm;
    }

    private void enter(final Order order, final long fingerprint, final Code refusal) {
        order.id = ++counters.orders;
        order.spent(ids.add(order.account.id, key, order.id, fingerprint, true, ClOrdIds.NONE));
        order.currentId = order.firstId;
        trading.enter(order, refusal);
    }
}
