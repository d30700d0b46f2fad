/** FIX clients that share no code with the venue trade with it. */
package io.vexchange.exchange.foreign;
