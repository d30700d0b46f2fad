package io.vexchange.store.projection;

import io.vexchange.engine.client.Account;
import io.vexchange.engine.client.Decimals;
import io.vexchange.engine.client.Directory;
import io.vexchange.engine.client.Instrument;
import io.vexchange.engine.model.KillScope;
import io.vexchange.engine.protocol.KillSwitchChangedDecoder;
import io.vexchange.engine.protocol.MessageHeaderDecoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.DirectBuffer;

/** Names and decimals as people read them, for ids and whole numbers of the engine. */
final class Words {
    private static final String VENUE = "VEX";

    private final Directory directory;

    private record Cover(KillScope scope, int targetId) {}

    private final Map<Long, Cover> killSwitches = new ConcurrentHashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final KillSwitchChangedDecoder killSwitch = new KillSwitchChangedDecoder();

    Words(final Directory directory) {
        this.directory = directory;
    }

    Instrument instrument(final int id) {
        return known(directory.instrument(id), "instrument", id);
    }

    String asset(final int id) {
        return known(directory.asset(id), "asset", id).name();
    }

    /** @return decimals of the asset's minor unit */
    int scale(final int assetId) {
        return known(directory.asset(assetId), "asset", assetId).scale();
    }

    String participant(final int id) {
        return known(directory.participant(id), "participant", id).name();
    }

    String account(final int id) {
        return known(directory.account(id), "account", id).name();
    }

    String session(final int id) {
        return known(directory.session(id), "session", id).name();
    }

    String money(final long minorUnits, final int assetId) {
        return Decimals.formatMoney(
                minorUnits, known(directory.asset(assetId), "asset", assetId).scale());
    }

    /** @return a quantity in minor units of the base asset: a lot is a whole number of them */
    long baseUnits(final Instrument instrument, final long lots) {
        int decimals = known(directory.asset(instrument.baseAssetId()), "asset", instrument.baseAssetId())
                        .scale()
                - instrument.lotDecimals();
        long units = Math.multiplyExact(lots, instrument.lotMantissa());
        for (; decimals > 0; decimals--) {
            units = Math.multiplyExact(units, 10L);
        }
        return units;
    }

    /** @return the account that takes the venue's fees, null before it is there */
    Account feesAccount() {
        return directory.account(Directory.FEES_ACCOUNT);
    }

    String feeTier(final int id) {
        return known(directory.rules().feeTier(id), "fee tier", id).name();
    }

    /** @return SenderCompID, or {@code REST:} and a user, or the venue itself */
    String enteredBy(final int ownerId) {
        if (ownerId == 0) {
            return VENUE;
        }
        return ownerId > 0 ? session(ownerId) : "REST:" + user(-ownerId);
    }

    /** @return a session's or user's name, null: the venue itself */
    String actor(final int actorId) {
        if (actorId == 0) {
            return null;
        }
        return actorId > 0 ? session(actorId) : user(-actorId);
    }

    String user(final int id) {
        return known(directory.user(id), "user", id).name();
    }

    String token(final int id) {
        return known(directory.token(id), "token", id).name();
    }

    /** @return what a kill switch covers, null: the market */
    String killTarget(final KillScope scope, final int targetId) {
        return switch (scope) {
            case SESSION -> session(targetId);
            case ACCOUNT -> account(targetId);
            case FIRM -> participant(targetId);
            case INSTRUMENT -> instrument(targetId).symbol();
            case MARKET -> null;
        };
    }

    /** Takes the names and scales an item tells, in the order of items. */
    void learn(final int templateId, final DirectBuffer buffer, final int offset, final int length) {
        directory.onItem(templateId, buffer, offset, length);
        if (templateId == KillSwitchChangedDecoder.TEMPLATE_ID) {
            // names are looked up later: in an image kill switches may come before the directory is whole
            killSwitch.wrapAndApplyHeader(buffer, offset, header);
            killSwitches.put(
                    killSwitch.killSwitchId(), new Cover(KillScope.of(killSwitch.scope()), killSwitch.targetId()));
        }
    }

    /** @return such as {@code ACCOUNT:ALPHA-A} */
    String killSwitch(final long id) {
        final Cover cover = killSwitches.get(id);
        if (cover == null) {
            return Long.toString(id);
        }
        final String target = killTarget(cover.scope(), cover.targetId());
        return target == null ? cover.scope().name() : cover.scope().name() + ":" + target;
    }

    static String micros(final long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    static String microsOrNull(final long micros) {
        return micros == Decimals.ABSENT || micros == 0 ? null : micros(micros);
    }

    /** @return the text, null when it is empty; PostgreSQL's text has no NUL */
    static String textOrNull(final String text) {
        return text == null || text.isEmpty() ? null : text(text);
    }

    /** @return the text as PostgreSQL can hold it */
    static String text(final String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    static String word(final Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static <T> T known(final T entry, final String kind, final int id) {
        if (entry == null) {
            throw new IllegalStateException("the directory has no " + kind + " id=" + id);
        }
        return entry;
    }
}
