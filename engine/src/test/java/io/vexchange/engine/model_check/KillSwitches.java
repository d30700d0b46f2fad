package io.vexchange.engine.model_check;

import io.vexchange.engine.model.KillScope;
import java.util.Map;
import java.util.TreeMap;

/** The kill switches and what they cover. */
final class KillSwitches {
    static final class Switch {
        long id;
        KillScope scope;
        int targetId;
        boolean isEngaged;
        int engagedById;
    }

    final Map<Long, Switch> byId = new TreeMap<>();

    Switch standing(final KillScope scope, final int targetId) {
        return byId.values().stream()
                .filter(each -> each.isEngaged && each.scope == scope && each.targetId == targetId)
                .findFirst()
                .orElse(null);
    }

    boolean covers(final Order order) {
        return byId.values().stream().anyMatch(each -> each.isEngaged && covers(each.scope, each.targetId, order));
    }

    boolean coversSession(final int sessionId) {
        return standing(KillScope.SESSION, sessionId) != null;
    }

    static boolean covers(final KillScope scope, final int targetId, final Order order) {
        return switch (scope) {
            case SESSION -> order.ownerId == targetId;
            case ACCOUNT -> order.account.id == targetId;
            case FIRM -> order.account.firm.id == targetId;
            case INSTRUMENT -> order.market.id == targetId;
            case MARKET -> true;
        };
    }
}
