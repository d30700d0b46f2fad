package io.vexchange.engine.snapshot;

import io.vexchange.engine.account.Account;
import io.vexchange.engine.book.Order;
import io.vexchange.engine.command.CoreParts;
import io.vexchange.engine.directory.Exposure;
import io.vexchange.engine.directory.Position;
import io.vexchange.engine.risk.OpenValues;

/** What counts against limits is what live orders have left, of each account and of each firm. */
final class ExposureInvariants {
    private final CoreParts parts;

    ExposureInvariants(final CoreParts parts) {
        this.parts = parts;
    }

    void check() {
        final Exposure[] firms = new Exposure[parts.directory.participants.size() + 1];
        for (int id = 1; id < firms.length; id++) {
            firms[id] = new Exposure(null);
        }
        for (int id = 1; id <= parts.accounts.table.size(); id++) {
            final Account account = parts.accounts.get(id);
            final Exposure own = new Exposure(firms[account.participant.id]);
            for (Order order = parts.orders.of(id).firstLive(); order != null; order = order.nextOfAccount()) {
                own.countOrder(1);
                own.openValue(order.market.instrument.quote.id, OpenValues.of(order));
                own.position(order.market.instrument.id).open(order.isBuy(), order.leavesLots);
            }
            for (int market = 1; market <= parts.markets.size(); market++) {
                final Position position = account.exposure.positionOrNull(market);
                if (position != null) {
                    own.position(market).buy(position.boughtLots());
                    own.position(market).sell(position.soldLots());
                }
            }
            compare(account.exposure, own, "account=" + id);
        }
        for (int id = 1; id < firms.length; id++) {
            compare(parts.directory.participants.get(id).exposure, firms[id], "participant=" + id);
        }
    }

    private void compare(final Exposure is, final Exposure should, final String whose) {
        expect(is.openOrders == should.openOrders, "open orders", whose);
        for (int asset = 1; asset <= parts.directory.assets.size(); asset++) {
            expect(is.openValue(asset) == should.openValue(asset), "open value", whose);
        }
        for (int market = 1; market <= parts.markets.size(); market++) {
            final Position position = is.position(market);
            final Position sum = should.position(market);
            expect(position.openLots(true) == sum.openLots(true), "open buys", whose);
            expect(position.openLots(false) == sum.openLots(false), "open sells", whose);
            expect(position.boughtLots() == sum.boughtLots(), "bought", whose);
            expect(position.soldLots() == sum.soldLots(), "sold", whose);
        }
    }

    private static void expect(final boolean isTrue, final String what, final String whose) {
        if (!isTrue) {
            throw new IllegalStateException(what + " of " + whose);
        }
    }
}
