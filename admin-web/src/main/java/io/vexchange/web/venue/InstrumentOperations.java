package io.vexchange.web.venue;

import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.Code;
import io.vexchange.web.access.Access;
import io.vexchange.web.http.Answer;
import io.vexchange.web.http.AuditText;
import io.vexchange.web.http.Call;
import io.vexchange.web.http.Members;
import io.vexchange.web.http.Operations;
import io.vexchange.web.live.InstrumentDesk;
import io.vexchange.web.live.TradeDesk;
import io.vexchange.web.market.MarketView;
import io.vexchange.web.order.LastCommands;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import io.vexchange.web.shape.InstrumentChangeRequest;
import io.vexchange.web.shape.InstrumentShape;
import io.vexchange.web.shape.NewInstrumentRequest;
import io.vexchange.web.shape.ReferencePriceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes and changes instruments, and sets their reference prices. */
public final class InstrumentOperations {
    private static final String GROUP = "Instruments";

    private final Supplier<MarketView> market;
    private final Supplier<InstrumentDesk> desk;
    private final Supplier<TradeDesk> prices;
    private final LastCommands lastCommands;

    /**
     * @param market asked for at each call
     * @param desk asked for at each call
     * @param prices asked for at each call
     * @param lastCommands learns what each user has done last
     */
    public InstrumentOperations(
            final Supplier<MarketView> market,
            final Supplier<InstrumentDesk> desk,
            final Supplier<TradeDesk> prices,
            final LastCommands lastCommands) {
        this.market = market;
        this.desk = desk;
        this.prices = prices;
        this.lastCommands = lastCommands;
    }

    /** @param operations the table to add to */
    public void install(final Operations operations) {
        operations
                .on("POST", "/instruments", Access.ADMIN, GROUP, "Makes an instrument; it starts CLOSED.")
                .reads(NewInstrumentRequest.class)
                .answers(InstrumentShape.class, 201)
                .refuses(Problems.ofRefusal(Code.IN_USE), Problems.INVALID_FIELD)
                .doesLater(this::create);
        operations
                .on("PATCH", "/instruments/{symbol}", Access.ADMIN, GROUP, "Changes it; what is left out stays.")
                .reads(InstrumentChangeRequest.class)
                .answers(InstrumentShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL, Problems.REASON_REQUIRED, Problems.ofRefusal(Code.IN_USE))
                .doesLater(this::change);
        operations
                .on(
                        "PUT",
                        "/instruments/{symbol}/reference-price",
                        Access.OPERATOR,
                        GROUP,
                        "Sets the reference price, around which the collars lie.")
                .reads(ReferencePriceRequest.class)
                .answers(InstrumentShape.class, 200)
                .refuses(Problems.UNKNOWN_SYMBOL, Problems.REASON_REQUIRED, Problems.ofRefusal(Code.PRICE_TICK))
                .doesLater(this::setReferencePrice);
    }

    private CompletableFuture<Answer> create(final Call call) {
        final Members members = call.members();
        final Instrument wanted = new InstrumentForm(members, desk.get()).read();
        final String reason = members.optionalReason();
        members.check();
        return desk.get()
                .create(wanted, AuditText.of(call, reason, members.given()))
                .thenApply(sequence -> done(
                        call,
                        Answer.created(
                                market.get().instrument(wanted.symbol()),
                                Operations.ROOT + "/instruments/" + wanted.symbol()),
                        sequence));
    }

    private InstrumentShape known(final String symbol) {
        final InstrumentShape known = market.get().instrument(symbol);
        if (known == null) {
            throw new ProblemException(Problems.UNKNOWN_SYMBOL, "symbol=" + symbol);
        }
        return known;
    }

    private CompletableFuture<Answer> change(final Call call) {
        final Members members = call.members();
        members.refuseNull("enabled", "tickSize", "lotSize", "minQuantity", "maxQuantity", "referencePrice");
        final String symbol = call.path("symbol");
        final String reason = members.reason();
        final Instrument present = desk.get().instrument(symbol);
        if (present == null) {
            members.check();
        }
        final InstrumentShape before = known(symbol);
        new InstrumentForm(members, desk.get()).changed(present);
        final String price = members.decimal("referencePrice");
        members.check();
        final byte[] audit = AuditText.change(call, reason, symbol, members.given(), before);
        final boolean isPriceOnly = price != null && members.given().size() == 1;
        final CompletableFuture<Long> rules = isPriceOnly
                ? CompletableFuture.completedFuture(0L)
                : desk.get().change(symbol, now -> new InstrumentForm(members, desk.get()).changed(now), audit);
        return rules.thenCompose(sequence -> price == null
                        ? CompletableFuture.completedFuture(sequence)
                        : prices.get().setReferencePrice(call.principal(), symbol, price, audit))
                .thenApply(sequence -> done(call, Answer.ok(market.get().instrument(symbol)), sequence));
    }

    private CompletableFuture<Answer> setReferencePrice(final Call call) {
        final Members members = call.members();
        members.require("price");
        final String price = members.decimal("price");
        final String reason = members.reason();
        members.check();
        final String symbol = call.path("symbol");
        final Map<String, Object> request = new LinkedHashMap<>();
        request.put("symbol", symbol);
        request.put("price", price);
        request.put("before", known(symbol).referencePrice());
        return prices.get()
                .setReferencePrice(call.principal(), symbol, price, AuditText.of(call, reason, request))
                .thenApply(sequence -> done(call, Answer.ok(market.get().instrument(symbol)), sequence));
    }

    private Answer done(final Call call, final Answer answer, final long sequence) {
        lastCommands.note(call.principal().userId(), sequence);
        return answer.at(sequence);
    }
}
