package io.vexchange.engine.model_check;

/** What {@code Applied} says of a command. */
record Answer(String code, long resultId) {
    static final Answer DONE = new Answer("NONE", 0);

    static Answer of(final long resultId) {
        return new Answer("NONE", resultId);
    }

    static Answer refused(final String code) {
        return new Answer(code, 0);
    }
}
