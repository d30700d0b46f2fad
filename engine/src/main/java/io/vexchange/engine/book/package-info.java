/** Orders and where they stand: price levels, waiting stops, the index of all orders. */
package io.vexchange.engine.book;
