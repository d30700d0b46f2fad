package io.vexchange.fix;

import io.vexchange.engine.client.Asset;
import io.vexchange.engine.client.Balance;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.client.InstrumentStats;
import io.vexchange.engine.client.LiveState;
import io.vexchange.engine.model.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import quickfix.Message;

/** What an account holds: positions (AN, AO, AP) and collateral (BB, BA, BG), one report an asset. On the session's thread. */
final class Holdings {
    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final int NONE_FOUND = 2;
    private static final int UNSUPPORTED = 4;
    private static final int COMPLETED = 0;
    private static final int REJECTED = 2;

    /** An asset held, and what one of it is worth now and was worth at the last close; both absent when nothing trades it. */
    private record Holding(Asset asset, long total, long held, Instrument priced, long price, long close) {
        String amount(final long minorUnits) {
            return Decimals.formatMoney(minorUnits, asset.scale());
        }

        String price(final long ticks) {
            return priced == null || ticks == Decimals.ABSENT ? "1" : priced.price(ticks);
        }

        /** Exactly total times price, in the decimals both have. */
        String value() {
            if (priced == null || price == Decimals.ABSENT) {
                return amount(total);
            }
            return new BigDecimal(amount(total))
                    .multiply(new BigDecimal(price(price)))
                    .toPlainString();
        }
    }

    private final Gateway gateway;
    private final TradingSession session;

    Holdings(final Gateway gateway, final TradingSession session) {
        this.gateway = gateway;
        this.session = session;
    }

    void positions(final Message request) {
        final int accountId = session.accountOf(request);
        if (accountId < 0) {
            positionsAnswer(request, 0, INVALID, REJECTED, Code.UNKNOWN_ACCOUNT.name());
        } else if (Fields.character(request, 724) != '0') {
            positionsAnswer(request, 0, UNSUPPORTED, REJECTED, Code.UNSUPPORTED_COMBINATION + ": 724");
        } else if (request.isSetField(263) && Fields.character(request, 263) != '0') {
            positionsAnswer(request, 0, UNSUPPORTED, REJECTED, Code.UNSUPPORTED_COMBINATION + ": 263");
        } else {
            final List<Holding> holdings = holdings(accountId, Fields.text(request, 55));
            positionsAnswer(request, holdings.size(), holdings.isEmpty() ? NONE_FOUND : VALID, COMPLETED, null);
            holdings.forEach(each -> session.reply("AP", position(request, each, holdings.size())));
        }
    }

    private void positionsAnswer(
            final Message request, final int count, final int result, final int status, final String text) {
        final StringBuilder body = new StringBuilder(160);
        FixText.field(body, 721, gateway.refusalIds().next());
        FixText.field(body, 710, Fields.text(request, 710));
        FixText.field(body, 727, count);
        FixText.field(body, 728, result);
        FixText.field(body, 729, status);
        parties(body);
        FixText.field(body, 1, Fields.text(request, 1));
        FixText.field(body, 581, Fields.text(request, 581));
        if (text != null) {
            FixText.field(body, 58, text);
        }
        session.reply("AO", body);
    }

    private CharSequence position(final Message request, final Holding holding, final int count) {
        final StringBuilder body = new StringBuilder(240);
        FixText.field(body, 721, gateway.refusalIds().next());
        FixText.field(body, 710, Fields.text(request, 710));
        FixText.field(body, 724, '0');
        FixText.field(body, 727, count);
        FixText.field(body, 728, VALID);
        FixText.field(body, 715, gateway.liveState().tradeDay());
        parties(body);
        FixText.field(body, 1, Fields.text(request, 1));
        FixText.field(body, 581, Fields.text(request, 581));
        FixText.field(body, 55, holding.asset.name());
        FixText.field(body, 730, holding.price(holding.price));
        FixText.field(body, 731, '2');
        FixText.field(body, 734, holding.price(holding.close == Decimals.ABSENT ? holding.price : holding.close));
        FixText.field(body, 702, 1);
        FixText.field(body, 703, "TOT");
        if (holding.total < 0) {
            FixText.field(body, 705, holding.amount(-holding.total));
        } else {
            FixText.field(body, 704, holding.amount(holding.total));
        }
        FixText.field(body, 753, 1);
        FixText.field(body, 707, "FMTM");
        return FixText.field(body, 708, holding.value());
    }

