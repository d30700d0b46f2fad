package io.vexchange.engine.model_check;

/**
 * The first thing that was wrong.
 *
 * @param step number of the script's step
 * @param text what was expected and what came
 */
record Failure(int step, String text) {}
