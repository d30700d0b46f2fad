package io.vexchange.engine.model_check;

import io.vexchange.engine.model.AuditAction;
import java.util.List;

/**
 * The venue as its rules say it, in plain collections and big numbers: right by reading, not fast. Given a command and a time it tells what
 * the engine must tell, in order, and nothing else.
 */
final class NaiveVenue {
    /** Shorter than the venue's, so that runs get there. */
    static final int GTC_DAYS = 3;

    private final long outboxBound;
    final Registry registry = new Registry();
    final Reports reports = new Reports();
    final Clients clients = new Clients();
    final KillSwitches killSwitches = new KillSwitches();
    private final Counters counters = new Counters();
    private final Trades trades = new Trades(reports, registry.feeAccount, counters);
    private final Matching matching = new Matching(reports, registry.feeAccount, counters, trades);
    private final Lookup lookup = new Lookup(registry, reports);
    private final Admission admission = new Admission(registry, reports, killSwitches, this::isOutboxFull);
    private final NewOrders newOrders = new NewOrders(registry, reports, counters, admission, matching);
    private final Replaces replaces = new Replaces(lookup, reports, admission, matching);
    private final Cancels cancels = new Cancels(registry, lookup, reports, matching);
    private final Statuses statuses = new Statuses(registry, reports);
    private final Pegs pegs = new Pegs(reports, matching);
    private final Phases phases = new Phases(registry, reports, matching, pegs);
    private final Operators operators = new Operators(registry, reports, counters, killSwitches, cancels, phases);
    private final Directory directory = new Directory(registry, reports, cancels);
    private final TradingDay tradingDay =
            new TradingDay(registry, reports, phases, this::endOfCommand, this::isOutboxFull, trades, GTC_DAYS);

    NaiveVenue(final long outboxBound) {
        this.outboxBound = outboxBound;
        matching.phases(phases);
    }

    private boolean isOutboxFull() {
        return reports.sequence - clients.trimmed() >= outboxBound;
    }

    /** How many there have been. */
    long trades() {
        return counters.trades;
    }

    /** What a command causes, due things first, {@code Applied} last. */
    List<Item> apply(final long timeMicros, final Item command) {
        reports.nowMicros = Math.max(reports.nowMicros, timeMicros);
        tradingDay.work();
        if (command.is("Hello")) {
            final Item hello = clients.hello(command, reports.sequence);
            reports.reply(hello);
            return applied(hello.id("clientId"), 0, Answer.DONE);
        }
        final Answer refusal = clients.refusal(command);
        final Answer answer = refusal == null ? carryOut(command) : refusal;
        endOfCommand();
        return applied(command.id("clientId"), command.value("number"), answer);
    }

    private List<Item> applied(final int clientId, final long number, final Answer answer) {
        reports.reply(Item.of("Applied")
                .with("clientId", clientId)
                .with("number", number)
                .with("code", answer.code())
                .with("resultId", answer.resultId())
                .with("sequence", reports.sequence)
                .with("timeMicros", reports.nowMicros));
        return reports.take();
    }

    /** What a timer causes. */
    List<Item> onTime(final long timeMicros) {
        reports.nowMicros = Math.max(reports.nowMicros, timeMicros);
        final long before = reports.sequence;
        tradingDay.work();
        if (reports.sequence > before) {
            reports.reply(Item.of("Applied")
                    .with("clientId", 0)
                    .with("sequence", reports.sequence)
                    .with("timeMicros", reports.nowMicros));
        }
        return reports.take();
    }

    long nextDueMicros() {
        return tradingDay.nextDueMicros();
    }

    private Answer carryOut(final Item command) {
        return switch (command.type()) {
            case "OpenLog" -> {
                tradingDay.open(command.value("rolloverSecondOfDay"));
                yield Answer.DONE;
            }
            case "ConsumerPosition" -> {
                clients.position(command, reports.sequence);
                yield Answer.DONE;
            }
            case "NewOrder" -> newOrders.take(command);
            case "ReplaceOrder" -> replaces.take(command);
            case "CancelOrder" -> cancels.one(command);
            case "MassCancel" -> cancels.mass(command);
            case "OrderStatusRequest" -> statuses.one(command);
            case "MassStatusRequest" -> statuses.many(command);
            case "CancelOnDisconnect" -> cancels.onDisconnect(command);
            case "Transfer" -> growing(command);
            case "SetPhase" -> operators.phase(command);
            case "SetSchedule" -> isOutboxFull() ? Answer.refused("OUTBOX_FULL") : operators.schedule(command);
            case "SetReferencePrice" -> operators.reference(command);
            case "BustTrade" -> trades.bust(command);
            case "CorrectTrade" -> trades.correct(command);
            case "EngageKillSwitch" -> operators.engage(command);
            case "ReleaseKillSwitch" -> operators.release(command);
            case "AuditNote" -> {
                Operators.audit(reports, command, AuditAction.NOTE, command.text("code"), 0);
                yield Answer.DONE;
            }
            default -> growing(command);
        };
    }

    /** Deposits and directory changes wait for room in the outbox. */
    private Answer growing(final Item command) {
        if (isOutboxFull()) {
            return Answer.refused("OUTBOX_FULL");
        }
        return command.is("Transfer") ? operators.transfer(command) : directory.define(command);
    }

    /** Pegs, the reference price and indicative prices follow once, after each command and each thing that fell due. */
    private void endOfCommand() {
        for (final Market market : registry.markets.values()) {
            pegs.work(market);
            final boolean hasPrinted = market.lastPrintTicks != null;
            if (hasPrinted) {
                market.referenceTicks = market.lastPrintTicks;
                market.lastPrintTicks = null;
            }
            if (market.isTouched) {
                phases.indicate(market);
            }
            market.isTouched = hasPrinted && Pegs.any(market);
            market.collarTicks = market.referenceTicks;
        }
    }
}
