/** Public books as a gateway shows them: made of public events, turned into entries of market data. Knows nothing of FIX sessions. */
package io.vexchange.fix.market;
