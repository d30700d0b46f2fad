/** Tests of the tables, over a PostgreSQL of their own. */
package io.vexchange.store;
