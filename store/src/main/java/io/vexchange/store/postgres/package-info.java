/** A PostgreSQL of the venue's own: unpacked, initialised, started, watched and stopped by the venue. */
package io.vexchange.store.postgres;
