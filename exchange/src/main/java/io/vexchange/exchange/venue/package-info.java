/** What a venue is made of: its parts in their order, and what an empty log begins with. */
package io.vexchange.exchange.venue;
