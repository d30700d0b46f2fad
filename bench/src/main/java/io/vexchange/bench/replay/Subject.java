package io.vexchange.bench.replay;

/** An engine that is measured: takes the messages of a workload one by one and writes its reports into a log. One thread. */
interface Subject {
    /** Shown in the results. */
    String name();

    /** Makes it ready for a run from the first message on; not timed. */
    void prepare();

    /** Carries out one message of the workload. */
    void apply(int index);

    /** Fails when what is left after a run contradicts itself; not timed. */
    void check();
}
