package io.vexchange.engine.model_check;

import java.util.ArrayList;
import java.util.List;

/** A FIX session (id greater than 0) or a user (its id negated) of the model. */
final class Requester {
    final int id;
    final String name;
    boolean enabled;
    boolean isStaff;
    String selfTradePrevention = "";
    /** The default account first. */
    final List<Integer> accountIds = new ArrayList<>();

    Requester(final int id, final String name) {
        this.id = id;
        this.name = name;
    }
}
