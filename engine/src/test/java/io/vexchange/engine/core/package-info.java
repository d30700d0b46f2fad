/** The engine's rules, one by one, through its facade. */
package io.vexchange.engine.core;
