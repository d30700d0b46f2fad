/** Tests of the log's host and client with a small state machine of their own. */
package io.vexchange.engine.cluster;
