/** What has happened, read from the tables; members and their forms are those of the REST API. */
package io.vexchange.store.query;
