package io.vexchange.engine.command;

import io.vexchange.engine.event.Replies;
import io.vexchange.engine.matching.Matcher;
import io.vexchange.engine.model.Code;
import io.vexchange.engine.phase.TradingDay;
import io.vexchange.engine.protocol.AuditNoteDecoder;
import io.vexchange.engine.protocol.CancelOnDisconnectDecoder;
import io.vexchange.engine.protocol.CancelOrderDecoder;
import io.vexchange.engine.protocol.ConsumerPositionDecoder;
import io.vexchange.engine.protocol.DefineAccountDecoder;
import io.vexchange.engine.protocol.DefineAssetDecoder;
import io.vexchange.engine.protocol.DefineInstrumentDecoder;
import io.vexchange.engine.protocol.DefineParticipantDecoder;
import io.vexchange.engine.protocol.DefineSessionDecoder;
import io.vexchange.engine.protocol.DefineTokenDecoder;
import io.vexchange.engine.protocol.DefineUserDecoder;
import io.vexchange.engine.protocol.EngageKillSwitchDecoder;
import io.vexchange.engine.protocol.HelloDecoder;
import io.vexchange.engine.protocol.MassCancelDecoder;
import io.vexchange.engine.protocol.MassStatusRequestDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import io.vexchange.engine.protocol.NewOrderDecoder;
import io.vexchange.engine.protocol.OpenLogDecoder;
import io.vexchange.engine.protocol.OrderStatusRequestDecoder;
import io.vexchange.engine.protocol.OriginDecoder;
import io.vexchange.engine.protocol.ReleaseKillSwitchDecoder;
import io.vexchange.engine.protocol.ReplaceOrderDecoder;
import io.vexchange.engine.protocol.SetPhaseDecoder;
import io.vexchange.engine.protocol.SetReferencePriceDecoder;
import io.vexchange.engine.protocol.SetScheduleDecoder;
import io.vexchange.engine.protocol.TransferDecoder;
import org.agrona.DirectBuffer;

/** Reads a command, checks who sends it, hands it to who carries it out, and says how it ended. */
public final class Dispatcher {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OriginDecoder origin = new OriginDecoder();
    private final HelloDecoder hello = new HelloDecoder();
    private final OpenLogDecoder openLog = new OpenLogDecoder();
    private final ConsumerPositionDecoder consumerPosition = new ConsumerPositionDecoder();
    private final NewOrderDecoder newOrder = new NewOrderDecoder();
    private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final MassCancelDecoder massCancel = new MassCancelDecoder();
    private final OrderStatusRequestDecoder orderStatus = new OrderStatusRequestDecoder();
    private final MassStatusRequestDecoder massStatus = new MassStatusRequestDecoder();
    private final CancelOnDisconnectDecoder cancelOnDisconnect = new CancelOnDisconnectDecoder();
    private final DefineAssetDecoder defineAsset = new DefineAssetDecoder();
    private final DefineInstrumentDecoder defineInstrument = new DefineInstrumentDecoder();
    private final DefineParticipantDecoder defineParticipant = new DefineParticipantDecoder();
    private final DefineAccountDecoder defineAccount = new DefineAccountDecoder();
    private final DefineSessionDecoder defineSession = new DefineSessionDecoder();
    private final DefineUserDecoder defineUser = new DefineUserDecoder();
    private final DefineTokenDecoder defineToken = new DefineTokenDecoder();
    private final TransferDecoder transfer = new TransferDecoder();
    private final SetPhaseDecoder setPhase = new SetPhaseDecoder();
    private final SetScheduleDecoder setSchedule = new SetScheduleDecoder();
    private final SetReferencePriceDecoder setReferencePrice = new SetReferencePriceDecoder();
    private final EngageKillSwitchDecoder engageKillSwitch = new EngageKillSwitchDecoder();
    private final ReleaseKillSwitchDecoder releaseKillSwitch = new ReleaseKillSwitchDecoder();
    private final AuditNoteDecoder auditNote = new AuditNoteDecoder();

    private final Shapes shapes = new Shapes();
    private final Answer answer = new Answer();
    private final CoreParts parts;
    private final Replies replies;
    private final Clients clients;
    private final TradingDay day;
    private final Outbox outbox;
    private final NewOrders newOrders;
    private final Replaces replaces;
    private final Cancels cancels;
    private final Statuses statuses;
    private final Definitions definitions;
    private final PeopleDefinitions people;
    private final InstrumentDefinitions instruments;
    private final Transfers transfers;
    private final Operators operators;
    private final VenueActs venueActs;
    private final PhaseCommands phases;
    private final Matcher matcher;

