package io.vexchange.fix;

import io.vexchange.engine.model.Code;

/** A request is well formed and cannot be taken by the gateway. Carries no stack: it is an answer, not a fault. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final int tag;

    /** @param code why */
    Refusal(final Code code) {
        this(code, 0);
    }

    /**
     * @param code why
     * @param tag of the field, 0 = none
     */
    Refusal(final Code code, final int tag) {
        super(tag == 0 ? code.name() : code.name() + ": " + tag, null, false, false);
        this.code = code;
        this.tag = tag;
    }

    Code code() {
        return code;
    }

    /** @return 103; a missing quantity is the one case where the field decides */
    int ordRejReason(final boolean extensions) {
        return code == Code.MISSING_FIELD && tag == 38
                ? Code.QTY_INVALID.ordRejReason()
                : Reports.ordRejReason(code, extensions);
    }
}
