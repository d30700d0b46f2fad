/** A seeded simulation of a whole node: its own log on a disk that loses power, snapshots, restarts, clients that repeat themselves. */
package io.vexchange.bench.simulate;