    private void parties(final StringBuilder body) {
        FixText.field(body, 453, 1);
        FixText.field(
                body,
                448,
                gateway.directory()
                        .participant(session.config().participantId())
                        .name());
        FixText.field(body, 447, 'D');
        FixText.field(body, 452, '1');
    }

    void collateral(final Message request) {
        if (!request.isSetField(909)) {
            throw Fields.missing(909);
        }
        final int named = session.accountOf(request);
        final int accountId = named == 0 ? session.config().defaultAccountId() : named;
        if (accountId <= 0) {
            collateralAnswer(request, '4', "3", Code.UNKNOWN_ACCOUNT.name());
        } else if (request.isSetField(263) && Fields.character(request, 263) != '0') {
            collateralAnswer(request, '4', "99", Code.UNSUPPORTED_COMBINATION + ": 263");
        } else {
            final List<Holding> holdings = holdings(accountId, null);
            if (holdings.isEmpty()) {
                collateralAnswer(request, '2', "0", null);
            }
            for (int i = 0; i < holdings.size(); i++) {
                session.reply("BA", collateral(request, accountId, holdings, i));
            }
        }
    }

    private void collateralAnswer(final Message request, final char status, final String result, final String text) {
        final StringBuilder body = new StringBuilder(100);
        FixText.field(body, 909, Fields.text(request, 909));
        FixText.field(body, 945, status);
        FixText.field(body, 946, result);
        FixText.field(body, 911, 0);
        if (request.isSetField(1)) {
            FixText.field(body, 1, Fields.text(request, 1));
        }
        if (text != null) {
            FixText.field(body, 58, text);
        }
        session.reply("BG", body);
    }

    private CharSequence collateral(
            final Message request, final int accountId, final List<Holding> holdings, final int index) {
        final Holding holding = holdings.get(index);
        final StringBuilder body = new StringBuilder(160);
        FixText.field(body, 908, gateway.refusalIds().next());
        FixText.field(body, 909, Fields.text(request, 909));
        FixText.field(body, 910, '3');
        FixText.field(body, 911, holdings.size());
        FixText.field(body, 912, index == holdings.size() - 1 ? 'Y' : 'N');
        FixText.field(body, 1, gateway.directory().account(accountId).name());
        FixText.field(body, 15, holding.asset.name());
        FixText.field(body, 899, holding.amount(holding.total - holding.held));
        FixText.field(body, 900, holding.amount(holding.total));
        return FixText.field(body, 901, holding.amount(holding.held));
    }

    private List<Holding> holdings(final int accountId, final String assetName) {
        final LiveState state = gateway.liveState();
        return state.read(() -> {
            final List<Holding> holdings = new ArrayList<>();
            for (final Balance each : state.balances(accountId)) {
                final Asset asset = gateway.directory().asset(each.assetId());
                if ((each.total() != 0 || each.held() != 0) && (assetName == null || assetName.equals(asset.name()))) {
                    holdings.add(holding(state, asset, each));
                }
            }
            return holdings;
        });
    }

    private Holding holding(final LiveState state, final Asset asset, final Balance balance) {
        for (final Instrument each : gateway.directory().instruments()) {
            final InstrumentStats stats = each.baseAssetId() == asset.id() ? state.stats(each.id()) : null;
            if (stats != null) {
                return new Holding(
                        asset,
                        balance.total(),
                        balance.held(),
                        each,
                        stats.referencePriceTicks(),
                        stats.previousCloseTicks());
            }
        }
        return new Holding(asset, balance.total(), balance.held(), null, Decimals.ABSENT, Decimals.ABSENT);
    }
}
