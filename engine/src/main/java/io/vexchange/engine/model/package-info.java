/** The words of the venue: what protocol numbers and FIX characters mean, and their spelling in JSON and SQL. */
package io.vexchange.engine.model;
