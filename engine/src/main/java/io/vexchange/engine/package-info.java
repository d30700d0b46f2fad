/** The matching engine and the host that runs it. */
package io.vexchange.engine;
