/**
 * The JSON shapes of REST and WebSocket, one record each. Member order is the record's; prices, quantities and money are decimal texts,
 * ids texts, times RFC 3339 with microseconds. The same records are the schemas of {@code /openapi.json}.
 */
package io.vexchange.web.shape;
