/** The engine as a replicated log: the Aeron Cluster member, the outbox, and the client that follows it. */
package io.vexchange.engine.cluster;
