package io.vexchange.engine.model_check;

import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.model.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a script from a seed: weighted so that orders collide, and with a share of nonsense. */
final class Generator {
    private static final Long NULL = null;
    private static final int POSS_RESEND = 2;
    private static final int POST_ONLY_IS_MEANT = 8;

    private final Random random;
    private final World world;
    private final List<Step> steps = new ArrayList<>();
    private final List<Item> orders = new ArrayList<>();
    private final List<Item> undo = new ArrayList<>();
    private long timeMicros = World.MONDAY_MICROS + 3_600_000_000L;
    private int names;
    private int undoIn;

    Generator(final long seed) {
        random = new Random(seed);
        world = new World(random);
    }

    World world() {
        return world;
    }

    List<Step> script(final int length) {
        world.commands().forEach(command -> steps.add(new Step(timeMicros += 10, command, true)));
        for (int i = 0; i < length; i++) {
            pass();
            if (!undo.isEmpty() && --undoIn <= 0) {
                add(undo.remove(0));
                undoIn = 1 + random.nextInt(3);
            } else {
                next();
            }
        }
        return steps;
    }

    private void pass() {
        final int dice = random.nextInt(400);
        if (dice == 0) {
            timeMicros += World.DAY_MICROS * (1 + random.nextInt(2)) / (1 + random.nextInt(2));
        } else if (dice < 20) {
            timeMicros -= random.nextInt(1_000);
        } else if (dice < 45) {
            timeMicros += random.nextInt(dice < 25 ? 3_000_000 : 150_000);
        } else {
            timeMicros += random.nextInt(2_000);
        }
    }

    private void add(final Item command) {
        steps.add(new Step(timeMicros, command, false));
    }

    private void next() {
        final int dice = random.nextInt(1_000);
        if (dice < 540) {
            newOrder();
        } else if (dice < 650) {
            cancel();
        } else if (dice < 845) {
            replace();
        } else if (dice < 860) {
            massCancel();
        } else if (dice < 885) {
            status();
        } else if (dice < 895) {
            add(Item.of("CancelOnDisconnect")
                    .with("sessionId", 1 + random.nextInt(4))
                    .with("connectionEpoch", random.nextInt(3))
                    .with("scope", random.nextBoolean() ? "S" : "Y")
                    .with("spareGtc", random.nextInt(2)));
        } else if (dice < 905) {
            phase();
        } else if (dice < 907) {
            venue();
        } else if (dice < 910) {
            restate();
        } else if (dice < 913) {
            kill();
        } else if (dice < 919) {
            disable();
        } else if (dice < 950) {
            transfer();
        } else if (dice < 960) {
            add(Item.of("ConsumerPosition")
                    .with("clientId", World.PROJECTOR_ID)
                    .with("@consumed", random.nextInt(200)));
        } else if (dice < 970) {
            steps.add(new Step(timeMicros, null, false));
        } else if (dice < 978) {
            origin();
        } else {
            newOrder();
        }
    }

    // ---- orders

    private void newOrder() {
        if (!orders.isEmpty() && chance(20)) {
            final Item again = recent().copy().with("flags", random.nextInt(8));
            add(chance(3) ? again.with("fingerprint", 5) : again);
            return;
        }
        final int session = 1 + random.nextInt(4);
        final boolean isUser = chance(12);
        final int[] accounts = isUser ? new int[] {2} : World.ACCOUNTS_OF_SESSION[session - 1];
        final String side = random.nextBoolean() ? "1" : "2";
        final Item order = Item.of("NewOrder")
                .with("ownerId", isUser ? World.USER_TRADER : session)
                .with("connectionEpoch", random.nextInt(3))
                .with("instrumentId", chance(5) ? 2 : 1)
                .with("accountId", chance(80) ? random.nextInt(8) : accounts[random.nextInt(accounts.length)])
                .with("side", side)
                .with("selfTradePrevention", chance(2) ? "" : pick("N", "O", "B", "D", "-"))
                .with("priceTicks", NULL)
                .with("stopPriceTicks", NULL)
                .with("displayLots", NULL)
                .with("minimumLots", NULL)
                .with("expireTimeMicros", NULL)
                .with("quantityLots", lots())
                .with("fingerprint", random.nextInt(3))
                .with("clOrdId", !orders.isEmpty() && chance(60) ? recent().text("clOrdId") : "c" + ++names)
                .with("echo", chance(3) ? "e" + names : "");
        kind(order, side);
        if (chance(6)) {
            auctionKind(order);
        }
        if (chance(12) && !order.text("orderType").equals("1")) {
            goodTillDate(order);
        }
        orders.add(order);
        add(order);
    }

