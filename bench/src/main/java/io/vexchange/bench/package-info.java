/** Measurements of the venue as a whole process, each one command that prints a table. */
package io.vexchange.bench;
