package io.vexchange.web.live;

import io.vexchange.engine.client.OrderFault;
import io.vexchange.engine.client.OrderField;
import io.vexchange.web.problem.FieldFault;
import io.vexchange.web.problem.ProblemException;
import io.vexchange.web.problem.Problems;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Faults of an order as entered, under the names of the request's members. */
final class EntryFaults {
    private static final Map<OrderField, String> NAMES = new EnumMap<>(OrderField.class);

    static {
        NAMES.put(OrderField.ACCOUNT, "account");
        NAMES.put(OrderField.SYMBOL, "symbol");
        NAMES.put(OrderField.SIDE, "side");
        NAMES.put(OrderField.ORDER_TYPE, "orderType");
        NAMES.put(OrderField.TIME_IN_FORCE, "timeInForce");
        NAMES.put(OrderField.PRICE, "price");
        NAMES.put(OrderField.STOP_PRICE, "stopPrice");
        NAMES.put(OrderField.QUANTITY, "quantity");
        NAMES.put(OrderField.DISPLAY_QUANTITY, "displayQuantity");
        NAMES.put(OrderField.MINIMUM_QUANTITY, "minQuantity");
        NAMES.put(OrderField.EXPIRE_TIME, "expireTime");
        NAMES.put(OrderField.PEG_REFERENCE, "pegReference");
        NAMES.put(OrderField.SELF_TRADE_PREVENTION, "selfTradePrevention");
    }

    private EntryFaults() {}

    /** @return the problem of the first, naming all */
    static ProblemException problem(final List<OrderFault> faults) {
        final List<FieldFault> fields = faults.stream()
                .map(fault -> new FieldFault(
                        NAMES.get(fault.field()),
                        fault.code().name(),
                        Problems.ofRefusal(fault.code()).title()))
                .toList();
        return ProblemException.ofFields(Problems.ofRefusal(faults.get(0).code()), fields);
    }
}