    private void goodTillDate(final Item order) {
        order.with("timeInForce", chance(20) ? "0" : "6");
        if (chance(2)) {
            order.with("expireTimeMicros", timeMicros + pickNumber(-1, 0, 1, 3_000, 30_000, 300_000, World.DAY_MICROS));
        }
        if (!order.has("expireTimeMicros") || order.number("expireTimeMicros") == null || chance(20)) {
            final long day = timeMicros / World.DAY_MICROS + pickNumber(0, 0, 1, 2, -1);
            order.with("expireDay", TradingDay.number(LocalDate.ofEpochDay(day)));
        }
    }

    private void kind(final Item order, final String side) {
        final int dice = random.nextInt(100);
        order.with("timeInForce", pick("0", "0", "1"));
        if (dice < 50) {
            order.with("orderType", "2").with("priceTicks", price()).with("flags", chance(8) ? Reports.POST_ONLY : 0);
            if (chance(4)) {
                order.with("displayLots", display(order.value("quantityLots")));
            }
        } else if (dice < 64) {
            order.with("orderType", "2").with("priceTicks", price()).with("timeInForce", pick("3", "4"));
            if (order.text("timeInForce").equals("3") && chance(3)) {
                order.with("minimumLots", world.lotFactor * random.nextInt(8));
            }
        } else if (dice < 78) {
            order.with("orderType", "1").with("timeInForce", pick("0", "3", "4"));
            if (chance(6)) {
                order.with("priceTicks", price());
            }
        } else if (dice < 88) {
            order.with("orderType", "3").with("stopPriceTicks", stop(side));
        } else if (dice < 97) {
            order.with("orderType", "4").with("stopPriceTicks", stop(side)).with("priceTicks", price());
            if (chance(5)) {
                order.with("displayLots", display(order.value("quantityLots")));
            }
        } else {
            order.with("orderType", pick("1", "2", "3", "4", "K", "P", "w"))
                    .with("timeInForce", pick("0", "1", "2", "3", "4", "7", "Y"))
                    .with("priceTicks", chance(2) ? (Object) price() : NULL)
                    .with("stopPriceTicks", chance(2) ? (Object) stop(side) : NULL)
                    .with("displayLots", chance(3) ? (Object) (2 * world.lotFactor) : NULL)
                    .with("minimumLots", chance(3) ? (Object) 1 : NULL)
                    .with("pegReference", chance(3) ? pick("R", "M", "Z") : "")
                    .with("flags", random.nextInt(2));
        }
    }

    /** What is made for auctions, and orders without a price of their own. */
    private void auctionKind(final Item order) {
        order.with("flags", 0)
                .with("displayLots", NULL)
                .with("minimumLots", NULL)
                .with("stopPriceTicks", NULL)
                .with("timeInForce", pick("0", "1"));
        switch (random.nextInt(4)) {
            case 0 -> order.with("orderType", "K").with("priceTicks", NULL);
            case 1 ->
                order.with("orderType", "P")
                        .with("pegReference", pick("R", "M"))
                        .with("priceTicks", chance(2) ? (Object) price() : NULL);
            case 2 -> order.with("orderType", "2").with("priceTicks", price()).with("timeInForce", pick("2", "7"));
            default -> order.with("orderType", "1").with("priceTicks", NULL).with("timeInForce", pick("2", "7"));
        }
    }

    private long price() {
        if (chance(50)) {
            return pickNumber(
                    0,
                    -1,
                    Long.MAX_VALUE,
                    1,
                    2 * world.referenceTicks,
                    Long.MAX_VALUE / 1_000,
                    world.referenceTicks / 2);
        }
        if (chance(15)) {
            return world.referenceTicks * (85 + random.nextInt(30)) / 100;
        }
        return world.referenceTicks + random.nextInt(9) - 4;
    }

    /** Mostly just out of reach of the market. */
    private long stop(final String side) {
        if (chance(60)) {
            return pickNumber(0, -5, Long.MAX_VALUE, 1);
        }
        final long away = random.nextInt(6) - 1L;
        return world.referenceTicks + (side.equals("1") ? away : -away);
    }

