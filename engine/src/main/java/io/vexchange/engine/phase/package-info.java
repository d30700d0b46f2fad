/** Phases of instruments and the trading day. */
package io.vexchange.engine.phase;
