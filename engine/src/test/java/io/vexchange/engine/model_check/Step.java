package io.vexchange.engine.model_check;

/**
 * One entry of a script. A command may say by names beginning with @ what only its run can know: {@code @order} the order that was entered
 * with that ClOrdID, {@code @epoch} and {@code @number} how far its origin is off.
 *
 * @param timeMicros of the log entry
 * @param command null: a timer
 * @param isSetUp never left out of a story
 */
record Step(long timeMicros, Item command, boolean isSetUp) {
    @Override
    public String toString() {
        return "at " + timeMicros + " µs: " + (command == null ? "timer" : command);
    }
}