    private long lots() {
        if (chance(40)) {
            return pickNumber(
                    0, -3, 41 * world.lotFactor, 40 * world.lotFactor, 1, Long.MAX_VALUE, Long.MIN_VALUE + 1, 1L << 62);
        }
        return world.lotFactor * (1 + random.nextInt(chance(5) ? 30 : 8))
                + (world.lotFactor > 1 ? random.nextInt(3) : 0);
    }

    private long display(final long lots) {
        if (chance(12)) {
            return world.lotFactor * (random.nextInt(45) - 2);
        }
        return world.lotFactor * (1 + random.nextInt((int) Math.max(1, Math.min(lots / world.lotFactor, 4))));
    }

    private Item recent() {
        return orders.get(Math.max(0, orders.size() - 1 - random.nextInt(chance(10) ? orders.size() : 14)));
    }

    /** A recent order that may still be there. */
    private Item target() {
        for (int i = 0; i < 8; i++) {
            final Item order = recent();
            final boolean mayRest = !order.text("orderType").equals("1")
                    && !order.text("timeInForce").equals("3");
            if (mayRest && !order.text("timeInForce").equals("4")) {
                return order;
            }
        }
        return recent();
    }

    private void cancel() {
        if (orders.isEmpty()) {
            return;
        }
        final Item cancel = named(Item.of("CancelOrder"), target());
        if (chance(8)) {
            final boolean isStaff = chance(2);
            cancel.with("cause", isStaff ? "CANCELED_BY_OPERATOR" : "CANCELED_BY_REST")
                    .with("clOrdId", "");
            cancel.with("requesterId", isStaff ? World.USER_OPERATOR : World.USER_TRADER);
            cancel.with("audit", isStaff ? World.AUDIT : "");
        }
        add(cancel);
    }

    /** What F and G have in common: who asks, for which order, by which names. */
    private Item named(final Item request, final Item target) {
        final boolean byOwner = !chance(12);
        request.with("requesterId", byOwner ? target.id("ownerId") : 1 + random.nextInt(4))
                .with("accountId", chance(3) ? 0 : chance(40) ? random.nextInt(7) : target.id("accountId"))
                .with("instrumentId", chance(40) ? random.nextInt(5) - 1 : chance(3) ? 0 : target.id("instrumentId"))
                .with("side", chance(40) ? pick("1", "2", "\u00ff") : chance(3) ? "" : target.text("side"))
                .with("clOrdId", chance(40) ? recent().text("clOrdId") : "r" + ++names)
                .with("flags", chance(60) ? POSS_RESEND : 0);
        if (!chance(5)) {
            request.with("origClOrdId", chance(40) ? "unknown" : target.text("clOrdId"));
        }
        if (!request.has("origClOrdId") || chance(10)) {
            request.with("@order", chance(25) ? recent().text("clOrdId") : target.text("clOrdId"));
        }
        return request;
    }

    private void replace() {
        if (orders.isEmpty()) {
            return;
        }
        final Item target = target();
        final Item replace = named(Item.of("ReplaceOrder"), target)
                .with("priceTicks", chance(2) ? (Object) price() : NULL)
                .with("stopPriceTicks", NULL)
                .with("quantityLots", chance(2) ? (Object) lots() : NULL)
                .with("displayLots", NULL)
                .with("minimumLots", NULL)
                .with("expireTimeMicros", NULL);
        if (target.text("orderType").equals("3") || target.text("orderType").equals("4")) {
            replace.with("stopPriceTicks", chance(2) ? (Object) stop(target.text("side")) : NULL);
            replace.with("orderType", chance(6) ? pick("3", "4", "2") : "");
        } else if (chance(12)) {
            replace.with("orderType", pick("1", "1", "2", "3"));
        }
        if (chance(8)) {
            replace.with("displayLots", display(8));
        }
        if (chance(10)) {
            replace.with("timeInForce", pick("0", "1", "3"));
        }
        if (chance(8)) {
            replace.with("selfTradePrevention", pick("N", "O", "B", "D", "-"));
        }
        if (chance(6)) {
            replace.with("flags", POST_ONLY_IS_MEANT | random.nextInt(2));
        }
        if (chance(25)) {
            goodTillDate(replace);
        }
        if (chance(40)) {
            replace.with("gatewayCode", "PRICE_TICK");
        }
        if (chance(4)) {
            orders.add(target.copy().with("clOrdId", replace.text("clOrdId")));
        }
        add(replace);
    }