    /**
     * @param parts the state and what changes it
     * @param outboxEvents events that may wait for durable consumers
     * @param liveOrders live orders of the venue
     */
    public Dispatcher(final CoreParts parts, final long outboxEvents, final int liveOrders) {
        this.parts = parts;
        replies = parts.replies;
        clients = parts.clients;
        day = parts.day;
        outbox = new Outbox(parts.log, outboxEvents);
        final Access access = new Access(parts.directory, parts.accounts, parts.ids);
        final Lookup lookup = new Lookup(access, parts.orders, parts.ids);
        final Selection selection = new Selection(parts.orders, parts.ids);
        final Admission admission = new Admission(parts.log, access, parts.markets, parts.orders, liveOrders);
        final Trading trading = new Trading(parts, admission, outbox);
        newOrders = new NewOrders(parts, access, trading, outbox);
        replaces = new Replaces(parts, lookup, trading, outbox);
        cancels = new Cancels(parts, lookup, access, selection, outbox);
        statuses = new Statuses(parts, access, selection);
        definitions = new Definitions(parts, selection);
        people = new PeopleDefinitions(parts, selection);
        instruments = new InstrumentDefinitions(parts, selection);
        transfers = new Transfers(parts, outbox);
        operators = new Operators(parts, selection);
        venueActs = new VenueActs(parts, access, outbox);
        phases = new PhaseCommands(parts);
        matcher = parts.matcher;
    }

    /** Carries out one command; the last thing told is {@code Applied}. */
    public void apply(final DirectBuffer buffer, final int offset, final int length) {
        if (!shapes.hasOrigin(buffer, offset, length)) {
            replies.applied(0, 0, 0, Code.UNKNOWN_COMMAND, 0);
            return;
        }
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        origin.wrap(buffer, body);
        final int clientId = origin.clientId();
        final int epoch = origin.epoch();
        final long number = origin.number();
        final boolean isWhole = shapes.isWhole(buffer, offset, length);
        if (isWhole && header.templateId() == HelloDecoder.TEMPLATE_ID) {
            hello.wrap(buffer, body, header.blockLength(), header.version());
            final Client client = clients.hello(hello);
            replies.applied(client.id, client.epoch, 0, Code.NONE, 0);
            return;
        }
        answer.clear();
        final Code taken = clients.take(clientId, epoch, number);
        if (taken != Code.NONE) {
            answer.refused(taken);
            if (taken == Code.NUMBER_EXPECTED) {
                answer.resultId = clients.expectedNumber(clientId);
            }
        } else if (isWhole) {
            carryOutOnce(buffer, offset, length, body);
            matcher.endCommand();
        } else {
            answer.refused(Code.UNKNOWN_COMMAND);
        }
        replies.applied(clientId, epoch, number, answer.code, answer.resultId);
    }

    /** An act whose request id has been borne by the same act is answered again. */
    private void carryOutOnce(final DirectBuffer buffer, final int offset, final int length, final int body) {
        final int auditOffset = shapes.actAuditOffset(buffer, offset, length);
        final long key = auditOffset < 0
                ? 0
                : ActAnswers.key(
                        header.templateId(), buffer, body + OriginDecoder.ENCODED_LENGTH, auditOffset, offset + length);
        if (key != 0 && parts.actAnswers.repeat(key, answer)) {
            return;
        }
        carryOut(buffer, body);
        if (key != 0 && ActAnswers.isFinal(answer.code)) {
            parts.actAnswers.add(key, answer.code.number(), answer.resultId);
        }
    }

