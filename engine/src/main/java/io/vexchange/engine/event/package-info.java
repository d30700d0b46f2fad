/** What the core tells: events, replies and records, encoded straight into the sink. */
package io.vexchange.engine.event;
