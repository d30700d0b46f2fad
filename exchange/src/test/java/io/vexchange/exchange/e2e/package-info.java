/** The whole venue from outside: FIX, REST, WebSocket and SQL of a running process, also while it is being killed. */
package io.vexchange.exchange.e2e;
