/** What is read from PostgreSQL. */
package io.vexchange.web.history;
