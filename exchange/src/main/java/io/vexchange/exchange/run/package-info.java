/** A running venue: how it starts, what it is asked while it runs, and how it stops. */
package io.vexchange.exchange.run;
