package io.vexchange.engine.command;

import io.vexchange.engine.model.Code;

/** What the running command's {@code Applied} says. Reused. */
final class Answer {
    Code code = Code.NONE;
    long resultId;

    void clear() {
        done(0);
    }

    void done(final long id) {
        code = Code.NONE;
        resultId = id;
    }

    void refused(final Code why) {
        code = why;
        resultId = 0;
    }
}
