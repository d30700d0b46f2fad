/** The venue's tables in PostgreSQL: how they are reached, made and followed. */
package io.vexchange.store;
