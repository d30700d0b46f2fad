/** The data folder: who may use it, and what lies in it. */
package io.vexchange.exchange.folder;
