package io.vexchange.bench.simulate;

/** The machine stops in the middle of what it is doing. Only the simulation itself may catch it. */
final class PowerLoss extends RuntimeException {
    private static final long serialVersionUID = 1;

    PowerLoss() {
        super("the power is gone", null, false, false);
    }
}
