/** The state as records: whole for a restart, public for live readers; and what must always be true of it. */
package io.vexchange.engine.snapshot;
