package io.vexchange.fixclient.trading;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code buy 10 ACME @ 99.50 tif=IOC id=bid …} into the tags of a NewOrderSingle. */
final class OrderParser {
    private static final Map<String, String> TIMES_IN_FORCE =
            Map.of("DAY", "0", "GTC", "1", "OPG", "2", "IOC", "3", "FOK", "4", "GTD", "6", "CLOSE", "7");

    private final Words words;
    private final Map<Integer, String> tags = new TreeMap<>();
    private String name;
    private boolean market;
    private boolean marketToLimit;
    private boolean pegged;

    private OrderParser(final Words words) {
        this.words = words;
    }

    /** Reads what follows {@code buy} or {@code sell}. */
    static NewOrder parse(final Side side, final boolean market, final Words words) throws SyntaxFault {
        final OrderParser parser = new OrderParser(words);
        parser.market = market;
        parser.tags.put(Tag.SIDE, side.code());
        parser.tags.put(Tag.ORDER_QTY, Values.decimal(words.take("the quantity"), "the quantity"));
        parser.tags.put(Tag.SYMBOL, words.take("the symbol").toUpperCase(Locale.ROOT));
        while (words.hasNext()) {
            parser.option(words.take("an option"));
        }
        if (!parser.tags.containsKey(Tag.ORD_TYPE)) {
            parser.tags.put(Tag.ORD_TYPE, parser.orderType());
        }
        return new NewOrder(parser.name, parser.tags);
    }

    private void option(final String word) throws SyntaxFault {
        final int tag = Values.tagOf(word);
        if (tag > 0) {
            tags.put(tag, Values.valueOf(word));
        } else if (word.startsWith("@")) {
            final String price = word.length() > 1 ? word.substring(1) : words.take("the price");
            tags.put(Tag.PRICE, Values.decimal(price, "the price"));
        } else if (word.indexOf('=') > 0) {
            setting(word.substring(0, word.indexOf('=')).toLowerCase(Locale.ROOT), Values.valueOf(word));
        } else {
            flag(word);
        }
    }

    private void flag(final String word) throws SyntaxFault {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "market" -> market = true;
            case "market-to-limit" -> marketToLimit = true;
            case "post-only" -> tags.put(Tag.EXEC_INST, "6");
            case "ioc", "fok", "gtc", "day" -> setting("tif", word);
            default ->
                throw new SyntaxFault(
                        "\"" + word + "\" is no option of an order: try @ PRICE, market, market-to-limit, tif=, id=,"
                                + " account=, stop=, display=, min=, peg=, stp=, post-only or a tag such as 110=5");
        }
    }

    private void setting(final String key, final String value) throws SyntaxFault {
        switch (key) {
            case "tif" -> tags.put(Tag.TIME_IN_FORCE, timeInForce(value));
            case "id" -> name = orderName(value);
            case "account" -> tags.put(Tag.ACCOUNT, value);
            case "price" -> tags.put(Tag.PRICE, Values.decimal(value, "the price"));
            case "stop" -> tags.put(Tag.STOP_PX, Values.decimal(value, "the stop price"));
            case "display" -> tags.put(Tag.MAX_FLOOR, Values.decimal(value, "the displayed quantity"));
            case "min" -> tags.put(Tag.MIN_QTY, Values.decimal(value, "the minimum quantity"));
            case "stp" -> tags.put(Tag.SELF_TRADE_PREVENTION, value);
            case "peg" -> {
                pegged = true;
                tags.put(Tag.EXEC_INST, pegReference(value));
            }
            default -> throw new SyntaxFault("an order has no " + key + "=");
        }
    }

    private static String timeInForce(final String word) throws SyntaxFault {
        final String code = TIMES_IN_FORCE.get(word.toUpperCase(Locale.ROOT));
        if (code == null) {
            throw new SyntaxFault("tif= is DAY, GTC, IOC, FOK, GTD, OPG or CLOSE, not \"" + word + "\"");
        }
        return code;
    }

    private static String pegReference(final String word) throws SyntaxFault {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "primary" -> "R";
            case "mid" -> "M";
            default -> throw new SyntaxFault("peg= is primary or mid, not \"" + word + "\"");
        };
    }

    /** Names are short, so that they fit into a ClOrdID, and are no number. */
    private static String orderName(final String name) throws SyntaxFault {
        if (!name.matches("[A-Za-z][A-Za-z0-9_.-]{0,15}")) {
            throw new SyntaxFault(
                    "a name is 1 to 16 letters, digits and _ . - and begins with a letter, not \"" + name + "\"");
        }
        return name;
    }

    private String orderType() throws SyntaxFault {
        final boolean stop = tags.containsKey(Tag.STOP_PX);
        if (marketToLimit) {
            return "K";
        }
        if (pegged) {
            return "P";
        }
        if (tags.containsKey(Tag.PRICE) && !market) {
            return stop ? "4" : "2";
        }
        if (stop) {
            return "3";
        }
        if (market) {
            return "1";
        }
        throw new SyntaxFault("give a price (@ 99.50), the word market, or stop=");
    }
}
