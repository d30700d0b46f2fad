/** Commands: read, checked, carried out, answered. */
package io.vexchange.engine.command;
