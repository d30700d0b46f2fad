/** PostgreSQL as the venue uses it: connections, schema, the projection into it and queries on it. */
package io.vexchange.store;
