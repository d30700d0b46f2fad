/** What gateways and readers see of the engine: sending commands, following events, the directory. */
package io.vexchange.engine.client;
