/** The engine's events become rows, each exactly once. */
package io.vexchange.store.projection;
