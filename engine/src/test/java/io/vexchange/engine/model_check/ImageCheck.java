package io.vexchange.engine.model_check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares a state image with the model: the book order by order, waiting stops, balances. */
final class ImageCheck {
    private final NaiveVenue model;

    ImageCheck(final NaiveVenue model) {
        this.model = model;
    }

    /** Null when they agree. */
    String difference(final List<Item> image) {
        final List<String> expected = new ArrayList<>();
        for (final Market market : model.registry.markets.values()) {
            for (final String side : List.of("1", "2")) {
                market.side(side).forEach(order -> expected.add(line(order)));
            }
            apart(market).stream()
                    .sorted((one, other) -> Long.compare(one.id, other.id))
                    .forEach(order -> expected.add(line(order)));
        }
        final String orders = compare("orders of the image", expected, orders(image));
        return orders == null ? compare("balances of the image", balances(), balances(image)) : orders;
    }

    /** Live orders that are not in the book. */
    private static List<Order> apart(final Market market) {
        final List<Order> orders = new ArrayList<>(market.waitingStops);
        orders.addAll(market.waitingMarket);
        orders.addAll(market.forClose);
        orders.addAll(market.parkedPegs);
        return orders;
    }

    /** What an image of the model would be, as far as it is compared. */
    List<Item> image() {
        final List<Item> image = new ArrayList<>();
        for (final Market market : model.registry.markets.values()) {
            image.add(Item.of("InstrumentDefined").with("instrumentId", market.id));
            for (final String side : List.of("1", "2")) {
                market.side(side).forEach(order -> image.add(model.reports.report(order, "I")));
            }
            apart(market).forEach(order -> image.add(model.reports.report(order, "I")));
        }
        for (final Account account : model.registry.accounts.values()) {
            for (final int asset : model.registry.assets.keySet()) {
                image.add(Item.of("BalanceChanged")
                        .with("accountId", account.id)
                        .with("assetId", asset)
                        .with("total", account.total(asset))
                        .with("held", account.held(asset)));
            }
        }
        return image;
    }

    private static String compare(final String what, final Object expected, final Object got) {
        return expected.equals(got) ? null : what + "\n  expected " + expected + "\n  got      " + got;
    }

    private static String line(final Order order) {
        return order.market.symbol + ' ' + order.id + ' ' + order.clOrdId + ' ' + order.leavesLots + '/'
                + order.quantityLots + " shows " + order.shownLots + " filled " + order.filledLots;
    }

    private List<String> orders(final List<Item> image) {
        final List<String> found = new ArrayList<>();
        final List<Item> stops = new ArrayList<>();
        long market = 0;
        for (final Item item : image) {
            if (item.is("InstrumentDefined")) {
                flush(stops, found);
                market = item.value("instrumentId");
            } else if (item.is("ExecutionReport") && item.value("instrumentId") == market) {
                if (item.number("workingPriceTicks") == null) {
                    stops.add(item);
                } else {
                    found.add(line(item));
                }
            }
        }
        flush(stops, found);
        return found;
    }

    private void flush(final List<Item> stops, final List<String> found) {
        stops.sort((one, other) -> Long.compare(one.value("orderId"), other.value("orderId")));
        stops.forEach(item -> found.add(line(item)));
        stops.clear();
    }

    private String line(final Item item) {
        return model.registry.markets.get(item.id("instrumentId")).symbol + ' ' + item.value("orderId") + ' '
                + item.text("orderClOrdId") + ' ' + item.value("leavesLots") + '/' + item.value("quantityLots")
                + " shows "
                + item.value("visibleLots") + " filled "
                + item.value("filledLots");
    }

    private Map<String, String> balances() {
        final Map<String, String> found = new TreeMap<>();
        for (final Account account : model.registry.accounts.values()) {
            for (final int asset : model.registry.assets.keySet()) {
                put(found, account.id, asset, account.total(asset), account.held(asset));
            }
        }
        return found;
    }

    private static Map<String, String> balances(final List<Item> image) {
        final Map<String, String> found = new TreeMap<>();
        for (final Item item : image) {
            if (item.is("BalanceChanged")) {
                put(
                        found,
                        item.id("accountId"),
                        item.id("assetId"),
                        BigInteger.valueOf(item.value("total")),
                        BigInteger.valueOf(item.value("held")));
            }
        }
        return found;
    }

    private static void put(
            final Map<String, String> found,
            final int account,
            final int asset,
            final BigInteger total,
            final BigInteger held) {
        if (total.signum() != 0 || held.signum() != 0) {
            found.put(account + ":" + asset, total + " held " + held);
        }
    }
}
