/** Orders meet: priority, self-trade prevention, stops, and how orders end. */
package io.vexchange.engine.matching;