    private void massCancel() {
        final int requester = chance(10) ? World.USER_OPERATOR : 1 + random.nextInt(4);
        add(Item.of("MassCancel")
                .with("requesterId", requester)
                .with("accountId", chance(3) ? random.nextInt(6) : 0)
                .with("instrumentId", chance(2) ? 0 : 1 + random.nextInt(2))
                .with("side", pick("", "", "1", "2"))
                .with("scope", "7")
                .with("clOrdId", "q" + ++names)
                .with("origClOrdId", orders.isEmpty() || !chance(8) ? "" : recent().text("clOrdId")));
    }

    private void status() {
        if (orders.isEmpty() || chance(3)) {
            add(Item.of("MassStatusRequest")
                    .with("requesterId", 1 + random.nextInt(4))
                    .with("instrumentId", random.nextInt(3))
                    .with("requestId", "m" + names));
            return;
        }
        final Item target = recent();
        final Item status = Item.of("OrderStatusRequest")
                .with("requesterId", chance(8) ? 1 + random.nextInt(4) : target.id("ownerId"))
                .with("accountId", chance(2) ? 0 : target.id("accountId"))
                .with("requestId", "h" + names);
        if (chance(3)) {
            status.with("@order", target.text("clOrdId"));
        } else {
            status.with("clOrdId", chance(10) ? "unknown" : target.text("clOrdId"));
        }
        add(status);
    }

    // ---- the venue's acts; what stops trading is undone soon

    private void phase() {
        final int instrument = random.nextInt(8) == 0 ? 9 : random.nextInt(3);
        if (chance(2)) {
            call(instrument);
            return;
        }
        final Phase phase = List.of(Phase.HALTED, Phase.CANCEL_ONLY, Phase.CLOSED, Phase.CONTINUOUS)
                .get(random.nextInt(4));
        final boolean isTimed = (phase == Phase.HALTED || phase == Phase.CANCEL_ONLY) && chance(3);
        add(setPhase(instrument, phase)
                .with("untilMicros", isTimed ? (Object) (timeMicros + random.nextInt(9_000) + 1) : NULL));
        later(setPhase(1, Phase.CONTINUOUS));
        later(setPhase(2, Phase.CONTINUOUS));
    }

    private void call(final int instrument) {
        final Phase phase = List.of(
                        Phase.PRE_OPEN, Phase.OPENING_AUCTION, Phase.VOLATILITY_AUCTION, Phase.CLOSING_AUCTION)
                .get(random.nextInt(4));
        final Object until =
                chance(12) ? NULL : (Object) (timeMicros + random.nextInt(400_000) - (chance(20) ? 400_000 : 0));
        add(setPhase(instrument, phase).with("untilMicros", until));
        if (chance(3)) {
            later(setPhase(instrument, phase).with("untilMicros", timeMicros + 300_000 + random.nextInt(100_000)));
        }
        later(setPhase(instrument, Phase.CONTINUOUS));
        if (chance(3)) {
            later(setPhase(instrument, Phase.HALTED));
            later(setPhase(instrument, Phase.CONTINUOUS));
        }
        undoIn = 15 + random.nextInt(30);
    }

    private static Item setPhase(final int instrument, final Phase phase) {
        return Item.of("SetPhase")
                .with("actorId", 2)
                .with("instrumentId", instrument)
                .with("phase", phase.number())
                .with("untilMicros", NULL)
                .with("audit", World.AUDIT);
    }

    private void restate() {
        final Item act = Item.of(chance(2) ? "BustTrade" : "CorrectTrade")
                .with("actorId", 2)
                .with("@trade", random.nextInt(12))
                .with("audit", World.AUDIT);
        if (act.is("CorrectTrade")) {
            act.with("priceTicks", chance(3) ? NULL : (Object) price())
                    .with("lots", chance(3) ? NULL : (Object) (world.lotFactor * (1 + random.nextInt(4))));
        }
        add(act);
    }

