package io.vexchange.engine.model_check;

/** A participant of the model. */
final class Firm {
    final int id;
    final String name;
    boolean enabled;
    String selfTradePrevention;

    Firm(final int id, final String name) {
        this.id = id;
        this.name = name;
    }
}
