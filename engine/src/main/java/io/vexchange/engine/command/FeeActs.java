package io.vexchange.engine.command;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.account.Accounts;
import io.vexchange.engine.book.Markets;
import io.vexchange.engine.directory.Directory;
import io.vexchange.engine.directory.FeeTier;
import io.vexchange.engine.directory.InstrumentRules;
import io.vexchange.engine.event.RuleEvents;
import io.vexchange.engine.model.AuditAction;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.protocol.AssignFeeTierDecoder;
import io.vexchange.engine.protocol.DefineFeeTierDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.agrona.DirectBuffer;

/** Staff defines fee tiers and assigns accounts to them; both are in force from the next roll of the day. */
final class FeeActs {
    private static final int MAX_TIERS = 1_000;
    private static final byte[] STANDARD = FeeTier.STANDARD.getBytes(StandardCharsets.US_ASCII);

    private final Directory directory;
    private final Accounts accounts;
    private final Markets markets;
    private final RuleEvents events;
    private final ActRecord record;

    FeeActs(final CoreParts parts, final ActRecord record) {
        directory = parts.directory;
        accounts = parts.accounts;
        markets = parts.markets;
        events = parts.ruleEvents;
        this.record = record;
    }

    void define(final DefineFeeTierDecoder command, final DirectBuffer buffer, final Answer answer) {
        int id = command.feeTierId();
        final FeeTier.Rates[] rates = rates(command);
        final byte[] name = Texts.copy(buffer, command.limit() + Short.BYTES, command.nameLength());
        command.skipName();
        Code code = Definitions.name(directory.feeTiers, id, name);
        if (code == Code.NONE && id == 0 && Arrays.equals(name, STANDARD)) {
            code = Code.IN_USE;
        }
        if (code == Code.NONE && id == 0 && directory.feeTiers.size() >= MAX_TIERS) {
            code = Code.INVALID;
        }
        code = code == Code.NONE ? refusal(rates) : code;
        if (code == Code.NONE) {
            if (id == 0) {
                id = directory.feeTiers.nextId();
                directory.feeTiers.add(name, new FeeTier(id, name));
            }
            final FeeTier tier = directory.feeTiers.get(id);
            tier.define(rates);
            events.tier(tier);
        }
        record.finish(
                AuditAction.FEE_TIER_DEFINE, code, id, id, answer, buffer, command.limit(), command.auditLength());
    }

    private static FeeTier.Rates[] rates(final DefineFeeTierDecoder command) {
        final DefineFeeTierDecoder.RatesDecoder group = command.rates();
        final FeeTier.Rates[] rates = new FeeTier.Rates[group.count()];
        for (int i = 0; i < rates.length; i++) {
            group.next();
            rates[i] = new FeeTier.Rates(
                    group.instrumentId(), group.makerFeeRate(), group.takerFeeRate(), group.auctionFeeRate());
        }
        Arrays.sort(rates, Comparator.comparingInt(FeeTier.Rates::instrumentId));
        return rates;
    }

    private Code refusal(final FeeTier.Rates[] rates) {
        int before = 0;
        for (final FeeTier.Rates each : rates) {
            if (markets.get(each.instrumentId()) == null) {
                return Code.NOT_FOUND;
            }
            final boolean isTwice = each.instrumentId() == before;
            if (isTwice || !InstrumentRules.areFeesValid(each.maker(), each.taker(), each.auction())) {
                return Code.INVALID;
            }
            before = each.instrumentId();
        }
        return Code.NONE;
    }

    void assign(final AssignFeeTierDecoder command, final DirectBuffer buffer, final Answer answer) {
        final int accountId = command.accountId();
        final int tierId = command.feeTierId();
        final Account account = accounts.get(accountId);
        final boolean isKnown = account != null && (tierId == 0 || directory.feeTiers.get(tierId) != null);
        if (isKnown) {
            account.nextFeeTierId = tierId;
            events.assigned(accountId, account.feeTier == null ? 0 : account.feeTier.id, tierId);
        }
        record.finish(
                AuditAction.FEE_TIER_ASSIGN,
                isKnown ? Code.NONE : Code.NOT_FOUND,
                accountId,
                accountId,
                answer,
                buffer,
                command.limit(),
                command.auditLength());
    }
}