    private void venue() {
        final int instrument = 1 + random.nextInt(2);
        if (chance(2)) {
            add(Item.of("SetReferencePrice")
                    .with("actorId", 2)
                    .with("instrumentId", instrument)
                    .with("priceTicks", chance(10) ? -1 : world.referenceTicks + random.nextInt(13) - 6)
                    .with("audit", World.AUDIT));
            return;
        }
        final List<Item> changes = new ArrayList<>();
        long atMicros = timeMicros;
        for (int i = random.nextInt(5); i > 0; i--) {
            atMicros += 1 + random.nextInt(200_000);
            final Phase phase = chance(8)
                    ? Phase.of(1 + random.nextInt(8))
                    : List.of(
                                    Phase.CLOSED,
                                    Phase.PRE_OPEN,
                                    Phase.OPENING_AUCTION,
                                    Phase.CONTINUOUS,
                                    Phase.CLOSING_AUCTION)
                            .get(random.nextInt(5));
            changes.add(Item.of("entry").with("atMicros", atMicros).with("phase", phase.number()));
        }
        add(Item.of("SetSchedule")
                .with("actorId", 2)
                .with("instrumentId", instrument)
                .with("changes", changes)
                .with("properties", "{}")
                .with("audit", World.AUDIT));
    }

    private void later(final Item command) {
        undo.add(command);
        undoIn = 1 + random.nextInt(6);
    }

    private void kill() {
        final KillScope scope = KillScope.of(1 + random.nextInt(5));
        final int target = scope == KillScope.MARKET ? 0 : 1 + random.nextInt(scope == KillScope.INSTRUMENT ? 3 : 5);
        add(Item.of("EngageKillSwitch")
                .with("actorId", 2)
                .with("scope", scope.number())
                .with("targetId", target)
                .with("audit", World.AUDIT));
        for (int id = 1; id < 6; id++) {
            later(Item.of("ReleaseKillSwitch")
                    .with("actorId", chance(5) ? 2 : 3)
                    .with("@switch", chance(6) ? 2 : 1)
                    .with("secondUser", chance(3) ? 0 : 1)
                    .with("audit", World.AUDIT));
        }
    }

    private void disable() {
        if (chance(2)) {
            changeInstrument();
            return;
        }
        final Item defined;
        switch (random.nextInt(4)) {
            case 0 -> defined = changed(world.firms, "participantId");
            case 1 -> defined = changed(world.accounts, "accountId");
            case 2 -> defined = changed(world.sessions, "sessionId");
            default -> defined = changed(world.instruments, "instrumentId");
        }
        add(defined.copy().with("enabled", 0));
        later(defined);
    }

    /** New rates and bounds bind new and replaced orders. */
    private void changeInstrument() {
        final Item changed = changed(world.instruments, "instrumentId");
        final int makerRate = random.nextInt(3_000) - 1_000;
        final int protectionBp = changed.id("protectionBp");
        final int dynamicCollarBp = chance(2) ? 0 : protectionBp + random.nextInt(200);
        add(changed.with("makerFeeRate", makerRate)
                .with("takerFeeRate", Math.max(0, -makerRate) + random.nextInt(2_000))
                .with("auctionFeeRate", random.nextInt(4_000))
                .with("dynamicCollarBp", dynamicCollarBp)
                .with("staticCollarBp", Math.max(protectionBp, dynamicCollarBp) + 200 + random.nextInt(1_000))
                .with("minimumLots", 1 + random.nextInt(3))
                .with("maximumLots", world.lotFactor * (5 + random.nextInt(50)))
                .with("referencePriceTicks", 1 + random.nextInt(2_000)));
    }

    private Item changed(final List<Item> kind, final String id) {
        final int index = random.nextInt(kind.size());
        return kind.get(index).copy().with(id, index + 1);
    }

    private void transfer() {
        final long amount =
                chance(10) ? pickNumber(0, Long.MAX_VALUE, Long.MIN_VALUE + 1, -1) : random.nextInt(40_000) - 20_000;
        add(Item.of("Transfer")
                .with("accountId", chance(15) ? 99 : 2 + random.nextInt(4))
                .with("assetId", chance(15) ? 9 : 1 + random.nextInt(3))
                .with("amount", amount)
                .with("reference", chance(6) ? "t1" : "t" + ++names)
                .with("audit", World.AUDIT));
    }

    /** Clients that repeat themselves, skip a number, or are fenced off. */
    private void origin() {
        final Item order = Item.of("MassStatusRequest").with("requesterId", 1).with("requestId", "o" + names);
        switch (random.nextInt(4)) {
            case 0 -> add(Item.of("Hello").with("flags", 1).with("name", World.CLIENT));
            case 1 -> add(order.with("@number", -1 - random.nextInt(3)));
            case 2 -> add(order.with("@number", 1 + random.nextInt(3)));
            default -> add(order.with("@epoch", -1));
        }
    }

    private boolean chance(final int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(final String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private long pickNumber(final long... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