    private void carryOut(final DirectBuffer buffer, final int body) {
        final int blockLength = header.blockLength();
        final int version = header.version();
        switch (header.templateId()) {
            case NewOrderDecoder.TEMPLATE_ID ->
                newOrders.take(newOrder.wrap(buffer, body, blockLength, version), buffer, answer);
            case CancelOrderDecoder.TEMPLATE_ID ->
                cancels.one(cancelOrder.wrap(buffer, body, blockLength, version), buffer, answer);
            case ReplaceOrderDecoder.TEMPLATE_ID ->
                replaces.take(replaceOrder.wrap(buffer, body, blockLength, version), buffer, answer);
            case MassCancelDecoder.TEMPLATE_ID ->
                cancels.mass(massCancel.wrap(buffer, body, blockLength, version), buffer, answer);
            case OrderStatusRequestDecoder.TEMPLATE_ID ->
                statuses.one(orderStatus.wrap(buffer, body, blockLength, version), buffer, answer);
            case MassStatusRequestDecoder.TEMPLATE_ID ->
                statuses.many(massStatus.wrap(buffer, body, blockLength, version), buffer, answer);
            case CancelOnDisconnectDecoder.TEMPLATE_ID ->
                cancels.onDisconnect(cancelOnDisconnect.wrap(buffer, body, blockLength, version), answer);
            case ConsumerPositionDecoder.TEMPLATE_ID ->
                clients.position(consumerPosition.wrap(buffer, body, blockLength, version));
            case OpenLogDecoder.TEMPLATE_ID -> open(openLog.wrap(buffer, body, blockLength, version));
            case TransferDecoder.TEMPLATE_ID ->
                transfers.take(transfer.wrap(buffer, body, blockLength, version), buffer, answer);
            case SetPhaseDecoder.TEMPLATE_ID ->
                phases.set(setPhase.wrap(buffer, body, blockLength, version), buffer, answer);
            case SetReferencePriceDecoder.TEMPLATE_ID ->
                phases.reference(setReferencePrice.wrap(buffer, body, blockLength, version), buffer, answer);
            case EngageKillSwitchDecoder.TEMPLATE_ID ->
                operators.engage(engageKillSwitch.wrap(buffer, body, blockLength, version), buffer, answer);
            case ReleaseKillSwitchDecoder.TEMPLATE_ID ->
                operators.release(releaseKillSwitch.wrap(buffer, body, blockLength, version), buffer, answer);
            case AuditNoteDecoder.TEMPLATE_ID ->
                operators.note(auditNote.wrap(buffer, body, blockLength, version), buffer, answer);
            default -> define(buffer, body, blockLength, version);
        }
    }

    private void define(final DirectBuffer buffer, final int body, final int blockLength, final int version) {
        if (venueActs.carryOut(header.templateId(), buffer, body, blockLength, version, answer)) {
            return;
        }
        if (outbox.isFull()) {
            answer.refused(Code.OUTBOX_FULL);
            return;
        }
        switch (header.templateId()) {
            case DefineAssetDecoder.TEMPLATE_ID ->
                definitions.asset(defineAsset.wrap(buffer, body, blockLength, version), buffer, answer);
            case DefineInstrumentDecoder.TEMPLATE_ID ->
                instruments.take(defineInstrument.wrap(buffer, body, blockLength, version), buffer, answer);
            case DefineParticipantDecoder.TEMPLATE_ID ->
                definitions.participant(defineParticipant.wrap(buffer, body, blockLength, version), buffer, answer);
            case DefineAccountDecoder.TEMPLATE_ID ->
                definitions.account(defineAccount.wrap(buffer, body, blockLength, version), buffer, answer);
            case DefineSessionDecoder.TEMPLATE_ID ->
                people.session(defineSession.wrap(buffer, body, blockLength, version), buffer, answer);
            case DefineUserDecoder.TEMPLATE_ID ->
                people.user(defineUser.wrap(buffer, body, blockLength, version), buffer, answer);
            case DefineTokenDecoder.TEMPLATE_ID ->
                definitions.token(defineToken.wrap(buffer, body, blockLength, version), buffer, answer);
            case SetScheduleDecoder.TEMPLATE_ID ->
                phases.schedule(setSchedule.wrap(buffer, body, blockLength, version), buffer, answer);
            default -> answer.refused(Code.UNKNOWN_COMMAND);
        }
    }

    /** A log is opened once. */
    private void open(final OpenLogDecoder command) {
        if (day.isOpen()) {
            answer.refused(Code.IN_USE);
        } else if (!TradingDay.isSecondOfDay(command.rolloverSecondOfDay())) {
            answer.refused(Code.INVALID);
        } else {
            parts.identity.high = command.logIdHigh();
            parts.identity.low = command.logIdLow();
            parts.ids.seed(parts.identity.high ^ Long.rotateLeft(parts.identity.low, Integer.SIZE));
            day.open(command.rolloverSecondOfDay());
            answer.done(0);
        }
    }
}
