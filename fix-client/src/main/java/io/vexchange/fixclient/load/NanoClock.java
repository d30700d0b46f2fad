package io.vexchange.fixclient.load;

/** Time that only goes forward, in nanoseconds; tests have their own. */
@FunctionalInterface
interface NanoClock {
    long nanos();
}
